import { describe, expect, test } from 'vitest';
import { utf8 } from '../../core/random/streams.ts';
import { OBSERVERS, type Observer } from '../actors.ts';
import { configFromDifferences } from '../config-parse.ts';
import { runConfig } from '../execute.ts';
import type { Run } from '../run.ts';
import { timelineOf } from './timeline.ts';
import { textOf } from './utf8-text.ts';
import { viewOf } from './view-of.ts';

type Differences = Readonly<Record<string, unknown>>;

function runOf(differences: Differences): Run {
  const parsed = configFromDifferences(differences);
  if (!parsed.ok) throw new Error(parsed.problems[0]!.message);
  return runConfig(parsed.config);
}

/** Enough for the seals and a short text, with textbook accounting. */
const enough = {
  'exchange.photons': 6000,
  'amplification.accounting': 'asymptotic',
  'use.cipher': 'one-time-pad',
  'use.message': 'At 5, café.',
} as const;

function envelopeOf(run: Run, observer: Observer, at = run.length, link: 0 | 1 = 0) {
  return viewOf(run, observer, at).use(link)?.envelope ?? null;
}

function envelopeLetter(run: Run, link = 0) {
  return run.letters.find((letter) => letter.kind === 'envelope' && letter.link === link)!;
}

describe('a pad envelope under a seal', () => {
  const run = runOf(enough);
  const { at } = envelopeLetter(run);

  test('the key is there before it, for each end', () => {
    const start = timelineOf(run).stepStart(5)!;
    expect(start).toBe(at);
    for (const observer of OBSERVERS) {
      expect(viewOf(run, observer, start - 1).use()).toBeNull();
      expect(viewOf(run, observer, start).use()).not.toBeNull();
      expect(envelopeOf(run, observer, at)).toBeNull();
      expect(envelopeOf(run, observer, at + 1)).not.toBeNull();
    }
    expect(viewOf(run, 'alice', start - 1).key('alice')).toBeNull();
    expect(viewOf(run, 'alice', start).key('alice')!.bits).toBe(run.receipt.keys.alice!.bits);
  });

  test('who can read it, and who saw it accepted', () => {
    const seen = OBSERVERS.map((observer) => {
      const { message, accepted, altered } = envelopeOf(run, observer)!;
      return [observer, message, accepted, altered];
    });
    const text = enough['use.message'];
    expect(seen).toEqual([
      ['everyone', text, true, false],
      ['alice', text, null, null],
      ['bob', text, true, null],
      ['eve', null, null, false],
    ]);
    expect(OBSERVERS.map((observer) => viewOf(run, observer, at).sight('message'))).toEqual([
      'full',
      'full',
      'full',
      'exists',
    ]);
  });

  test('the ledger is the receipt’s', () => {
    const { keyLedger } = run.receipt;
    const use = viewOf(run, 'bob', run.length).use()!;
    expect(use).toMatchObject({
      made: keyLedger.made,
      spentOnSeals: keyLedger.spentOnSeals,
      spentOnMessage: utf8(enough['use.message']).length * 8,
      net: keyLedger.made - keyLedger.spentOnSeals,
    });
    expect(use.made).toBe(use.refilled + use.spentOnMessage + use.left);
    // Before the envelope its seal is not spent yet, and what it takes is left.
    const before = viewOf(run, 'bob', at).use()!;
    expect(before).toMatchObject({ spentOnMessage: 0, left: use.left + use.spentOnMessage });
    expect(before.spentOnSeals).toBe(use.spentOnSeals - 128);
    expect(before.refilled).toBe(before.spentOnSeals);
  });
});

describe('a pad envelope without a seal, one bit of it turned over', () => {
  const run = runOf({ ...enough, 'use.sealed': false });

  test('Alice knows what she wrote, Bob what came, and neither sees the change', () => {
    const [everyone, alice, bob, eve] = OBSERVERS.map((observer) => envelopeOf(run, observer)!);
    expect(alice).toMatchObject({ message: 'At 5, café.', read: null, altered: null });
    expect(bob).toMatchObject({ message: 'At 4, café.', written: null, altered: null });
    expect(bob!.accepted).toBe(true);
    expect(everyone).toMatchObject({
      written: 'At 5, café.',
      read: 'At 4, café.',
      message: 'At 4, café.',
      altered: true,
      sealed: false,
    });
    expect(eve).toMatchObject({ written: null, read: null, message: null, altered: true });
    const turned = [...alice!.ciphertext].map((byte, i) => byte ^ bob!.ciphertext[i]!);
    expect(turned).toEqual([0, 0, 0, 1, ...Array(turned.length - 4).fill(0)]);
  });

  test('nor do their letters tell', () => {
    const index = run.letters.indexOf(envelopeLetter(run));
    const letters = OBSERVERS.map(
      (observer) => viewOf(run, observer, run.length).letters.find((one) => one.index === index)!,
    );
    const contents = letters.map(({ content }) => content);
    expect(contents.map((content) => content.kind === 'envelope' && content.altered)).toEqual([
      true,
      false,
      false,
      true,
    ]);
    const [everyone, alice, bob] = letters;
    expect(alice!.bytes).toEqual(envelopeOf(run, 'alice')!.ciphertext);
    expect(bob!.bytes).toEqual(everyone!.bytes);
    expect(bob!.bytes).not.toEqual(alice!.bytes);
    expect(letters.map(({ seal }) => seal)).toEqual(['none', 'none', 'none', 'none']);
  });
});

test('in the middle Eve reads what Alice wrote, and Bob gets it from her', () => {
  const run = runOf({
    ...enough,
    'eve.attack': 'man-in-the-middle',
    'authentication.method': 'none',
  });
  const text = enough['use.message'];
  for (const link of [0, 1] as const) {
    expect(envelopeOf(run, 'eve', run.length, link)).toMatchObject({ written: text, read: text });
  }
  expect(viewOf(run, 'eve', run.length).sight('message')).toBe('full');
  expect(envelopeOf(run, 'alice')).toMatchObject({ written: text, read: null });
  expect(envelopeOf(run, 'bob')).toMatchObject({ written: null, read: text });
  // Alice’s envelope is there before Bob’s.
  const { at } = envelopeLetter(run, 0);
  expect(envelopeLetter(run, 1).at).toBeGreaterThan(at);
  expect(envelopeOf(run, 'bob', at + 1)).toBeNull();
  expect(envelopeOf(run, 'alice', at + 1)).not.toBeNull();
});

test('a message too long for what is left stays unsent, and nothing is spent on it', () => {
  const run = runOf({ ...enough, 'use.message': 'long '.repeat(100) });
  const use = viewOf(run, 'everyone', run.length).use()!;
  expect(use).toMatchObject({ envelope: null, spentOnMessage: 0, left: use.made - use.refilled });
  expect(use.from).toBe(run.length);
});

test.each([
  ['wegman-carter', 'phase'],
  ['wegman-carter', 'letter'],
  ['hmac-sha-256', 'letter'],
  ['gmac', 'phase'],
] as const)(
  'the pool under %s by the %s: spent as the receipt says, then refilled',
  (method, sealing) => {
    const run = runOf({
      ...enough,
      'use.cipher': 'none',
      'channel.flipProbability': 0.01,
      'reconciliation.schedule': 'parallel',
      'authentication.method': method,
      'authentication.sealing': sealing,
      'authentication.preSharedBits': 65_536,
    });
    const { keyLedger, seals } = run.receipt;
    expect(keyLedger.made).toBeGreaterThan(0);
    expect(seals.failed).toBe(0);
    const end = viewOf(run, 'everyone', run.length);
    const { refilled, spentOnSeals } = end.use()!;
    expect(spentOnSeals).toBe(keyLedger.spentOnSeals);
    for (const actor of ['alice', 'bob'] as const) {
      expect(end.pool(actor)).toBe(65_536 - keyLedger.spentOnSeals + refilled);
      let before = Number.POSITIVE_INFINITY;
      const { at, rounds } = run.links[0]!.correction!;
      for (let r = 0; r <= rounds; r++) {
        const left = viewOf(run, actor, at + r).pool(actor)!;
        const spent = before - left;
        // A pass’s parities come unasked, under one seal; else the question has one of its own.
        if (r > 0 && method === 'wegman-carter' && sealing === 'letter') {
          const asked = end.correction()!.question(end.correction()!.questions - 1)!;
          expect(asked).not.toBeNull();
          expect([128, 256]).toContain(spent);
        } else if (r > 0) expect(spent).toBe(0);
        before = left;
      }
      expect(viewOf(run, actor, run.length).pool(actor === 'alice' ? 'bob' : 'alice')).toBeNull();
    }
    expect(viewOf(run, 'eve', run.length).pool('alice')).toBeNull();
  },
);

test('a run dry in Correct has used up what the receipt says', () => {
  const run = runOf({
    ...enough,
    'channel.flipProbability': 0.01,
    'authentication.sealing': 'letter',
    'authentication.preSharedBits': 8192,
  });
  expect(run.links[0]!.stop).toMatchObject({ step: 3, verdict: 'stopped-short' });
  const left = (['alice', 'bob'] as const).map(
    (actor) => viewOf(run, 'everyone', run.length).pool(actor)!,
  );
  expect(Math.min(...left)).toBe(8192 - run.receipt.seals.keyBitsSpent);
});

test('bytes read as UTF-8 are the text they came from; what is none shows as such', () => {
  for (const text of ['', 'plain', 'café', '€ 5', '𝄞 at 8', '\u07ff\u0800\uffff']) {
    expect(textOf(utf8(text))).toBe(text);
  }
  const decoder = new TextDecoder();
  for (const bytes of [
    [0xc3],
    [0x80],
    [0xff, 65],
    [0xc3, 0x28],
    [0xe2, 0x82],
    [0xed, 0xa0, 0x80],
  ]) {
    const strange = Uint8Array.from(bytes);
    const [ours, theirs] = [textOf(strange), decoder.decode(strange)];
    expect(ours).toContain('\ufffd');
    expect(ours.replaceAll('\ufffd', '')).toBe(theirs.replaceAll('\ufffd', ''));
  }
});
