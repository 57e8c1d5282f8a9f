/** What a shelf, a bench and a result say in words; numbers come from the run. */
import type { SayWords } from '../../../content/words/use-words.ts';
import type { Observer } from '../../../scenarios/actors.ts';
import type {
  Bench,
  ShelfHeap,
  ShelfResult,
  ShelfView,
} from '../../../scenarios/knowledge/shelf-view.ts';
import { formatCount } from '../../format.ts';
import type { LaneShown } from './lane.ts';
import type { HeapIcon } from './marks.tsx';

/** From here on, whole kilobytes. */
const KILOBYTES_FROM = 10_000;

export function bytesText(say: SayWords, bytes: number): string {
  return bytes < KILOBYTES_FROM
    ? say('later.bytes', { bytes })
    : say('later.kilobytes', { kilobytes: Math.round(bytes / 1000) });
}

/** "9d 41 c7 …": the first few bytes. */
export function hexOf(bytes: Uint8Array, most: number): string {
  const shown = [...bytes.slice(0, most)].map((byte) => byte.toString(16).padStart(2, '0'));
  return `${shown.join(' ')}${bytes.length > most ? ' …' : ''}`;
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** 2ᵏ as a reader takes it in: small ones as a number, large ones as a power. */
export function powerOfTwo(log2: number): string {
  if (log2 < 20) return formatCount(2 ** log2);
  return `2${[...String(log2)].map((digit) => SUPERSCRIPTS[Number(digit)]).join('')}`;
}

export interface ShelfRow {
  readonly icon: HeapIcon;
  readonly name: string;
  readonly amount: string;
  readonly empty: boolean;
}

/** The shelf from the light downwards; a public key and its capsule are one heap. */
export function shelfRows(say: SayWords, view: ShelfView): ShelfRow[] {
  const rows: ShelfRow[] = [];
  const put = (icon: HeapIcon, name: string, bytes: number) =>
    rows.push({ icon, name, amount: bytesText(say, bytes), empty: false });
  const heaps = view.shelf ?? [];
  const bytesOf = (...kinds: ShelfHeap['kind'][]) =>
    heaps.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { bytes }) => sum + bytes, 0);
  if (bytesOf('introductions') > 0)
    put('card', say('later.heap.introductions'), bytesOf('introductions'));
  if (bytesOf('shares') > 0) put('card', say('later.heap.shares'), bytesOf('shares'));
  const capsule = bytesOf('kem-key', 'kem-ciphertext');
  if (capsule > 0) put('card', say('later.heap.capsule'), capsule);
  if (view.pulses > 0) {
    const amount = say('later.spent');
    rows.push({ icon: 'light', name: say('later.heap.light'), amount, empty: true });
  }
  if (bytesOf('letters') > 0) put('card', say('later.heap.letters'), bytesOf('letters'));
  if (bytesOf('seals') > 0) put('card', say('later.heap.seals'), bytesOf('seals'));
  if (bytesOf('envelope') > 0) put('envelope', say('later.heap.envelope'), bytesOf('envelope'));
  if (bytesOf('hop') > 0) put('wire', say('later.heap.hop'), bytesOf('hop'));
  return rows;
}

export interface BenchNote {
  readonly title: string;
  readonly lines: readonly string[];
  /** It stands for a machine or a break that nobody has. */
  readonly assumed: boolean;
}

interface Measured {
  /** Steps that such a search takes on average; null: nothing was searched. */
  readonly expected: number | null;
}

/** What she tried, one note a tool; what she has no tool for is a note too. */
export function benchNotes(
  say: SayWords,
  bench: Bench,
  result: ShelfResult | null,
  measured: Measured,
): BenchNote[] {
  const { attempts } = bench;
  if (!bench.afterQDay && !attempts.some(({ found }) => found)) {
    return [{ title: say('later.bench.empty'), lines: [say('later.bench.waits')], assumed: false }];
  }
  const fits = (fit: boolean | null) =>
    fit === null ? [] : [say(fit ? 'later.tag.fits' : 'later.tag.not')];
  return attempts.flatMap((attempt): BenchNote[] => {
    const { tool, door, found, steps, assumed } = attempt;
    const note = (lines: readonly string[]) => [
      { title: say(`later.tool.${tool}`), lines, assumed },
    ];
    switch (tool) {
      case 'none-known':
        // What the cipher's door says needs no second saying, unless it stands alone.
        if (door === 'cipher') return [];
        return note([say('later.bench.none', { door: result?.doors.key ?? 'no-method' })]);
      case 'linear-relations':
      case 'every-candidate':
        return note([
          ...(result?.candidateKeys == null
            ? []
            : [
                say(
                  result.candidateKeysBy === 'bound'
                    ? 'later.candidates.bound'
                    : 'later.candidates',
                  { keys: powerOfTwo(result.candidateKeys) },
                ),
              ]),
          ...(found ? fits(attempt.fits) : []),
        ]);
      case 'best-guess':
        return note([
          ...(result?.agreement
            ? [
                say('later.agreement', {
                  right: result.agreement.right,
                  of: result.agreement.of,
                  coins: result.agreement.of / 2,
                }),
              ]
            : []),
          ...fits(attempt.fits),
        ]);
      case 'discrete-log':
      case 'delivery-hop':
        return note([
          ...(steps === null
            ? [say('later.bench.not-searched')]
            : [
                say('later.steps', { steps }),
                ...(measured.expected === null
                  ? []
                  : [say('later.expected', { expected: Math.round(measured.expected) })]),
              ]),
          ...fits(attempt.fits),
        ]);
      case 'device-read-out':
        return note([
          say(found ? 'later.device.yields' : 'later.device.erased'),
          ...fits(attempt.fits),
        ]);
      case 'held-session':
        return note([say('later.held'), ...fits(attempt.fits)]);
      case 'discrete-log-oracle':
      case 'ml-kem-oracle':
      case 'aes-oracle':
        return note([
          say(found ? `later.oracle.${tool}` : 'later.oracle.not-enough'),
          ...fits(attempt.fits),
        ]);
      default:
        return tool satisfies never;
    }
  });
}

/** How many of the envelopes that were sent and tried were opened, as far as the observer knows. */
function openedOf(lanes: readonly LaneShown[]): {
  readonly opened: number;
  readonly of: number;
} {
  const results = lanes.flatMap(({ view }) => (view?.sent && view.result ? [view.result] : []));
  return { opened: results.filter(({ opened }) => opened).length, of: results.length };
}

/** The sentence that all lanes together come to. */
export function verdictOf(
  say: SayWords,
  { lanes, observer }: { readonly lanes: readonly LaneShown[]; readonly observer: Observer },
): string {
  const is = (kind: LaneShown['state']['kind']) => lanes.some(({ state }) => state.kind === kind);
  const done = lanes.filter(({ state }) => state.kind === 'done').length;
  const sent = lanes.filter(({ view }) => view?.sent).length;
  const { opened, of } = openedOf(lanes);
  if (is('not-sent')) return say('later.side.not-sent');
  if (is('running') || is('waiting')) return say('later.side.running');
  if (is('cancelled')) return say('later.side.cancelled');
  if (is('failed')) return say('later.side.failed');
  if (sent === 0) return say('later.side.nothing');
  if (observer === 'everyone' || observer === 'eve')
    return say('later.side.opened', { opened, of });
  return sent < done ? say('later.side.ends.not', { sent, of: done }) : say('later.side.ends');
}

/** What a listener is told when all lanes have run. */
export function spokenOf(
  say: SayWords,
  {
    lanes,
    observer,
    qDay,
  }: {
    readonly lanes: readonly LaneShown[];
    readonly observer: Observer;
    readonly qDay: boolean;
  },
): string {
  if (lanes.some(({ state }) => state.kind === 'cancelled')) return say('later.told.cancelled');
  const sent = lanes.filter(({ view }) => view?.sent);
  if (sent.length === 0) return '';
  if (observer === 'alice' || observer === 'bob') {
    return say('later.told.ends', { lanes: sent.length });
  }
  const { opened } = openedOf(lanes);
  if (!qDay && opened === 0) return say('later.told.recorded', { lanes: sent.length });
  return sent
    .map(({ lane, view }) =>
      say('later.told.lane', {
        lane: say(`later.lane.${lane}`),
        opened: view?.result?.opened ? 'yes' : 'no',
      }),
    )
    .join(' ');
}
