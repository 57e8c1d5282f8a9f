import { createPublicKey, X509Certificate } from 'node:crypto';
import { hexToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { signerOf, verifySignature } from '../../../core/authentication/signatures.ts';
import type { SignatureScheme } from '../contract.ts';
import { type CertificateTerms, makeCertificate, readCertificate } from './certificate.ts';
import openssl from './fixtures/openssl.json' with { type: 'json' };
import rfc9881 from './fixtures/rfc9881.json' with { type: 'json' };

const SCHEMES: readonly SignatureScheme[] = ['ed25519', 'ml-dsa-65'];
const [issuer, subject] = [1, 2].map((n) => signerOf('ed25519', new Uint8Array(32).fill(n)));

const leaf: CertificateTerms = {
  subject: 'Alice',
  issuer: 'Issuer',
  serial: Uint8Array.of(0x41, 2, 3),
  notBefore: '2026-01-01T00:00:00Z',
  notAfter: '2027-01-01T00:00:00Z',
  authority: null,
  names: ['alice.example'],
  scheme: 'ed25519',
  publicKey: subject!.publicKey,
};
const der = makeCertificate(leaf, issuer!);

/** The first place of some bytes, given in hexadecimal, replaced by others of the same length. */
function replaced(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const hex = Buffer.from(bytes).toString('hex');
  expect(hex).toContain(from);
  return hexToBytes(hex.replace(from, to));
}

test('another implementation reads a certificate as it was meant, and verifies it', () => {
  const certificate = new X509Certificate(der);
  expect(certificate.subject).toBe('CN=Alice');
  expect(certificate.issuer).toBe('CN=Issuer');
  expect(certificate.subjectAltName).toBe('DNS:alice.example');
  expect(certificate.serialNumber).toBe('410203');
  expect(certificate.validFrom).toBe('Jan  1 00:00:00 2026 GMT');
  expect(certificate.validTo).toBe('Jan  1 00:00:00 2027 GMT');
  expect(certificate.ca).toBe(false);
  const raw = certificate.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
  expect(new Uint8Array(raw)).toEqual(subject!.publicKey);
  const prefix = Buffer.from('302a300506032b6570032100', 'hex'); // RFC 8410
  const key = Buffer.concat([prefix, issuer!.publicKey]);
  expect(certificate.verify(createPublicKey({ key, format: 'der', type: 'spki' }))).toBe(true);
});

test('an authority made here may certify, for another implementation too', () => {
  const terms = { ...leaf, authority: { pathLength: 0 }, names: [] };
  expect(new X509Certificate(makeCertificate(terms, issuer!)).ca).toBe(true);
});

test('certificates made by OpenSSL are read, and their signatures fit', () => {
  const [root, end] = [openssl.root, openssl.leaf].map((hex) => readCertificate(hexToBytes(hex)));
  expect(root).toMatchObject({
    subject: 'Root',
    issuer: 'Root',
    authority: { pathLength: 1 },
    mayCertify: true,
    maySign: false,
    names: [],
    notBefore: '2026-11-24T10:49:35Z',
    notAfter: '2126-10-31T10:49:35Z', // past 2049, so written the long way
  });
  expect(end).toMatchObject({
    subject: 'Alice',
    issuerDer: root!.subjectDer,
    authority: null,
    mayCertify: false,
    maySign: true,
    names: ['alice.example'],
  });
  for (const { signedWith, signedBytes, signature } of [root!, end!]) {
    expect(verifySignature(signedWith, root!.publicKey, signedBytes, signature)).toBe(true);
  }
});

test('the ML-DSA-65 certificate of RFC 9881 is read, and its signature fits', () => {
  const root = readCertificate(new Uint8Array(Buffer.from(rfc9881.root, 'base64')))!;
  expect(root).toMatchObject({
    subject: 'LAMPS WG',
    issuerDer: root.subjectDer,
    scheme: 'ml-dsa-65',
    authority: { pathLength: null },
    mayCertify: true,
    notAfter: '2040-01-29T04:32:10Z',
  });
  const { signedWith, publicKey, signedBytes, signature } = root;
  expect(verifySignature(signedWith, publicKey, signedBytes, signature)).toBe(true);
});

test.each(SCHEMES)('%s: reading gives back what was written, signature included', (scheme) => {
  const by = signerOf(scheme, new Uint8Array(32).fill(3));
  const dates = fc.constantFrom('1999-12-31T23:59:59Z', leaf.notBefore, '2050-06-01T00:00:00Z');
  const terms = fc.record({
    subject: fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }),
    issuer: fc.string({ minLength: 1, maxLength: 20 }),
    serial: fc.uint8Array({ minLength: 7, maxLength: 7 }).map((b) => Uint8Array.of(0x41, ...b)),
    notBefore: dates,
    notAfter: dates,
    authority: fc.option(fc.record({ pathLength: fc.nat(300) })),
    names: fc.array(fc.constantFrom('alice.example', 'bob.example'), { maxLength: 3 }),
  });
  fc.assert(
    fc.property(terms, (some) => {
      const written = { ...some, scheme, publicKey: by.publicKey };
      const read = readCertificate(makeCertificate(written, by));
      expect(read).toMatchObject(written);
      expect(read!.mayCertify).toBe(some.authority !== null);
      expect(read!.maySign).toBe(some.authority === null);
      expect(verifySignature(scheme, by.publicKey, read!.signedBytes, read!.signature)).toBe(true);
    }),
    { numRuns: scheme === 'ed25519' ? 50 : 5, seed: 1984 },
  );
});

describe('what is not exactly one certificate', () => {
  test('is not read, and nothing is thrown: a bit flipped in any byte never verifies', () => {
    let read = 0;
    for (let at = 0; at < der.length; at++) {
      const altered = der.slice();
      altered[at]! ^= 1 << (at % 8);
      const certificate = readCertificate(altered);
      if (certificate === null) continue;
      read++;
      const { signedWith, signedBytes, signature } = certificate;
      expect(verifySignature(signedWith, issuer!.publicKey, signedBytes, signature)).toBe(false);
    }
    expect(read).toBeGreaterThan(0);
  });

  test('is not read: any bytes, a beginning, one byte more', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(readCertificate(bytes)).toBeNull();
      }),
      { numRuns: 500, seed: 1984 },
    );
    for (let end = 0; end < der.length; end++)
      expect(readCertificate(der.slice(0, end))).toBeNull();
    expect(readCertificate(Uint8Array.of(...der, 0))).toBeNull();
  });

  test('is not read: other encodings of the same content', () => {
    // A boolean of 1 where DER wants 255, and a date that is none.
    expect(readCertificate(replaced(der, '0101ff', '010101'))).toBeNull();
    const hex = (text: string) => Buffer.from(text).toString('hex');
    expect(readCertificate(replaced(der, hex('270101000000Z'), hex('271301000000Z')))).toBeNull();
    expect(readCertificate(replaced(der, hex('270101000000Z'), hex('270230000000Z')))).toBeNull();
    // An indefinite length.
    expect(readCertificate(Uint8Array.of(0x30, 0x80, ...der.slice(4), 0, 0))).toBeNull();
  });

  test('is not read: an extension that is critical and unknown, or comes twice', () => {
    // 2.5.29.15 and .19 are key usage and basic constraints; .54 is one that we do not know.
    expect(readCertificate(replaced(der, '0603551d0f0101ff', '0603551d360101ff'))).toBeNull();
    expect(readCertificate(replaced(der, '0603551d0e', '0603551d23'))).toBeNull();
    // Unknown and not critical is fine.
    expect(readCertificate(replaced(der, '0603551d0e', '0603551d36'))).not.toBeNull();
  });

  test('is not read: an old version, a scheme of another name, two schemes', () => {
    expect(readCertificate(replaced(der, 'a003020102', 'a003020101'))).toBeNull();
    expect(readCertificate(replaced(der, '06032b6570', '06032b6571'))).toBeNull();
    const hex = Buffer.from(der).toString('hex');
    const last = hex.lastIndexOf('06032b6570');
    const other = `${hex.slice(0, last)}06032b6571${hex.slice(last + 10)}`;
    expect(readCertificate(hexToBytes(other))).toBeNull();
  });
});
