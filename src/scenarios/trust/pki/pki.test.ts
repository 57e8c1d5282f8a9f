import { X509Certificate } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fingerprintOf } from '../../../core/authentication/fingerprint.ts';
import { unframed } from '../../../core/authentication/frames.ts';
import { verifySignature } from '../../../core/authentication/signatures.ts';
import type { Party, SignatureScheme, TrustTerms } from '../contract.ts';
import { pki } from './pki.ts';

const SCHEMES: readonly SignatureScheme[] = ['ed25519', 'ml-dsa-65'];
const PARTIES: readonly Party[] = ['alice', 'bob'];
const TEXT = Uint8Array.of(1, 2, 3);

function termsOf(some: Partial<TrustTerms> = {}): TrustTerms {
  return {
    seed: 1984,
    scheme: 'ed25519',
    broken: 'none',
    stolenFrom: 'both',
    fault: 'none',
    ...some,
  };
}

/** What the other end makes of Eve as this party, and of a letter that she signs. */
function eveAs(party: Party, terms: TrustTerms) {
  const registered = pki.register(terms);
  const { introduction, signer } = registered.standing('eve', party);
  const judged = registered.check(introduction.body, party);
  const { publicKey, scheme } = judged;
  const sealFits =
    publicKey !== null && verifySignature(scheme!, publicKey, TEXT, signer.sign(TEXT));
  const failed = judged.checks.find(({ result }) => result === 'failed');
  return { introduction, signer, judged, sealFits, failed };
}

describe.each(SCHEMES)('%s: an honest chain', (scheme) => {
  test.each(PARTIES)('of %s is accepted with her key, check by check', (party) => {
    const registered = pki.register(termsOf({ scheme }));
    const { introduction, signer } = registered.standing(party, party);
    const {
      accepted,
      publicKey,
      checks,
      scheme: found,
    } = registered.check(introduction.body, party);
    expect(accepted).toBe(true);
    expect(publicKey).toEqual(signer.publicKey);
    expect(found).toBe(scheme);
    expect(checks.map(({ name }) => name)).toEqual([
      'parses',
      ...['signature', 'signature', 'signature'],
      'pinned-root',
      ...['authority', 'authority'],
      ...['path-length', 'path-length'],
      ...['key-usage', 'key-usage', 'key-usage'],
      ...['validity', 'validity', 'validity'],
      'name',
      'revocation',
    ]);
    expect(new Set(checks.slice(0, -1).map(({ result }) => result))).toEqual(new Set(['passed']));
    expect(checks.at(-1)!.result).toBe('skipped');
    expect(verifySignature(scheme, publicKey!, TEXT, signer.sign(TEXT))).toBe(true);
  });

  test('is another key for each party, and the same again from the same seed', () => {
    const [one, two] = [1, 2].map(() => pki.register(termsOf({ scheme })));
    const bodies = PARTIES.map((party) => one!.standing(party, party).introduction.body);
    expect(bodies[0]).not.toEqual(bodies[1]);
    expect(PARTIES.map((party) => two!.standing(party, party).introduction.body)).toEqual(bodies);
    const other = pki.register(termsOf({ scheme, seed: 1985 }));
    expect(other.standing('alice', 'alice').introduction.body).not.toEqual(bodies[0]);
  });

  test('does not pass for the other party', () => {
    const registered = pki.register(termsOf({ scheme }));
    const { introduction } = registered.standing('alice', 'alice');
    const { accepted, checks } = registered.check(introduction.body, 'bob');
    expect(accepted).toBe(false);
    expect(checks.at(-1)).toEqual({ name: 'name', about: 'Alice', result: 'failed' });
  });

  test('says of each certificate who made it and whose key it carries', () => {
    const { introduction, signer } = pki.register(termsOf({ scheme })).standing('bob', 'bob');
    const ders = unframed(introduction.body, 9)!;
    expect(introduction.credentials).toMatchObject([
      { kind: 'leaf', subject: 'Bob', issuer: 'Issuer', madeBy: 'authority', carriesKeyOf: 'bob' },
      { kind: 'issuer', subject: 'Issuer', madeBy: 'authority', carriesKeyOf: 'authority' },
      { kind: 'root', subject: 'Root', issuer: 'Root', carriesKeyOf: 'authority' },
    ]);
    expect(introduction.credentials.map(({ bytes }) => bytes)).toEqual(ders.map((d) => d.length));
    expect(introduction.credentials[0]!.fingerprint).toBe(fingerprintOf(signer.publicKey));
  });
});

test('another implementation follows the chain from the leaf to the root', () => {
  const { introduction } = pki.register(termsOf()).standing('alice', 'alice');
  const chain = unframed(introduction.body, 9)!.map((der) => new X509Certificate(der));
  chain.forEach((certificate, n) => {
    const issuer = chain[n + 1] ?? certificate;
    expect(certificate.checkIssued(issuer)).toBe(true);
    expect(certificate.verify(issuer.publicKey)).toBe(true);
  });
  expect(chain[0]!.checkHost('alice.example')).toBe('alice.example');
});

describe.each(SCHEMES)('%s: Eve', (scheme) => {
  test.each(PARTIES)(
    'as %s with nothing broken makes all the names, and stops at the root',
    (party) => {
      const { judged, failed, introduction } = eveAs(party, termsOf({ scheme }));
      expect(judged.accepted).toBe(false);
      expect(failed).toEqual({ name: 'pinned-root', about: 'Root', result: 'failed' });
      expect(new Set(introduction.credentials.map(({ madeBy }) => madeBy))).toEqual(
        new Set(['eve']),
      );
    },
  );

  test.each(PARTIES)('as %s is believed where the root is not pinned', (party) => {
    const { judged, sealFits } = eveAs(party, termsOf({ scheme, fault: 'unpinned' }));
    expect(judged.accepted).toBe(true);
    expect(sealFits).toBe(true);
    expect(judged.checks.find(({ name }) => name === 'pinned-root')!.result).toBe('skipped');
  });

  test.each([
    ['rogue-ca', 'eve', 'eve'],
    ['wrong-registration', 'authority', 'authority'],
  ] as const)(
    'with %s passes every check under the pinned root, with her own key',
    (broken, madeBy, issuerKey) => {
      for (const party of PARTIES) {
        const { judged, sealFits, introduction } = eveAs(party, termsOf({ scheme, broken }));
        expect(judged.accepted).toBe(true);
        expect(sealFits).toBe(true);
        const honest = pki.register(termsOf({ scheme })).standing(party, party);
        expect(judged.publicKey).not.toEqual(honest.signer.publicKey);
        const [leaf, issuer, root] = introduction.credentials;
        expect([leaf!.madeBy, leaf!.carriesKeyOf]).toEqual([madeBy, 'eve']);
        expect([issuer!.madeBy, issuer!.carriesKeyOf]).toEqual(['authority', issuerKey]);
        expect([root!.madeBy, root!.carriesKeyOf]).toEqual(['authority', 'authority']);
      }
    },
  );

  test.each([
    ['both', ['alice', 'bob']],
    ['alice', ['alice']],
    ['bob', ['bob']],
  ] as const)('with the private key stolen from %s is exactly that party', (stolenFrom, robbed) => {
    for (const party of PARTIES) {
      const terms = termsOf({ scheme, broken: 'private-key-stolen', stolenFrom });
      const { judged, sealFits, introduction } = eveAs(party, terms);
      const honest = pki.register(terms).standing(party, party);
      // Certificates are public; only the private key makes a seal fit.
      expect(introduction.body).toEqual(honest.introduction.body);
      expect(judged.publicKey).toEqual(honest.signer.publicKey);
      expect(sealFits).toBe(robbed.some((name) => name === party));
    }
  });

  test('with the public key alone shows the real chain and cannot sign for it', () => {
    for (const party of PARTIES) {
      const terms = termsOf({ scheme, broken: 'public-key-copied' });
      const { judged, sealFits, introduction } = eveAs(party, terms);
      expect(introduction).toEqual(pki.register(terms).standing(party, party).introduction);
      expect(judged.accepted).toBe(true);
      expect(sealFits).toBe(false);
    }
  });
});

test('what is broken for Eve changes nothing that Alice and Bob have', () => {
  const bodies = (terms: TrustTerms) =>
    PARTIES.map((party) => pki.register(terms).standing(party, party).introduction);
  const honest = bodies(termsOf());
  for (const broken of ['rogue-ca', 'wrong-registration', 'private-key-stolen'] as const) {
    expect(bodies(termsOf({ broken }))).toEqual(honest);
  }
});

test('a chain altered in any way is refused or carries the same key, and nothing is thrown', () => {
  const registered = pki.register(termsOf());
  const { introduction, signer } = registered.standing('alice', 'alice');
  const { body } = introduction;
  fc.assert(
    fc.property(fc.nat(body.length - 1), fc.nat(7), fc.nat(body.length), (at, bit, cut) => {
      const flipped = body.slice();
      flipped[at]! ^= 1 << bit;
      for (const bytes of [flipped, body.slice(0, cut), Uint8Array.of(...body, at & 255)]) {
        const { accepted, publicKey } = registered.check(bytes, 'alice');
        if (accepted) expect(publicKey).toEqual(signer.publicKey);
        if (accepted) expect(bytes).toEqual(body);
      }
    }),
    { numRuns: 150, seed: 1984 },
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(registered.check(bytes, 'alice').accepted).toBe(false);
    }),
    { numRuns: 200, seed: 1984 },
  );
});
