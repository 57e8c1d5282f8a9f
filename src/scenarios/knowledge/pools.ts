/** Sealing key left at an end, and what its seals have cost so far. */
import { isOpening } from '../../core/reconciliation/log.ts';
import type { Correction, Instant, LinkSummary, Run } from '../run.ts';
import { repeatsMasks, signs } from '../sealing-traits.ts';
import { sealingCost } from '../trust/sealing-cost.ts';
import type { Scope } from './scope.ts';
import { firstWhere, keyFrom } from './timeline.ts';

type End = 'alice' | 'bob';

interface Spending {
  /** Bits in the pool when it was filled. */
  readonly bits: number;
  readonly upFront: number;
  readonly perSeal: number;
  /** From when each end holds its key; Infinity: never. */
  readonly filled: Readonly<Record<End, Instant>>;
  /** Instants at which each end used a seal up, made or checked, on letters of the log. */
  readonly used: Readonly<Record<End, readonly Instant[]>>;
  /** Seals on the letters of round trips, as far as they happened. */
  readonly onRounds: Readonly<Record<End, RoundSeals | null>>;
  /** A repeated mask is spent once in each direction, which is exactly the fault. */
  readonly most: number;
}

interface RoundSeals {
  readonly at: Instant;
  before(rounds: number): number;
}

const spendings = new WeakMap<Run, Spending>();

function spendingOf(run: Run): Spending {
  let spending = spendings.get(run);
  if (spending === undefined) {
    const { config, links, letters } = run;
    const { upFront, perSeal } = sealingCost(config.authentication);
    const bits = config.authentication.preSharedBits;
    const used: Record<End, Instant[]> = { alice: [], bob: [] };
    for (const { at, kind, seal, check, writtenBy, to } of letters) {
      // Introductions are signed; what they seal costs no shared key.
      if (seal === null || BEFORE_KEY.has(kind)) continue;
      const checked = check === 'accepted' || check === 'rejected';
      if (writtenBy !== 'eve') used[writtenBy].push(at);
      if (to !== 'eve' && checked) used[to].push(at);
    }
    spending = {
      bits,
      upFront,
      perSeal,
      used,
      filled: { alice: filledFrom(run, 'alice'), bob: filledFrom(run, 'bob') },
      onRounds: {
        alice: roundSeals(config, links[0]!),
        bob: roundSeals(config, links.at(-1)!),
      },
      most: repeatsMasks(config) ? 2 : Number.POSITIVE_INFINITY,
    };
    spendings.set(run, spending);
  }
  return spending;
}

const BEFORE_KEY: ReadonlySet<string> = new Set(['introduction', 'kem-key', 'kem-ciphertext']);

/** A pre-shared key is there from the start; under a public-key anchor it comes of the key exchange. */
function filledFrom({ config, letters, links }: Run, end: End): Instant {
  if (config.authentication.method === 'none' || signs(config)) return Number.POSITIVE_INFINITY;
  if (config.authentication.trustAnchor === 'pre-shared-key') return 0;
  const own = end === 'alice' ? 0 : links.length - 1;
  const last = letters.find(
    ({ kind, link, check }) => kind === 'kem-ciphertext' && link === own && check !== 'rejected',
  );
  return last === undefined ? Number.POSITIVE_INFINITY : last.at + 1;
}

function roundSeals(config: Run['config'], { correction, stop }: LinkSummary): RoundSeals | null {
  if (config.authentication.sealing !== 'letter' || correction === null) return null;
  // A round trip that broke off was followed by the letter that says so; without a key its last seal was never made.
  const broke = stop !== null && stop.step === 3 && stop.letter === null;
  const dry = broke && stop.verdict === 'stopped-short';
  const most = correction.letters - (broke ? 1 : 0) - (dry ? 1 : 0);
  const before = lettersBefore(correction);
  return { at: correction.at, before: (rounds) => Math.min(most, before(rounds)) };
}

/** Letters of the first round trips: one that opens a pass needs no question. */
function lettersBefore({ log, rounds, letters }: Correction): (rounds: number) => number {
  if (log === null) return (done) => (rounds === 0 ? 0 : Math.round((letters * done) / rounds));
  const sums = new Uint32Array(rounds + 1);
  for (let r = 0; r < rounds; r++) sums[r + 1] = sums[r]! + (isOpening(log, r) ? 1 : 2);
  return (done) => sums[done]!;
}

function sealsUsed({ used, onRounds, most }: Spending, run: Run, end: End, now: Instant): number {
  const letters = firstWhere(used[end].length, (k) => used[end][k]! >= now);
  const rounds = onRounds[end];
  const link = run.links[end === 'alice' ? 0 : run.links.length - 1]!;
  const done = rounds === null ? 0 : roundsDone(link.correction!, now);
  return Math.min(most, letters + (rounds?.before(done) ?? 0));
}

/** Round trips of a link's Correct that have happened. */
export function roundsDone({ at, rounds }: Correction, now: Instant): number {
  return Math.min(rounds, Math.max(0, now - at));
}

/** Sealing key that an end has used up, bits. */
export function spentBy(run: Run, end: End, now: Instant): number {
  const spending = spendingOf(run);
  if (spending.filled[end] > now) return 0;
  const seals = sealsUsed(spending, run, end, now);
  return seals === 0 ? 0 : spending.upFront + spending.perSeal * seals;
}

export function poolLeft({ run, observer, now }: Scope, end: End): number | null {
  if (observer !== 'everyone' && observer !== end) return null;
  const spending = spendingOf(run);
  if (spending.filled[end] > now) return null;
  const { bits, upFront, perSeal } = spending;
  const own = end === 'alice' ? 0 : run.links.length - 1;
  const fresh = now >= keyFrom(run, own) ? (run.links[own]!.use?.refilled ?? 0) : 0;
  return bits - upFront - perSeal * sealsUsed(spending, run, end, now) + fresh;
}
