import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesAt, openStream, runKey } from '../../core/random/streams.ts';
import type { RunConfig } from '../config.ts';
import { parseConfig } from '../config-parse.ts';
import { runSession } from '../execute.ts';
import type { TalkLink } from '../link/talk.ts';
import type { Tape } from '../link/tape.ts';
import { fullTrustKit } from '../trust/full-kit.ts';
import { type Archive, attack, type Findings, type Tools } from './attack.ts';
import { deviceKeysOf } from './memory.ts';
import { aesOracle, kemOracle, logOracle, type Powers } from './oracles.ts';
import { openSearch } from './search.ts';

const WAYS = ['dh-toy', 'x25519', 'ml-kem-768', 'qkd', 'hybrid'] as const;
type Way = (typeof WAYS)[number];
const TEXT = 'Under the third stone.';

interface Recorded {
  readonly archive: Archive;
  readonly line: TalkLink;
  readonly config: RunConfig;
}

/** A session with nobody in the line, and the copy of it. */
function recorded(means: Way, seed: number | string): Recorded {
  const parsed = parseConfig({
    seed,
    use: { cipher: 'aes-256-gcm', message: TEXT },
    rndl: { groupBits: 32 },
  });
  if (!parsed.ok) throw new Error('no configuration');
  const tape: Tape = [];
  const { talk } = runSession(parsed.config, { means, tape, kit: fullTrustKit });
  return { archive: { letters: tape, hop: null }, line: talk.links[0]!, config: parsed.config };
}

const NO_POWERS: Powers = {
  x25519Log: null,
  mlKemSecret: null,
  aesKey: null,
  memory: null,
  searches: false,
};

function attacked(
  { archive, line, config }: Recorded,
  means: Way,
  powers: Partial<Powers>,
  search?: Tools['search'],
): Findings {
  const coins = (label: string, length: number) =>
    bytesAt(openStream(runKey(config.seed), `test/${label}`), 0, length);
  const findings = attack(
    archive,
    { means, cipher: 'aes-256-gcm', keyFrom: line.use!.refilled },
    { measured: null, held: null, coins },
    {
      powers: { ...NO_POWERS, ...powers },
      search: search ?? openSearch(coins('search', 32), () => undefined),
      kit: fullTrustKit,
    },
  );
  if (findings === null) throw new Error('nothing was sent');
  return findings;
}

/** Oracles that write down what they are asked. */
function watched({ line }: Recorded) {
  const asked: { readonly oracle: string; readonly about: Uint8Array }[] = [];
  const watch =
    <T>(oracle: string, answer: (about: Uint8Array) => T) =>
    (about: Uint8Array) => {
      asked.push({ oracle, about });
      return answer(about);
    };
  const { agreed } = line;
  const powers: Partial<Powers> = {
    x25519Log: agreed && watch('log', logOracle(agreed, fullTrustKit.x25519.publicOf)),
    mlKemSecret: agreed && watch('ml-kem', kemOracle(agreed, fullTrustKit.kem.decapsulate)),
    aesKey: watch('aes', aesOracle(line.use!.ciphertext!, deviceKeysOf(line)!.message)),
  };
  return { asked, powers };
}

const occursIn = ({ letters }: Archive, part: Uint8Array) =>
  letters.some(({ bytes }) => Buffer.from(bytes).includes(Buffer.from(part)));

describe('an envelope that opens', () => {
  test('took the archive and, for each assumption, one answer about one recorded thing', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...WAYS),
        fc.nat(1e6),
        fc.subarray(['x25519Log', 'mlKemSecret', 'aesKey'] as const),
        (means, seed, on) => {
          const session = recorded(means, seed);
          const { asked, powers } = watched(session);
          const chosen = Object.fromEntries(on.map((power) => [power, powers[power] ?? null]));
          const { plaintext, how } = attacked(session, means, chosen);
          expect(asked.length).toBeLessThanOrEqual(on.length);
          expect(new Set(asked.map(({ oracle }) => oracle)).size).toBe(asked.length);
          for (const { about } of asked) expect(occursIn(session.archive, about)).toBe(true);
          const opens =
            on.includes('aesKey') ||
            (means === 'x25519' && on.includes('x25519Log')) ||
            (means === 'ml-kem-768' && on.includes('mlKemSecret'));
          expect(plaintext && Buffer.from(plaintext).toString()).toBe(opens ? TEXT : null);
          expect(how === null).toBe(!opens);
        },
      ),
      { numRuns: 40, seed: 1984 },
    );
  });

  test('of the small group took the bytes only', () => {
    fc.assert(
      fc.property(fc.nat(1e6), (seed) => {
        const { plaintext, how, attempts } = attacked(recorded('dh-toy', seed), 'dh-toy', {
          searches: true,
        });
        expect(how).toBe('discrete-log');
        expect(Buffer.from(plaintext!).toString()).toBe(TEXT);
        expect(attempts[0]).toMatchObject({ found: true, fits: true, assumed: false });
        expect(attempts[0]!.steps).toBeGreaterThan(0);
      }),
      { numRuns: 12, seed: 1984 },
    );
  });
});

test('a wrong answer does not open: the tag decides', () => {
  const session = recorded('ml-kem-768', 7);
  const { plaintext, attempts, doors } = attacked(session, 'ml-kem-768', {
    mlKemSecret: () => new Uint8Array(32),
  });
  expect([plaintext, doors.key]).toEqual([null, 'no-method']);
  expect(attempts[0]).toMatchObject({ tool: 'ml-kem-oracle', found: false, fits: false });
  const wrong = attacked(recorded('dh-toy', 7), 'dh-toy', { searches: true }, () => ({
    log: 5n,
    steps: 1,
  }));
  expect(wrong.plaintext).toBeNull();
});

test('a recording with one other byte in envelope or shares does not open', () => {
  const { archive, ...session } = recorded('dh-toy', 11);
  for (const i of archive.letters.keys()) {
    const letters = archive.letters.map(({ bytes, tag }, k) => {
      const copy = bytes.slice();
      // The lowest bit of the body's last byte.
      if (k === i) copy[copy.length - 1]! ^= 1;
      return { bytes: copy, tag };
    });
    const attempt = () =>
      attacked({ ...session, archive: { letters, hop: null } }, 'dh-toy', { searches: true });
    let plaintext: Uint8Array | null = null;
    try {
      plaintext = attempt().plaintext;
    } catch (error) {
      expect(error).toBeInstanceOf(RangeError); // a value outside the group
    }
    expect(plaintext).toBeNull();
  }
});

test('a search that is given up leaves no finding behind', () => {
  const session = recorded('dh-toy', 3);
  const stop = new Error('cancelled');
  const search: Tools['search'] = () => {
    throw stop;
  };
  expect(() => attacked(session, 'dh-toy', { searches: true }, search)).toThrow(stop);
});
