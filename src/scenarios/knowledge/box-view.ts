/**
 * What each observer knows of a run in which Eve may attack a box. The ends know the public counts,
 * their own monitor and their own key; what Eve holds, she and the viewer know.
 */
import {
  reflectedPhotons,
  splittingLossDb,
  timeShiftKnowledge,
} from '../../core/decoys/side-channels.ts';
import { chanceOfAny } from '../../core/elementary/chance.ts';
import { decibelsToTransmittance } from '../../core/elementary/exponential.ts';
import type { Observer } from '../actors.ts';
import type { DeviceFix, RunConfig } from '../config.ts';
import type { Counts, Receipt, Verdict } from '../receipt.ts';

/** What is kept of a run. */
export interface BoxRun {
  readonly config: RunConfig;
  readonly receipt: Receipt;
  /** Error rate above which a run of these sizes has no key left; null with other accounting. */
  readonly finiteLimit: number | null;
}

export interface BoxView {
  readonly observer: Observer;
  readonly sent: number;
  readonly detected: number;
  /** Bits kept; 0 where the run stopped before. */
  readonly sifted: number;
  /** From the public test; null: no bit was compared. */
  readonly errorRate: number | null;
  readonly tested: number;
  /** Above it they stop. */
  readonly limit: number;
  /** Kept bits that Eve is certain of; null: not this observer's to know. */
  readonly known: number | null;
  /** Kept bits that her best guess has right: only the viewer sees which. */
  readonly guessedRight: number | null;
  /** null: not this observer's to know. */
  readonly alarm: 'silent' | 'rang' | 'no-monitor' | null;
  /** As this observer can tell: an end does not know that it was fooled. */
  readonly ending: Verdict;
  /** Of the accepted key; its length is public. Null: none. */
  readonly keyBits: number | null;
  /** Of these, what follows from all that Eve holds; null: not this observer's to know. */
  readonly keyKnown: number | null;
  /** How `keyKnown` was reckoned: counted out, or from the sizes alone. */
  readonly keyKnownBy: 'rank' | 'bound';
  /** Pulses and clicks of each strength, once the strengths are public; null: one strength. */
  readonly strengths: readonly Strength[] | null;
  /** Pulses that were spent as decoys. */
  readonly decoys: number;
  /** Bits taken off for errors and for what the box may tell; null: not shortened. */
  readonly paid: number | null;
  /** null: no closed form, or nothing of this observer's to hold against it. */
  readonly formula: Formula | null;
}

type Strength = Pick<
  NonNullable<Counts['byIntensity']>[number],
  'meanPhotonNumber' | 'sent' | 'detected'
>;

/** A closed form of PHYSICS and what this run gave beside it. */
export interface Formula {
  readonly kind: 'splitting' | 'blinding' | 'trojan' | 'shift' | 'intercept';
  /** A share, 0…1; null where the form gives a condition only. */
  readonly expected: number | null;
  readonly executed: number | null;
  /** Splitting: dB of loss to hide in. Blinding: the honest share of clicks. Trojan: photons back. Shift: bits told by each. */
  readonly detail: number;
}

export function boxSeenBy({ config, receipt, finiteLimit }: BoxRun, observer: Observer): BoxView {
  const { counts, qber, eve, verdict, keys } = receipt;
  const told = observer === 'everyone' || observer === 'eve';
  return {
    observer,
    sent: counts.sent,
    detected: counts.detected,
    sifted: counts.sifted,
    errorRate: qber.estimated,
    tested: counts.tested,
    limit: Math.min(config.estimation.abortAbove, finiteLimit ?? 1),
    known: told ? eve.siftedBitsKnown : null,
    guessedRight: observer === 'everyone' ? eve.siftedBitsGuessedRight : null,
    alarm: alarmOf(config, verdict, observer),
    ending: verdict === 'fooled' && !told ? 'key' : verdict,
    keyBits: keys.alice?.bits ?? null,
    keyKnown: told ? eve.keyBitsKnown : null,
    keyKnownBy: eve.keyBitsKnownBy,
    strengths:
      counts.byIntensity?.map(({ meanPhotonNumber, sent, detected }) => ({
        meanPhotonNumber,
        sent,
        detected,
      })) ?? null,
    decoys: counts.byIntensity?.slice(1).reduce((sum, { sent }) => sum + sent, 0) ?? 0,
    paid: receipt.amplification?.phaseErrorBits ?? null,
    formula: told ? formulaOf(config, receipt, observer) : null,
  };
}

const MONITORS: readonly DeviceFix[] = ['photocurrent-monitor'];

/** Who stops by alarm says so in public; whether a silent monitor is there, Eve cannot tell. */
function alarmOf(config: RunConfig, verdict: Verdict, observer: Observer): BoxView['alarm'] {
  if (verdict === 'stopped-alarm') return 'rang';
  if (observer === 'eve') return null;
  return MONITORS.some((fix) => config.devices.fixes.includes(fix)) ? 'silent' : 'no-monitor';
}

function formulaOf(
  config: RunConfig,
  { counts, eve, qber }: Receipt,
  observer: Observer,
): Formula | null {
  const share = (part: number, of: number) => (of === 0 ? null : part / of);
  const known = share(eve.siftedBitsKnown, counts.sifted);
  switch (config.eve.attack) {
    case 'photon-number-splitting': {
      const needed = splittingLossDb(config.exchange.meanPhotonNumber);
      // From that loss on no single photon passes, and nothing is kept that she has no copy of.
      return {
        kind: 'splitting',
        expected: lossDbOf(config) >= needed ? 1 : null,
        executed: known,
        detail: needed,
      };
    }
    case 'detector-blinding': {
      const honest = decibelsToTransmittance(lossDbOf(config));
      return {
        kind: 'blinding',
        expected: Math.min(0.5, honest),
        executed: share(counts.detected, counts.sent),
        detail: honest,
      };
    }
    case 'trojan-horse': {
      const back = photonsBack(config);
      return { kind: 'trojan', expected: chanceOfAny(2 * back), executed: known, detail: back };
    }
    case 'time-shift': {
      const gated = config.devices.fixes.includes('random-gating');
      const { guess, information } = timeShiftKnowledge(gated ? 1 : config.detector.mismatch);
      return {
        kind: 'shift',
        expected: guess,
        // Which of her guesses are right she cannot see.
        executed: observer === 'everyone' ? share(eve.siftedBitsGuessedRight, counts.sifted) : null,
        detail: information,
      };
    }
    case 'intercept-resend':
      return {
        kind: 'intercept',
        expected: config.exchange.announce === 'early' ? 0 : 0.25,
        executed: qber.estimated,
        detail: 0,
      };
    default:
      return null;
  }
}

function lossDbOf({ channel }: RunConfig): number {
  return 'lossDb' in channel ? channel.lossDb : channel.lengthKm * channel.lossDbPerKm;
}

/** Mean photon number of the light that comes back to her from each pulse's time. */
function photonsBack({ devices, eve }: RunConfig): number {
  const isolator = devices.fixes.includes('isolator') ? devices.isolatorDb : 0;
  return reflectedPhotons({
    photonsPerSecond: eve.trojanPhotons,
    pulsesPerSecond: 1,
    attenuationDb: devices.isolationDb + isolator,
  });
}

/** How far two counts of as many trials may lie apart by chance, in standard errors. */
const BY_CHANCE = 4;

/** What an end may notice, who knows what is usual on this line with these boxes. */
export interface Noticed {
  readonly errors: 'as-usual' | 'more' | 'fewer' | null;
  readonly clicks: 'as-usual' | 'more' | 'fewer';
  /** The strength whose clicks are furthest from usual; null: none beyond chance. */
  readonly strength: { readonly at: number; readonly share: number; readonly usual: number } | null;
}

/** `usual`: the same run without Eve. */
export function noticedIn(view: BoxView, usual: BoxView): Noticed {
  const apart = (off: number, deviation: number) =>
    Math.abs(off) <= BY_CHANCE * deviation ? 'as-usual' : off > 0 ? 'more' : 'fewer';
  const { errorRate: rate, tested } = view;
  const errors =
    rate === null || usual.errorRate === null
      ? null
      : apart(
          rate - usual.errorRate,
          deviationOf(rate, tested) + deviationOf(usual.errorRate, usual.tested),
        );
  const clicks = view.detected / view.sent;
  const usually = usual.detected / usual.sent;
  return {
    errors,
    clicks: apart(
      clicks - usually,
      deviationOf(clicks, view.sent) + deviationOf(usually, usual.sent),
    ),
    strength: strangest(view, usual),
  };
}

function strangest(view: BoxView, usual: BoxView): Noticed['strength'] {
  const off = (view.strengths ?? []).map(({ meanPhotonNumber: at, sent, detected }, i) => {
    const other = usual.strengths?.[i];
    if (!other || sent === 0 || other.sent === 0) return { at, share: 0, usual: 0, errors: 0 };
    const share = detected / sent;
    const usually = other.detected / other.sent;
    const deviation = deviationOf(share, sent) + deviationOf(usually, other.sent);
    const errors = deviation === 0 ? 0 : Math.abs(share - usually) / deviation;
    return { at, share, usual: usually, errors };
  });
  const [worst] = off.sort((a, b) => b.errors - a.errors);
  if (!worst || worst.errors <= BY_CHANCE) return null;
  const { at, share, usual: usually } = worst;
  return { at, share, usual: usually };
}

function deviationOf(share: number, trials: number): number {
  return trials === 0 ? 0 : Math.sqrt((share * (1 - share)) / trials);
}
