/** Seals misused: what is executed to show each mistake, and the same without it. */
import type { RunConfig, Seed } from '../scenarios/config.ts';
import { configFromDifferences } from '../scenarios/config-parse.ts';
import { forgeSeals } from '../scenarios/forgery/forgery.ts';

/** What comes twice: a one-time mask, or the number that GMAC makes its mask of. */
export type Repeated = 'mask' | 'nonce';

const REPEATED = {
  mask: { method: 'wegman-carter', fault: 'mask-reused' },
  nonce: { method: 'gmac', fault: 'nonce-reused' },
} as const;

/** The middleman against seals with a number used twice, and against the same seals without. */
export function repeatConfigs(
  seed: Seed,
  what: Repeated,
): { readonly twice: RunConfig; readonly once: RunConfig } {
  const { method, fault } = REPEATED[what];
  const once = { seed, 'eve.attack': 'man-in-the-middle', 'authentication.method': method };
  return { twice: checked({ ...once, 'authentication.fault': fault }), once: checked(once) };
}

export type Cipher = 'one-time-pad' | 'aes-256-gcm';

/** An honest session whose message goes off without a seal; Eve turns one bit of it. */
export function openConfig(seed: Seed, cipher: Cipher): RunConfig {
  return checked({ seed, 'use.cipher': cipher, 'use.sealed': false });
}

function checked(differences: Readonly<Record<string, unknown>>): RunConfig {
  const parsed = configFromDifferences(differences);
  if (!parsed.ok) throw new TypeError(parsed.problems.map(({ message }) => message).join('; '));
  return parsed.config;
}

/** How Eve tries a short seal: by guessing it, or by altering the text under it. */
export const SHORT_WAYS = ['guess', 'with', 'without'] as const;
export type ShortWay = (typeof SHORT_WAYS)[number];

export interface ShortResult {
  readonly attempts: number;
  readonly passed: number;
  /** Of one attempt. */
  readonly odds: number;
}

/** Forgeries between two breaths of the page. */
const SLICE = 100;

/** Forges Wegman–Carter seals of a length each way; attempts go on where the last ones ended. */
export async function forgeShort(
  { seed, tagBits, from }: { readonly seed: Seed; readonly tagBits: number; readonly from: number },
  attempts: number,
  onResult: (way: ShortWay, result: ShortResult) => void,
): Promise<void> {
  for (const way of SHORT_WAYS) {
    for (let done = 0; done < attempts; done += SLICE) {
      const slice = Math.min(SLICE, attempts - done);
      const result = forgeSeals({
        seed,
        method: 'wegman-carter',
        tagBits,
        from: from + done,
        attempts: slice,
        attack: way === 'guess' ? 'guess' : 'linearised',
        secondElement: way !== 'without',
      });
      onResult(way, result);
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
  }
}
