import { describe, expect, test } from 'vitest';
import { framed } from '../../../core/authentication/frames.ts';
import { signerOf } from '../../../core/authentication/signatures.ts';
import { type CertificateTerms, makeCertificate } from './certificate.ts';
import { chainBody, checkChain } from './chain.ts';

const NOW = '2026-06-01T00:00:00Z';

describe('a chain with one thing wrong fails at that check', () => {
  const [rootKey, issuerKey, leafKey] = [1, 2, 3].map((n) =>
    signerOf('ed25519', new Uint8Array(32).fill(n)),
  );
  const dates = { notBefore: '2026-01-01T00:00:00Z', notAfter: '2027-01-01T00:00:00Z' };
  const shared = { ...dates, serial: Uint8Array.of(1), scheme: 'ed25519' } as const;
  const rootTerms: CertificateTerms = {
    ...shared,
    subject: 'Root',
    issuer: 'Root',
    authority: { pathLength: 1 },
    names: [],
    publicKey: rootKey!.publicKey,
  };
  const issuerTerms: CertificateTerms = {
    ...rootTerms,
    subject: 'Issuer',
    authority: { pathLength: 0 },
    publicKey: issuerKey!.publicKey,
  };
  const leafTerms: CertificateTerms = {
    ...shared,
    subject: 'Alice',
    issuer: 'Issuer',
    authority: null,
    names: ['alice.example'],
    publicKey: leafKey!.publicKey,
  };
  const store = {
    pinnedRoot: { name: 'Root', publicKey: rootKey!.publicKey },
    scheme: 'ed25519',
    now: NOW,
  } as const;
  const root = makeCertificate(rootTerms, rootKey!);
  const issuer = makeCertificate(issuerTerms, rootKey!);
  const leaf = makeCertificate(leafTerms, issuerKey!);
  const failureOf = (chain: readonly Uint8Array[], now: string = NOW) =>
    checkChain(chainBody(chain), 'alice', { ...store, now }).checks.find(
      ({ result }) => result === 'failed',
    );

  test('and passes with nothing wrong, also in its first and last second', () => {
    for (const now of [NOW, dates.notBefore, dates.notAfter]) {
      expect(failureOf([leaf, issuer, root], now)).toBeUndefined();
    }
  });

  test('a second too early, a second too late', () => {
    const failed = { name: 'validity', about: 'Alice', result: 'failed' };
    expect(failureOf([leaf, issuer, root], '2025-12-31T23:59:59Z')).toEqual(failed);
    expect(failureOf([leaf, issuer, root], '2027-01-01T00:00:01Z')).toEqual(failed);
    const expired = { ...issuerTerms, notAfter: '2026-05-31T23:59:59Z' };
    expect(failureOf([leaf, makeCertificate(expired, rootKey!), root])).toEqual({
      ...failed,
      about: 'Issuer',
    });
  });

  test('a name of somebody else, or none', () => {
    for (const names of [[], ['bob.example'], ['alice.example.org'], ['ALICE.example.']]) {
      const named = makeCertificate({ ...leafTerms, names }, issuerKey!);
      expect(failureOf([named, issuer, root])?.name).toBe('name');
    }
  });

  test('an issuer that is no authority', () => {
    const plain = makeCertificate({ ...issuerTerms, authority: null }, rootKey!);
    expect(failureOf([leaf, plain, root])).toMatchObject({ name: 'authority', about: 'Issuer' });
  });

  test('a leaf that signs a certificate for somebody else', () => {
    const below = {
      ...leafTerms,
      subject: 'Alice',
      issuer: 'Alice',
      publicKey: rootKey!.publicKey,
    };
    const bobs = makeCertificate({ ...leafTerms, names: ['bob.example'] }, issuerKey!);
    const forged = makeCertificate(below, leafKey!);
    expect(failureOf([forged, bobs, issuer, root])?.name).toBe('authority');
  });

  test('one authority too many below another', () => {
    const second = makeCertificate(
      { ...issuerTerms, subject: 'Issuer 2', issuer: 'Issuer', publicKey: leafKey!.publicKey },
      issuerKey!,
    );
    const below = makeCertificate({ ...leafTerms, issuer: 'Issuer 2' }, leafKey!);
    expect(failureOf([below, second, issuer, root])).toMatchObject({
      name: 'path-length',
      about: 'Issuer',
    });
  });

  test('a leaf that may only certify', () => {
    const authority = makeCertificate({ ...leafTerms, authority: { pathLength: 0 } }, issuerKey!);
    expect(failureOf([authority, issuer, root])).toMatchObject({
      name: 'key-usage',
      about: 'Alice',
    });
  });

  test('a link that another key signed, or whose names do not meet', () => {
    const wrongKey = makeCertificate(leafTerms, leafKey!);
    expect(failureOf([wrongKey, issuer, root])).toMatchObject({
      name: 'signature',
      about: 'Alice',
    });
    const wrongName = makeCertificate({ ...leafTerms, issuer: 'Other' }, issuerKey!);
    expect(failureOf([wrongName, issuer, root])).toMatchObject({ name: 'signature' });
    expect(failureOf([leaf, issuer])).toMatchObject({ name: 'signature', about: 'Issuer' });
    expect(failureOf([leaf, root, issuer])).toMatchObject({ name: 'signature' });
  });

  test('another scheme than the verifier accepts', () => {
    const strict = checkChain(chainBody([leaf, issuer, root]), 'alice', {
      ...store,
      scheme: 'ml-dsa-65',
    });
    expect(strict.checks.at(-1)).toMatchObject({ name: 'signature', result: 'failed' });
  });

  test('no certificate, too many, or one that does not parse', () => {
    for (const chain of [[], new Array(9).fill(root), [leaf, Uint8Array.of(1)]]) {
      expect(failureOf(chain)?.name).toBe('parses');
    }
    expect(checkChain(framed([leaf]).slice(1), 'alice', store).checks).toEqual([
      { name: 'parses', about: 'chain', result: 'failed' },
    ]);
  });
});
