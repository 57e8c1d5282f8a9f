/** From a finished session to what the Trust panel shows of it, for one observer. */
import type { SayWords } from '../../../content/words/use-words.ts';
import { ACTORS, type Observer } from '../../../scenarios/actors.ts';
import type { TrustAnchorName } from '../../../scenarios/config.ts';
import type { KnowledgeView } from '../../../scenarios/knowledge/view.ts';
import type { Run } from '../../../scenarios/run.ts';
import { endView } from '../../../store/trust.ts';
import type { Loss } from '../../../store/trust-losses.ts';
import type { EndOfSession } from '../../panels/trust/SealStep.tsx';
import { type Party, type Scene, sceneOf } from '../../panels/trust/scene.ts';
import type { Choice } from '../../panels/trust/TrustChoices.tsx';
import type { TrustPanelProps } from '../../panels/trust/TrustPanel.tsx';
import { waysOf } from '../../panels/trust/web.ts';

type Shown = NonNullable<TrustPanelProps['session']>;

export function sessionShown({
  choice: { anchor, method, loss, timing, reader },
  run,
  honest,
  observer,
  say,
}: {
  readonly choice: Choice;
  readonly run: Run;
  readonly honest: Run;
  readonly observer: Observer;
  readonly say: SayWords;
}): Shown {
  const view = endView(run, observer);
  const scene = sceneOf(view, reader);
  const told = observer === 'everyone' || observer === 'eve';
  const after = timing === 'after';
  // What was registered is the same whoever looks; what an end was shown is all that end has.
  const registered = sceneOf(endView(honest, 'everyone'), reader).shown;
  const ends = endsOf(run, observer);
  return {
    of: { anchor, method, timing },
    scene,
    real: told ? registered : null,
    trusted: waysOf(registered?.judged.checks ?? []).flatMap(([first]) => first ?? []),
    holders: told ? holdersOf(loss, scene.subject, after) : null,
    sharedBits: run.config.authentication.preSharedBits,
    stores: ACTORS.flatMap((hand) => {
      const fingerprint = view.store(hand);
      return fingerprint === null ? [] : [{ hand, fingerprint }];
    }),
    readerSees: readerSeal(run, scene, observer),
    ends,
    why: after ? laterWhy(say, run, observer) : whyOf(say, { anchor, loss, run, scene, observer }),
    sooner: timing === 'during' && told && loss !== 'none',
    twice: after && observer === 'everyone' ? { first: honest.receipt, again: run.receipt } : null,
  };
}

function holdersOf(loss: Loss, subject: Party, after: boolean): Shown['holders'] {
  if (after) return 'owner';
  const taken = loss === 'key-leaked' || loss === 'stolen-both' || loss === `stolen-${subject}`;
  return taken ? 'owner-and-eve' : 'owner';
}

/** A seal that fits wrongly looks like any other to who checks it. */
function readerSeal(run: Run, { reader, sealed }: Scene, observer: Observer): Shown['readerSees'] {
  if (observer !== 'everyone' || sealed?.seal !== 'fits-wrongly') return null;
  return sceneOf(endView(run, reader), reader).sealed?.seal ?? null;
}

function endsOf(run: Run, observer: Observer): EndOfSession[] {
  if (observer === 'eve') {
    const view = endView(run, 'eve');
    return [{ end: 'eve', verdict: view.verdict, bits: null, heldByEve: null }];
  }
  const ends: readonly Party[] = observer === 'everyone' ? ['alice', 'bob'] : [observer];
  const concluded = ends.map((end): EndOfSession => {
    const own = endView(run, end);
    const all = observer === 'everyone' ? endView(run, 'everyone') : null;
    return {
      end,
      verdict: own.verdict,
      bits: own.key(end)?.bits ?? null,
      heldByEve: all && own.key(end) ? heldByEve(all, end) : null,
    };
  });
  if (observer !== 'everyone') return concluded;
  const { verdict } = endView(run, 'everyone');
  return [...concluded, { end: 'everyone', verdict, bits: null, heldByEve: null }];
}

function heldByEve(all: KnowledgeView, end: Party): boolean {
  return all.key('eve', all.twoLinks && end === 'bob' ? 1 : 0) !== null;
}

/** The end that took Eve for the other, if it was only one of them. */
export function fooledEnd({ receipt }: Run): Party | null {
  const fooled = receipt.keys.eve.map(({ sharedWith }) => sharedWith);
  return fooled.length === 1 ? (fooled[0] ?? null) : null;
}

/** Everyone sees the two executions side by side instead. */
function laterWhy(say: SayWords, { receipt }: Run, observer: Observer): string | null {
  return observer === 'everyone' || receipt.verdict !== 'key' ? null : say('trust.after.own');
}

/** A reason is given only if the run bears it out. */
function whyOf(
  say: SayWords,
  {
    anchor,
    loss,
    run,
    scene,
    observer,
  }: {
    readonly anchor: TrustAnchorName;
    readonly loss: Loss;
    readonly run: Run;
    readonly scene: Scene;
    readonly observer: Observer;
  },
): string | null {
  if (observer === 'alice' || observer === 'bob') return null;
  const { receipt, config } = run;
  const held = receipt.keys.eve.some(({ sharedWith }) => sharedWith === scene.reader);
  if (config.authentication.method === 'none') return held ? say('trust.why.no-seals') : null;
  const stopped = scene.refused && !held;
  switch (loss) {
    case 'none':
      return stopped ? say(`trust.why.none.${anchor}`) : null;
    case 'public-key-copied':
      return stopped ? say('trust.why.public-key-copied') : null;
    case 'stolen-both':
      return held ? say('trust.why.stolen') : null;
    case 'stolen-alice':
    case 'stolen-bob':
      if (held) return say('trust.why.stolen');
      return stopped && fooledEnd(run) ? say('trust.why.robbed') : null;
    case 'wrong-registration':
      return held && anchor !== 'pre-shared-key'
        ? say(`trust.why.wrong-registration.${anchor}`)
        : null;
    case 'rogue-ca':
    case 'unpinned':
    case 'introducers-collude':
    case 'key-leaked':
      return held ? say(`trust.why.${loss}`) : null;
    default:
      return loss satisfies never;
  }
}

/** What the anchor takes for granted; of a broken one, what it has lost. */
export function assumptionOf(say: SayWords, anchor: TrustAnchorName, loss: Loss): string {
  switch (loss) {
    case 'stolen-both':
    case 'stolen-alice':
    case 'stolen-bob':
    case 'public-key-copied':
      return say('trust.assumes.stolen');
    case 'wrong-registration':
      return say('trust.assumes.wrong-registration');
    case 'unpinned':
      return say('trust.assumes.unpinned');
    default:
      return say(`trust.assumes.${anchor}`);
  }
}
