/** Executes a configuration, completely: the light of each link, then the talk, then the figures. */
import type { Bits } from '../core/bits/bits.ts';
import { planLinks } from './channels/plan.ts';
import type { RunConfig } from './config.ts';
import { openColumnDigest, openLogHash } from './link/digest.ts';
import { type KeysHeld, keysOf, verdictOf } from './link/keys.ts';
import { type Light, shine } from './link/light.ts';
import { converse, type Talk, type TalkLink } from './link/talk.ts';
import { receiptOf } from './receipt-of.ts';
import type { Progress, Run } from './run.ts';

export type OnProgress = (progress: Progress) => void;

export function runConfig(config: RunConfig, onProgress: OnProgress = () => {}): Run {
  let { lights, talk, hash } = execute(config, onProgress);
  if (talk.pulsesSent < config.exchange.photons) {
    // An end stopped in the middle of the exchange. No photon left Alice after that; the ones before
    // are the same, for every coin has its own address.
    const cut = { ...config, exchange: { ...config.exchange, photons: talk.pulsesSent } };
    ({ lights, talk, hash } = execute(cut, () => {}, config));
  }
  const keys = keysOf(talk);
  const verdict = verdictOf(talk, keys);
  const digest = hash.digest();
  const length = talk.pulsesSent + talk.letters.length;
  const stop =
    talk.stop ??
    // Nothing corrects errors in this run, so ends that hold different bits hold no key.
    (verdict === 'stopped-errors'
      ? ({ at: length, step: 3, by: 'bob', verdict, letter: null } as const)
      : null);
  return {
    config,
    links: talk.links.map((link) => ({
      ends: link.light.plan.ends,
      counts: link.light.counts,
      trace: link.light.trace,
      reached: link.reached,
      keyPreview: previewOf(link, talk, keys),
    })),
    letters: talk.letters,
    letterPulses: Float64Array.from(talk.letterPulses),
    length,
    stop,
    receipt: receiptOf({ config, talk, keys, verdict, digest }),
    coinsByDetection: lights.some(({ plan }) => plan.listed),
  };
}

function execute(config: RunConfig, onProgress: OnProgress, asked: RunConfig = config) {
  const hash = openLogHash();
  // A cut run keeps the plan of the whole one: how coins are numbered follows from what was asked.
  const plans = planLinks(asked).map((plan) => ({ ...plan, pulses: config.exchange.photons }));
  const pulses = config.exchange.photons * plans.length;
  const lights: readonly Light[] = plans.map((plan, i) => {
    const tapped = plan.odds.tap !== null && plan.odds.tap.fraction > 0;
    const digest = openColumnDigest(hash, i, plan.pulses, tapped);
    return shine(plan, asked.exchange.pulsesPerLetter, digest, (done) => {
      onProgress({ pulsesDone: i * plan.pulses + done, pulses, step: 1 });
    });
  });
  onProgress({ pulsesDone: pulses, pulses, step: 2 });
  return { lights, talk: converse(asked, lights, hash), hash };
}

const PREVIEW_BITS = 4096;

function previewOf({ light, index }: TalkLink, talk: Talk, keys: KeysHeld) {
  const accepted = index === 0 ? keys.alice : keys.bob;
  if (talk.stop !== null || accepted === null) return null;
  const { sender, receiver } = light.key;
  const bytes = (bits: Bits) => new Uint8Array(bits.words.slice(0, PREVIEW_BITS / 32).buffer);
  return { near: bytes(sender), far: bytes(receiver), bits: accepted.length };
}
