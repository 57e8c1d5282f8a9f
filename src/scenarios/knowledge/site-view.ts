/**
 * What each observer knows of keys on their way to their users. Alice sees site A, Bob site B; Eve sees
 * what crosses outside the walls, and what a corrupt node hands over. An open card is anybody's to read.
 */
import { chanceOfAtLeastOne } from '../../core/elementary/chance.ts';
import type { Observer } from '../actors.ts';
import type { HopProtection, Wall } from '../config.ts';
import type { DeliveryMessage } from '../receipt-later.ts';
import type { DeliveryHop, DeliveryRun } from '../run.ts';

export type SiteId = 'a' | 'b';

export interface MessageView extends DeliveryMessage {
  /** 1, 2, 3, … of the whole conversation; another site's own are left out. */
  readonly number: number;
  /** Where it is said; 'between': on an open card from one site to the other. */
  readonly at: SiteId | 'between';
  /** 'existence': recorded, and not opened; its contents are null then. */
  readonly known: 'full' | 'existence';
}

/** A hop of site A; null: not this observer's to know. */
export interface HopView {
  readonly between: DeliveryHop['between'];
  readonly state: DeliveryHop['state'];
  /** Bytes on Eve's shelf. */
  readonly recorded: number | null;
  readonly opened: boolean | null;
  /** Steps of the search that opened it; null where nothing was searched. */
  readonly steps: number | null;
}

/** How Eve came by the delivered key; 'link': she held it before it was delivered. */
export type OpenedBy = 'hop' | 'insider' | 'link';

export interface SiteView {
  readonly observer: Observer;
  readonly wall: Wall;
  readonly protection: HopProtection;
  readonly qDay: boolean;
  readonly mlKemBroken: boolean;
  /** Whose inside this observer sees. */
  readonly inside: Readonly<Record<SiteId, boolean>>;
  /** What made the key, as anybody near the line could count it. */
  readonly link: {
    readonly pulses: number;
    readonly letters: Readonly<Record<'alice' | 'bob', number>>;
    readonly sealed: boolean;
    /** Both ends accepted a key. */
    readonly key: boolean;
  };
  /** In the order of the site, from the light upwards; null: this observer does not see it. */
  readonly hops: readonly (HopView | null)[];
  readonly exposedHops: number | null;
  /** People inside wall A. */
  readonly insiders: number | null;
  /** Those of them who are Eve's, by number. */
  readonly corrupt: readonly number[] | null;
  readonly messages: readonly MessageView[];
  /** Messages of the whole conversation. */
  readonly said: number;
  /** The number on the open card; null when none was written. */
  readonly keyId: string | null;
  /** Bytes of the envelope that crossed; null when nothing was sent. */
  readonly envelope: number | null;
  /** What this observer reads of it. */
  readonly text: string | null;
  /** Both applications hold one key under one number. */
  readonly sameKey: boolean | null;
  /** How Eve opened the envelope, 'closed' if she did not; null: nothing was sent, or not known. */
  readonly outcome: OpenedBy | 'closed' | null;
}

export interface RepeatsView {
  readonly repeats: number;
  /** In which a key came, and the envelope went. */
  readonly sent: number;
  /** Eve read it, whichever way. */
  readonly opened: number;
  readonly byHop: number;
  readonly byInsider: number;
  /** She held the key of the link. */
  readonly byLink: number;
  /** Expected share of openings by insiders: 1 − (1 − rate)^insiders. */
  readonly expectedByInsider: number;
}

export function siteSeenBy(run: DeliveryRun, observer: Observer): SiteView {
  const { config, receipt } = run;
  const { wall, hop: protection } = config.delivery;
  const figures = receipt.delivery!;
  const told = tellsOfEve(observer);
  const ownsA = observer === 'everyone' || observer === 'alice';
  const outcome = outcomeOf(run);
  return {
    observer,
    wall,
    protection,
    qDay: config.rndl.qDay,
    mlKemBroken: config.rndl.whatIf.includes('ml-kem-broken'),
    inside: { a: ownsA, b: observer === 'everyone' || observer === 'bob' },
    link: linkOf(run),
    hops: run.hops.map((hop) => hopSeenBy(hop, observer)),
    exposedHops: ownsA || observer === 'eve' ? figures.exposedHops : null,
    insiders: ownsA ? figures.insiders : null,
    corrupt: told ? (run.repeats[0]?.corrupt ?? []) : null,
    messages: messagesSeenBy(run, observer),
    said: run.messages.length,
    keyId: keyIdOf(run),
    envelope: run.envelope?.length ?? null,
    text: textFor(run, observer, outcome),
    sameKey: observer === 'everyone' ? figures.sameKey : null,
    outcome: told ? outcome : null,
  };
}

/** What came of many; null for who cannot tell what Eve reads. */
export function repeatsSeenBy(run: DeliveryRun, observer: Observer): RepeatsView | null {
  if (!tellsOfEve(observer)) return null;
  const { repeats, receipt, config } = run;
  const { insiders, openedShare } = receipt.delivery!;
  const count = (holds: (repeat: DeliveryRun['repeats'][number]) => boolean) =>
    repeats.filter(holds).length;
  return {
    repeats: repeats.length,
    sent: count(({ sent }) => sent),
    opened: Math.round(openedShare * repeats.length),
    byHop: count(({ openedBy }) => openedBy.hop),
    byInsider: count(({ openedBy }) => openedBy.insider),
    byLink: count(({ openedBy }) => openedBy.link),
    expectedByInsider: chanceOfAtLeastOne({
      chance: config.delivery.insiderRate,
      attempts: insiders,
    }),
  };
}

function tellsOfEve(observer: Observer): boolean {
  return observer === 'everyone' || observer === 'eve';
}

/** Of the first repeat: what is drawn. */
function outcomeOf({ envelope, repeats }: DeliveryRun): SiteView['outcome'] {
  const [first] = repeats;
  if (envelope === null || !first) return null;
  if (first.openedBy.hop) return 'hop';
  if (first.openedBy.insider) return 'insider';
  return first.openedBy.link ? 'link' : 'closed';
}

/** By the names on the letters: the ends cannot tell more. */
function linkOf({ link }: DeliveryRun): SiteView['link'] {
  const { letters, config, receipt } = link;
  const count = (who: 'alice' | 'bob') =>
    letters.filter(({ claimedFrom, link: of }) => claimedFrom === who && of === 0).length;
  return {
    pulses: config.exchange.photons,
    letters: { alice: count('alice'), bob: count('bob') },
    sealed: receipt.seals.made > 0,
    key: receipt.keys.alice !== null && receipt.keys.bob !== null,
  };
}

function hopSeenBy(hop: DeliveryHop, observer: Observer): HopView | null {
  const { between, state } = hop;
  switch (observer) {
    case 'everyone':
      return hop;
    case 'alice':
      return { between, state, recorded: null, opened: null, steps: null };
    case 'eve':
      return state === 'exposed' ? hop : null;
    default:
      return null;
  }
}

function keyIdOf({ messages }: DeliveryRun): string | null {
  const card = messages.find(({ method }) => method === 'CARD');
  const { key_IDs: ids } = (card?.body ?? {}) as { key_IDs?: readonly { key_ID: string }[] };
  return ids?.[0]?.key_ID ?? null;
}

function textFor(
  { config, envelope, read }: DeliveryRun,
  observer: Observer,
  outcome: SiteView['outcome'],
): string | null {
  if (envelope === null) return null;
  switch (observer) {
    case 'bob':
      return read;
    case 'eve':
      return outcome === null || outcome === 'closed' ? null : config.use.message;
    default:
      return config.use.message;
  }
}

const APPS_AT: Readonly<Record<string, SiteId>> = {
  'sae-a': 'a',
  'sae-d': 'a',
  'sae-b': 'b',
  'sae-c': 'b',
};

function messagesSeenBy({ messages, hops }: DeliveryRun, observer: Observer): MessageView[] {
  const exposed = hops.find(({ state }) => state === 'exposed');
  return messages.flatMap((message, i): MessageView[] => {
    const at = message.method === 'CARD' ? 'between' : (APPS_AT[message.from] ?? 'a');
    const seen = { ...message, number: i + 1, at, known: 'full' } as const;
    switch (observer) {
      case 'everyone':
        return [seen];
      case 'alice':
        return at === 'b' ? [] : [seen];
      case 'bob':
        return at === 'a' ? [] : [seen];
      default:
        if (at === 'between') return [seen];
        // What app A and its store say to each other crosses the exposed hop; the rest stays inside.
        if (!exposed || message.from !== 'sae-a') return [];
        return [exposed.opened ? seen : closed(seen)];
    }
  });
}

function closed(message: MessageView): MessageView {
  return { ...message, path: '', body: null, status: null, response: null, known: 'existence' };
}
