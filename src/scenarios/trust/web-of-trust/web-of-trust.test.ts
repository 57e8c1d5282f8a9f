import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { framed, unframed } from '../../../core/authentication/frames.ts';
import { signerOf, verifySignature } from '../../../core/authentication/signatures.ts';
import type { Party, SignatureScheme, TrustTerms } from '../contract.ts';
import { bundleBody, makeEndorsement, type Role } from './bundle.ts';
import { webGraphOf } from './graph.ts';
import { judgeBundle } from './judge.ts';
import { webOfTrust } from './web-of-trust.ts';

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
  const registered = webOfTrust.register(terms);
  const { introduction, signer } = registered.standing('eve', party);
  const judged = registered.check(introduction.body, party);
  const { publicKey, scheme } = judged;
  const sealFits =
    publicKey !== null && verifySignature(scheme!, publicKey, TEXT, signer.sign(TEXT));
  return { introduction, signer, judged, sealFits };
}

describe.each(SCHEMES)('%s: an honest bundle', (scheme) => {
  test.each(PARTIES)('of %s is accepted on two ways that share nobody', (party) => {
    const registered = webOfTrust.register(termsOf({ scheme }));
    const { introduction, signer } = registered.standing(party, party);
    const judged = registered.check(introduction.body, party);
    expect(judged.accepted).toBe(true);
    expect(judged.publicKey).toEqual(signer.publicKey);
    expect(verifySignature(scheme, judged.publicKey!, TEXT, signer.sign(TEXT))).toBe(true);
    const names = judged.checks.map(({ name }) => name);
    expect(names).toEqual([
      'parses',
      'name',
      ...['endorsement', 'endorsement', 'endorsement', 'endorsement'],
      ...['validity', 'validity', 'validity'],
      ...['introducers', 'introducers', 'introducers', 'introducers'],
      ...['path', 'path'],
    ]);
    const graph = webGraphOf({ of: party, credentials: introduction.credentials, judged });
    expect(graph.paths).toEqual(
      party === 'alice'
        ? [['introducer-6'], ['introducer-5', 'introducer-3']]
        : [['introducer-2'], ['introducer-1', 'introducer-4']],
    );
  });

  test('counts neither a stranger nor a directory, and says so', () => {
    const registered = webOfTrust.register(termsOf({ scheme }));
    const { introduction } = registered.standing('alice', 'alice');
    const { checks } = registered.check(introduction.body, 'alice');
    expect(checks.filter(({ result }) => result === 'skipped')).toEqual([
      { name: 'endorsement', about: 'introducer-1 > Alice', result: 'skipped' },
      { name: 'introducers', about: 'introducer-1', result: 'skipped' },
      { name: 'introducers', about: 'directory', result: 'skipped' },
    ]);
  });

  test('does not pass for the other party, and comes again from the same seed', () => {
    const [one, two] = [1, 2].map(() => webOfTrust.register(termsOf({ scheme })));
    const { body } = one!.standing('alice', 'alice').introduction;
    expect(two!.standing('alice', 'alice').introduction.body).toEqual(body);
    const { accepted, checks } = one!.check(body, 'bob');
    expect(accepted).toBe(false);
    expect(checks.at(-1)).toEqual({ name: 'name', about: 'Bob', result: 'failed' });
  });
});

describe.each(SCHEMES)('%s: Eve', (scheme) => {
  test.each(PARTIES)('as %s with introducers of her own and a listing finds no way', (party) => {
    const { judged, introduction } = eveAs(party, termsOf({ scheme }));
    expect(judged.accepted).toBe(false);
    expect(judged.checks.at(-1)).toMatchObject({ name: 'path', result: 'failed' });
    expect(judged.checks).toContainEqual({
      name: 'introducers',
      about: 'directory',
      result: 'skipped',
    });
    expect(new Set(introduction.credentials.map(({ madeBy }) => madeBy))).toEqual(new Set(['eve']));
  });

  test('with introducers who collude or were deceived passes, with her own key', () => {
    for (const party of PARTIES) {
      const [sold, fooled] = (['introducers-collude', 'wrong-registration'] as const).map(
        (broken) => eveAs(party, termsOf({ scheme, broken })),
      );
      for (const { judged, sealFits, introduction } of [sold!, fooled!]) {
        expect(judged.accepted).toBe(true);
        expect(sealFits).toBe(true);
        const honest = webOfTrust.register(termsOf({ scheme })).standing(party, party);
        expect(judged.publicKey).not.toEqual(honest.signer.publicKey);
        expect(introduction.credentials[0]).toMatchObject({
          madeBy: 'introducer',
          carriesKeyOf: 'eve',
        });
      }
      // Nobody can tell them apart but the viewer.
      expect(sold!.introduction.body).toEqual(fooled!.introduction.body);
      expect(sold!.introduction.credentials[0]).toMatchObject({ deceived: false });
      expect(fooled!.introduction.credentials[0]).toMatchObject({ deceived: true });
    }
  });

  test.each([
    ['both', ['alice', 'bob']],
    ['alice', ['alice']],
    ['bob', ['bob']],
  ] as const)('with the private key stolen from %s is exactly that party', (stolenFrom, robbed) => {
    for (const party of PARTIES) {
      const terms = termsOf({ scheme, broken: 'private-key-stolen', stolenFrom });
      const { judged, sealFits } = eveAs(party, terms);
      const honest = webOfTrust.register(terms).standing(party, party);
      // Endorsements are public; only the private key makes a seal fit.
      expect(judged.publicKey).toEqual(honest.signer.publicKey);
      expect(sealFits).toBe(robbed.some((name) => name === party));
    }
  });

  test('with the public key alone shows the real bundle and cannot sign for it', () => {
    for (const party of PARTIES) {
      const terms = termsOf({ scheme, broken: 'public-key-copied' });
      const { judged, sealFits, introduction } = eveAs(party, terms);
      expect(introduction).toEqual(webOfTrust.register(terms).standing(party, party).introduction);
      expect(judged.accepted).toBe(true);
      expect(sealFits).toBe(false);
    }
  });
});

test('a bundle altered in any way carries the same key or is refused, and nothing is thrown', () => {
  const registered = webOfTrust.register(termsOf());
  const { introduction, signer } = registered.standing('bob', 'bob');
  const { body } = introduction;
  fc.assert(
    fc.property(fc.nat(body.length - 1), fc.nat(7), fc.nat(body.length - 1), (at, bit, cut) => {
      const flipped = body.slice();
      flipped[at]! ^= 1 << bit;
      for (const bytes of [flipped, body.slice(0, cut), Uint8Array.of(...body, at & 255)]) {
        const { accepted, publicKey } = registered.check(bytes, 'bob');
        if (accepted) expect(publicKey).toEqual(signer.publicKey);
      }
      expect(registered.check(body.slice(0, cut), 'bob').accepted).toBe(false);
    }),
    { numRuns: 150, seed: 1984 },
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(registered.check(bytes, 'bob').accepted).toBe(false);
    }),
    { numRuns: 300, seed: 1984 },
  );
});

describe('a bundle with one thing wrong', () => {
  const [one, two, three, alice, eve] = [1, 2, 3, 4, 5].map((n) =>
    signerOf('ed25519', new Uint8Array(32).fill(n)),
  );
  const since = '2026-01-01T00:00:00Z';
  const keyring = {
    trusted: [
      { name: 'introducer-1', publicKey: one!.publicKey },
      { name: 'introducer-2', publicKey: two!.publicKey },
    ],
    scheme: 'ed25519',
    now: '2026-06-01T00:00:00Z',
  } as const;
  type Key = typeof one;
  const saying = (by: Key, of: Key, name = 'Alice', role: Role = 'party', date = since) =>
    makeEndorsement({ by: 'somebody', role, name, since: date }, of!.publicKey, by!);
  const judge = (endorsements: readonly Uint8Array[], ...further: readonly Key[]) => {
    const keys = [alice, ...further].map((key) => key!.publicKey);
    return judgeBundle(bundleBody({ keys, endorsements, listings: [] }), 'Alice', keyring);
  };
  const failureOf = (endorsements: readonly Uint8Array[], ...further: readonly Key[]) =>
    judge(endorsements, ...further).checks.find(({ result }) => result === 'failed')?.name;

  test('passes with nothing wrong', () => {
    expect(judge([saying(one, alice), saying(two, alice)]).accepted).toBe(true);
  });

  test('one introducer is not enough, and neither is the same one twice or through another', () => {
    expect(failureOf([saying(one, alice)])).toBe('path');
    expect(failureOf([saying(one, alice), saying(one, alice)])).toBe('path');
    const through = [saying(one, three, 'Carol', 'introducer'), saying(three, alice)];
    expect(failureOf([saying(one, alice), ...through], three)).toBe('path');
    expect(failureOf([saying(two, alice), ...through], three)).toBeUndefined();
  });

  test('a party vouched for is no introducer, and a good introducer is not Alice', () => {
    const notIntroducer = [saying(one, three, 'Carol', 'party'), saying(three, alice)];
    expect(failureOf([saying(two, alice), ...notIntroducer], three)).toBe('path');
    const notAlice = saying(one, alice, 'Alice', 'introducer');
    expect(failureOf([saying(two, alice), notAlice])).toBe('path');
  });

  test('another name, another key', () => {
    expect(failureOf([saying(one, alice, 'Bob'), saying(two, alice, 'Bob')])).toBe('name');
    expect(failureOf([saying(one, eve), saying(two, eve)])).toBe('name');
    expect(failureOf([saying(one, alice), saying(two, eve)])).toBe('path');
  });

  test('a signature by another key than it names', () => {
    const [statement] = unframed(saying(two, alice), 2)!;
    const forged = framed([statement!, eve!.sign(statement!)]);
    expect(failureOf([saying(one, alice), forged])).toBe('endorsement');
  });

  test('an endorsement of tomorrow', () => {
    const early = saying(two, alice, 'Alice', 'party', '2026-06-01T00:00:01Z');
    expect(failureOf([saying(one, alice), early])).toBe('validity');
  });

  test('what is no bundle', () => {
    expect(failureOf(new Array(13).fill(saying(one, alice)))).toBe('parses');
    expect(failureOf([Uint8Array.of(1)])).toBe('parses');
    expect(failureOf([saying(one, alice, '')])).toBe('parses');
    expect(failureOf([saying(one, alice, 'Alice\n')])).toBe('parses');
    expect(failureOf([saying(one, alice, 'Alice', 'party', 'soon')])).toBe('parses');
    const parts = [framed([]), framed([]), framed([])];
    expect(judgeBundle(framed(parts), 'Alice', keyring).accepted).toBe(false);
    const short = framed([framed([new Uint8Array(31)]), framed([]), framed([])]);
    expect(judgeBundle(short, 'Alice', keyring).checks).toHaveLength(1);
  });
});

test('the picture has the reader’s trust, the endorsements, and the ways that counted', () => {
  const registered = webOfTrust.register(termsOf());
  const { introduction } = registered.standing('alice', 'alice');
  const judged = registered.check(introduction.body, 'alice');
  const graph = webGraphOf({ of: 'alice', credentials: introduction.credentials, judged });
  expect(graph.reader).toBe('bob');
  expect(graph.introducers.filter(({ trusted }) => trusted).map(({ name }) => name)).toEqual([
    'introducer-5',
    'introducer-6',
  ]);
  expect(graph.edges.map(({ from, to, lit }) => `${from} ${to} ${lit ? 'lit' : ''}`)).toEqual([
    'bob introducer-5 lit',
    'bob introducer-6 lit',
    'introducer-6 alice lit',
    'introducer-3 alice lit',
    'introducer-1 alice ',
    'introducer-5 introducer-3 lit',
  ]);
  const eve = registered.standing('eve', 'alice').introduction;
  const refused = registered.check(eve.body, 'alice');
  const hers = webGraphOf({ of: 'alice', credentials: eve.credentials, judged: refused });
  expect(hers.paths).toEqual([]);
  expect(hers.edges.filter(({ lit }) => lit)).toEqual([]);
});
