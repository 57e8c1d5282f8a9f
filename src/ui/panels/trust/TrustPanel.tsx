import type { ReactNode } from 'react';
import { useWords } from '../../../content/words/use-words.ts';
import type { ConfigProblem } from '../../../scenarios/config.ts';
import type { IntroductionView, SealSight } from '../../../scenarios/knowledge/view.ts';
import { Button } from '../../parts/Button.tsx';
import { classes } from '../../parts/classes.ts';
import { ChevronDownIcon } from '../../parts/icons.tsx';
import { AfterNote, type Twice } from './AfterNote.tsx';
import { CheckStep } from './CheckStep.tsx';
import { DependencyStrip } from './DependencyStrip.tsx';
import { type Fingerprints, KeyRegister } from './KeyRegister.tsx';
import type { DrawPortrait } from './marks.tsx';
import { type KeyHolders, PkiRegister } from './PkiRegister.tsx';
import { ProveStep } from './ProveStep.tsx';
import { type EndOfSession, SealStep } from './SealStep.tsx';
import type { Scene } from './scene.ts';
import type { Strip } from './strip.ts';
import { type Choice, TrustChoices } from './TrustChoices.tsx';
import { WebRegister } from './WebRegister.tsx';

export interface TrustPanelProps {
  readonly choice: Choice;
  readonly onChange: Parameters<typeof TrustChoices>[0]['onChange'];
  readonly onLoss: Parameters<typeof TrustChoices>[0]['onLoss'];
  readonly readerFixed: boolean;
  readonly wide: boolean;
  /** The choices cannot stand together: the checker's own words, and a way out. */
  readonly problem: ConfigProblem | null;
  readonly onFix: () => void;
  /** null before the first one was executed. */
  readonly session: {
    /** What it was executed for; while the next is under way, the choice is ahead of it. */
    readonly of: Pick<Choice, 'anchor' | 'method' | 'timing'>;
    readonly scene: Scene;
    /** As registered before any session, of the party that is checked. */
    readonly real: IntroductionView | null;
    /** Introducers that the reader has met. */
    readonly trusted: readonly string[];
    readonly holders: KeyHolders;
    readonly sharedBits: number;
    /** Fingerprints of the shared key, in each hand; null: not this observer's to know, or none. */
    readonly stores: Fingerprints;
    readonly readerSees: SealSight | null;
    readonly ends: readonly EndOfSession[];
    /** Why it went as it did; null where this run, or this observer, does not show it. */
    readonly why: string | null;
    /** It broke while the session ran; that is the session of an earlier break. */
    readonly sooner: boolean;
    /** Only where the loss came after the session, for who may see receipts. */
    readonly twice: Twice | null;
  } | null;
  /** The session chosen is not there yet. */
  readonly busy: boolean;
  /** It could not be executed. */
  readonly failed: boolean;
  readonly strip: Strip;
  readonly assumption: string;
  /** How far above the window's edge the strip stays in view, CSS px. */
  readonly stripAbove: number;
  readonly draw: DrawPortrait;
  readonly onTime: () => void;
}

/** Register, prove, check, seal letters: one grammar for every way to know each other. */
export function TrustPanel(props: TrustPanelProps) {
  const { choice, onChange, onLoss, readerFixed, wide, problem, onFix, session, busy } = props;
  const say = useWords();
  return (
    <div className="@container flex min-h-0 flex-1 flex-col">
      <TrustChoices
        choice={choice}
        readerFixed={readerFixed}
        wide={wide}
        onChange={onChange}
        onLoss={onLoss}
      />
      {problem ? (
        <div
          className="flex min-h-[300px] flex-1 flex-col items-start gap-3 px-5 py-5"
          role="status"
        >
          <p className="font-[650] text-[15px] text-ink">{say('trust.contradiction')}</p>
          <p className="max-w-[64ch] text-[14px] text-ink2">{say('trust.contradiction.why')}</p>
          <Button onClick={onFix}>{say('trust.contradiction.fix')}</Button>
          <details className="text-[12px] text-ink2">
            <summary className="inline-flex min-h-6 cursor-pointer items-center font-semibold">
              {say('trust.contradiction.details')}
              <span className="ml-0.5 size-4">
                <ChevronDownIcon />
              </span>
            </summary>
            <p className="mt-1 max-w-[80ch] break-words font-mono">
              {problem.path} {problem.message}
            </p>
          </details>
        </div>
      ) : session ? (
        <Steps {...props} session={session} busy={busy} />
      ) : (
        <p className="min-h-[300px] flex-1 px-5 py-5 text-[14px] text-ink2" role="status">
          {say(props.failed ? 'trust.failed' : 'trust.executing')}
        </p>
      )}
      <div
        className={classes(
          'rounded-b-card border-line border-t bg-surface px-4 py-3',
          // What lies further down fades out above the strip, so that no sentence seems to end there.
          wide &&
            'sticky before:pointer-events-none before:absolute before:inset-x-0 before:bottom-full before:mb-px before:h-8 before:bg-gradient-to-t before:from-surface before:to-transparent',
        )}
        style={wide ? { bottom: props.stripAbove } : undefined}
      >
        <DependencyStrip strip={props.strip} assumption={props.assumption} />
      </div>
    </div>
  );
}

function Steps({
  session,
  wide,
  busy,
  draw,
  onTime,
}: TrustPanelProps & { readonly session: NonNullable<TrustPanelProps['session']> }) {
  const say = useWords();
  const {
    scene,
    real,
    trusted,
    holders,
    sharedBits,
    stores,
    readerSees,
    ends,
    why,
    sooner,
    twice,
  } = session;
  const { anchor, method, timing } = session.of;
  const { subject, reader, shown } = scene;
  const web = shown ?? real;
  return (
    <div
      aria-busy={busy}
      className={classes(
        'grid flex-1 px-1 transition-opacity duration-100 motion-reduce:transition-none',
        // The fade above the strip must end below the last line.
        wide && 'pb-6',
        busy && 'opacity-45',
        '@min-[860px]:grid-cols-[minmax(0,1.35fr)_minmax(0,1fr)_minmax(0,.95fr)_minmax(0,1.05fr)]',
      )}
    >
      <Step n={1} when={say('trust.when.before')}>
        {anchor === 'pki' && web && (
          <PkiRegister
            subject={subject}
            reader={reader}
            real={real}
            shown={shown}
            holders={holders}
          />
        )}
        {anchor === 'web-of-trust' && web && (
          <WebRegister
            subject={subject}
            reader={reader}
            introduction={web}
            trusted={trusted}
            holders={holders}
          />
        )}
        {anchor !== 'pre-shared-key' && !web && (
          <p className="text-[13px] text-ink2 leading-[1.4]">{say('trust.register.unasked')}</p>
        )}
        {anchor === 'pre-shared-key' && (
          <KeyRegister bits={sharedBits} stores={stores} holders={holders} />
        )}
      </Step>
      <Step n={2} when={say('trust.when.now')}>
        <ProveStep scene={scene} anchor={anchor} method={method} draw={draw} />
      </Step>
      <Step n={3} when={say('trust.when.now')}>
        <CheckStep scene={scene} draw={draw} why={why} />
        {sooner && (
          <p className="mt-2 text-[13px] text-ink2 leading-[1.4]">
            {say('trust.timing.during.why')}
          </p>
        )}
      </Step>
      <Step n={4} when={say(timing === 'after' ? 'trust.when.after' : 'trust.when.then')}>
        {twice ? (
          <AfterNote twice={twice} onTime={onTime} />
        ) : (
          <SealStep scene={scene} readerSees={readerSees} ends={ends} />
        )}
      </Step>
    </div>
  );
}

function Step({
  n,
  when,
  children,
}: {
  readonly n: 1 | 2 | 3 | 4;
  readonly when: string;
  readonly children: ReactNode;
}) {
  const say = useWords();
  return (
    <section
      aria-label={say(`trust.step.${n}`)}
      className={classes(
        'min-w-0 px-3.5 py-3',
        n > 1 &&
          '@min-[860px]:border-line @min-[860px]:border-l @max-[859px]:border-line @max-[859px]:border-t',
      )}
    >
      <h3 className="font-[650] text-[14px] text-ink leading-5">
        {n} {say(`trust.step.${n}`)}
      </h3>
      <p className="mb-2.5 text-[12px] text-ink2">{when}</p>
      <div className="@max-[859px]:max-w-[520px]">{children}</div>
    </section>
  );
}
