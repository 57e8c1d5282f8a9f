import type { Seed } from '../../../scenarios/config.ts';

/** A seed as typed: digits are a number, anything else a text; null where it is neither. */
export function readSeed(text: string): Seed | null {
  const bare = text.trim();
  if (/^\d+$/.test(bare)) {
    const number = Number(bare);
    return number <= 0xffff_ffff ? number : null;
  }
  const quoted = /^["“](.*)["”]$/.exec(bare)?.[1] ?? bare;
  return quoted.length >= 1 && quoted.length <= 64 ? quoted : null;
}

/** The next seed to try: another one, and by the same rule for everybody. */
export function nextSeed(seed: Seed): Seed {
  return typeof seed === 'number' && seed < 0xffff_ffff ? seed + 1 : 1;
}
