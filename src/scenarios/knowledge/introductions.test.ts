import { describe, expect, test } from 'vitest';
import { OBSERVERS, type Observer } from '../actors.ts';
import { configFromDifferences } from '../config-parse.ts';
import { runConfig } from '../execute.ts';
import type { Run } from '../run.ts';
import { fullTrustKit } from '../trust/full-kit.ts';
import { timelineOf } from './timeline.ts';
import { viewOf } from './view-of.ts';

type Differences = Readonly<Record<string, unknown>>;

function runOf(differences: Differences): Run {
  const parsed = configFromDifferences({
    'exchange.photons': 1200,
    'amplification.accounting': 'asymptotic',
    'authentication.trustAnchor': 'pki',
    'authentication.method': 'ed25519',
    ...differences,
  });
  if (!parsed.ok) throw new Error(parsed.problems[0]!.message);
  return runConfig(parsed.config, { kit: fullTrustKit });
}

const middle = { 'eve.attack': 'man-in-the-middle' } as const;

function seenBy(run: Run, observer: Observer, at = run.length) {
  return viewOf(run, observer, at).introductions;
}

describe('introductions', () => {
  test('come with their letters, one for each end', () => {
    const run = runOf({});
    const [first, second] = run.letters.filter(({ kind }) => kind === 'introduction');
    for (const observer of OBSERVERS) {
      expect(seenBy(run, observer, first!.at)).toEqual([]);
      expect(seenBy(run, observer, first!.at + 1).map((one) => one.of)).toEqual(['alice']);
      expect(seenBy(run, observer, second!.at + 1).map((one) => one.of)).toEqual(['alice', 'bob']);
      expect(seenBy(run, observer).every(({ judged }) => judged.accepted)).toBe(true);
    }
  });

  test('who made them is for Eve and Everyone to know', () => {
    const run = runOf({ ...middle, 'authentication.broken': 'rogue-ca' });
    for (const observer of ['everyone', 'eve'] as const) {
      const seen = seenBy(run, observer);
      expect(seen.length).toBe(4);
      expect(seen.filter(({ writtenBy }) => writtenBy === 'eve').length).toBe(2);
      expect(
        seen.some(({ credentials }) =>
          credentials.some(({ carriesKeyOf }) => carriesKeyOf === 'eve'),
        ),
      ).toBe(true);
    }
    for (const actor of ['alice', 'bob'] as const) {
      const seen = seenBy(run, actor);
      expect(seen.map((one) => [one.of, one.writtenBy, one.link]).sort()).toEqual([
        ['alice', actor === 'alice' ? 'alice' : null, 0],
        ['bob', actor === 'bob' ? 'bob' : null, 0],
      ]);
      for (const { credentials } of seen) {
        expect(credentials.length).toBeGreaterThan(0);
        for (const { madeBy, carriesKeyOf } of credentials) {
          expect([madeBy, carriesKeyOf]).toEqual([null, null]);
        }
      }
      expect(JSON.stringify(seen)).not.toContain('"eve"');
    }
  });
});

describe('a signature anyone can check, a shared key nobody else', () => {
  test('Eve sees that signed letters fit, and of a shared key’s only that they are sealed', () => {
    const signed = viewOf(runOf({}), 'eve', Number.POSITIVE_INFINITY);
    expect(signed.sight('seal-result')).toBe('full');
    expect(signed.letters.filter(({ seal }) => seal === 'sealed')).toEqual([]);
    const shared = viewOf(runOf({ 'authentication.method': 'hmac-sha-256' }), 'eve', 1e9);
    expect(shared.sight('seal-result')).toBe('exists');
    const seals = new Map<string, Set<string>>();
    for (const { kind, seal } of shared.letters) {
      seals.set(kind, (seals.get(kind) ?? new Set()).add(seal));
    }
    expect([...seals.get('kem-key')!, ...seals.get('kem-ciphertext')!]).toEqual(['fits', 'fits']);
    expect([...seals.get('bases')!]).toEqual(['sealed']);
  });

  test('the pool comes of the key exchange; signatures have none', () => {
    const shared = runOf({
      'authentication.method': 'wegman-carter',
      'authentication.preSharedBits': 4096,
    });
    const { at } = shared.letters.find(({ kind }) => kind === 'kem-ciphertext')!;
    expect(viewOf(shared, 'alice', at).pool('alice')).toBeNull();
    expect(viewOf(shared, 'alice', at + 1).pool('alice')).toBe(4096 - 128);
    const left = viewOf(shared, 'everyone', shared.length);
    const { refilled, spentOnSeals } = left.use()!;
    expect(left.pool('bob')).toBe(4096 - spentOnSeals + refilled);
    expect(spentOnSeals).toBe(shared.receipt.keyLedger.spentOnSeals);
    expect(viewOf(runOf({}), 'everyone', 1e9).pool('alice')).toBeNull();
  });
});

describe('one private key stolen: the two ends part', () => {
  test.each([
    ['alice', 'bob'],
    ['bob', 'alice'],
  ] as const)('%s’s key: she stops at the seal, %s has a key, Eve has it too', (robbed, fooled) => {
    const run = runOf({
      ...middle,
      'authentication.broken': 'private-key-stolen',
      'authentication.stolenFrom': robbed,
      // The first letter to the robbed end ends it there; with one seal a phase all photons are sent.
      'authentication.sealing': 'letter',
    });
    const link = robbed === 'alice' ? 0 : 1;
    const { stop } = run.links[link]!;
    expect(stop).not.toBeNull();
    const say = (observer: Observer, at = run.length) => viewOf(run, observer, at).verdict;
    expect(say(robbed)).toMatchObject({ verdict: 'stopped-seal', stoppedBy: robbed });
    expect(say(robbed, stop!.at)).toEqual(say(robbed));
    expect(say(robbed, stop!.at - 1)).toBeNull();
    expect(say(fooled)).toMatchObject({ verdict: 'key', stoppedBy: null });
    expect(say(fooled, stop!.at)).toBeNull();
    expect(say('everyone')).toMatchObject({ verdict: 'fooled' });
    expect(say('eve')).toMatchObject({ verdict: 'fooled' });

    // One axis for both, though one link ends long before the other.
    const timeline = timelineOf(run);
    const events = Array.from({ length: run.length }, (_, at) => timeline.eventAt(at));
    const inOrder = events.flatMap((event) => (event.kind === 'pulse' ? event.pulse : []));
    expect(inOrder).toEqual(Array.from({ length: inOrder.length }, (_, pulse) => pulse));
    expect(inOrder.length).toBe(Math.max(...run.links.map(({ pulses }) => pulses)));
    expect(events.filter(({ kind }) => kind === 'letter').length).toBe(run.letters.length);

    // Her link carried no more photons, and she sees none of the other's.
    const view = viewOf(run, robbed, run.length);
    const { pulses } = run.links[link]!;
    const other = run.links[1 - link]!.pulses;
    expect(pulses).toBeLessThan(other);
    expect([view.pulses, view.pulsesSent]).toEqual([pulses, pulses]);
    expect(viewOf(run, 'everyone', run.length).pulses).toBe(other);
    for (const pulse of [pulses, other - 1]) {
      expect(view.photon(pulse)).toMatchObject({
        near: { kind: 'absent' },
        far: { kind: 'absent' },
      });
      for (const fact of ['alice.bit', 'bob.bit', 'kept', 'detected'] as const) {
        expect(view.bit(fact, pulse)).toBeNull();
      }
      const everyone = viewOf(run, 'everyone', run.length);
      expect(everyone.bit(robbed === 'alice' ? 'alice.bit' : 'bob.bit', pulse)).toBeNull();
      expect(everyone.bit(fooled === 'alice' ? 'alice.bit' : 'bob.basis', pulse)).not.toBeNull();
      const photon = everyone.photon(pulse);
      expect(photon[robbed === 'alice' ? 'near' : 'far'].kind).toBe('absent');
      expect(photon[robbed === 'alice' ? 'far' : 'near'].kind).toBe('state');
    }
    expect(view.correction()).toBeNull();
    expect(view.key(robbed)).toBeNull();
    expect(viewOf(run, fooled, run.length).key(fooled)).toEqual(
      viewOf(run, 'eve', run.length).key('eve', (1 - link) as 0 | 1),
    );
  });
});

test('a fingerprint of the sealing key is its holder’s to read aloud, and nobody else’s', () => {
  const shared = {
    'authentication.method': 'wegman-carter',
    'authentication.trustAnchor': 'pre-shared-key',
  };
  const seen = (run: Run, observer: Observer) => {
    const view = viewOf(run, observer, run.length);
    return [view.store('alice'), view.store('bob'), view.store('eve')];
  };
  const run = runOf(shared);
  const { alice } = run.stores;
  expect(alice).toMatch(/^[0-9a-f]{32}$/);
  expect(seen(run, 'everyone')).toEqual([alice, alice, null]);
  expect(seen(run, 'alice')).toEqual([alice, null, null]);
  expect(seen(run, 'bob')).toEqual([null, alice, null]);
  const leaked = runOf({ ...middle, ...shared, 'authentication.broken': 'key-leaked' });
  expect(seen(leaked, 'everyone')).toEqual([alice, alice, alice]);
  // Under certificates each end made its key with whoever answered.
  const split = runOf({
    ...middle,
    ...shared,
    'authentication.trustAnchor': 'pki',
    'authentication.broken': 'rogue-ca',
  });
  const [near, far] = seen(split, 'everyone');
  expect(near).not.toBe(far);
});
