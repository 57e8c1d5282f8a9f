/**
 * X.509 certificates, made and read: DER by a library, signatures by Ed25519 or ML-DSA-65.
 *
 * Reading is strict: bytes count as a certificate only if what was understood of them encodes to the very
 * same bytes, so there is nothing in it that nobody looked at.
 * Sources: RFC 5280 (profile), RFC 8410 (Ed25519), RFC 9881 (ML-DSA), RFC 7093 (key identifiers).
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import {
  AlgorithmIdentifier,
  AttributeTypeAndValue,
  AttributeValue,
  AuthorityKeyIdentifier,
  BasicConstraints,
  Certificate,
  Extension,
  Extensions,
  GeneralName,
  id_ce_authorityKeyIdentifier,
  id_ce_basicConstraints,
  id_ce_keyUsage,
  id_ce_subjectAltName,
  id_ce_subjectKeyIdentifier,
  KeyIdentifier,
  KeyUsage,
  KeyUsageFlags,
  Name,
  RelativeDistinguishedName,
  SubjectAlternativeName,
  SubjectKeyIdentifier,
  SubjectPublicKeyInfo,
  TBSCertificate,
  Time,
  Validity,
  Version,
} from '@peculiar/asn1-x509';
import { SIGNATURE_SIZES } from '../../../core/authentication/signatures.ts';
import type { SignatureScheme, Signer } from '../contract.ts';

/** What a certificate says, whoever reads it. */
export interface CertificateTerms {
  /** Common names. */
  readonly subject: string;
  readonly issuer: string;
  /** Bytes of a positive number. */
  readonly serial: Uint8Array;
  /** ISO dates of whole seconds, e.g. 2026-01-01T00:00:00Z. */
  readonly notBefore: string;
  readonly notAfter: string;
  /** May sign certificates, with at most so many authorities below it; null: may not. */
  readonly authority: { readonly pathLength: number } | null;
  /** DNS names, for a leaf. */
  readonly names: readonly string[];
  readonly scheme: SignatureScheme;
  readonly publicKey: Uint8Array;
}

/** A certificate as read; nothing of it has been believed yet. */
export interface ReadCertificate extends Omit<CertificateTerms, 'authority'> {
  readonly authority: { readonly pathLength: number | null } | null;
  readonly mayCertify: boolean;
  readonly maySign: boolean;
  /** For comparing instants; seconds since 1970. */
  readonly valid: { readonly from: number; readonly to: number };
  /** Names as encoded, for comparing them. */
  readonly subjectDer: string;
  readonly issuerDer: string;
  /** How it was signed, over which bytes. */
  readonly signedWith: SignatureScheme;
  readonly signedBytes: Uint8Array;
  readonly signature: Uint8Array;
}

const OIDS: Readonly<Record<SignatureScheme, string>> = {
  ed25519: '1.3.101.112',
  'ml-dsa-65': '2.16.840.1.101.3.4.3.18',
};
const COMMON_NAME = '2.5.4.3';
const UNDERSTOOD: readonly string[] = [
  id_ce_authorityKeyIdentifier,
  id_ce_basicConstraints,
  id_ce_keyUsage,
  id_ce_subjectAltName,
  id_ce_subjectKeyIdentifier,
];

/** The DER bytes of a certificate that this key signs. */
export function makeCertificate(terms: CertificateTerms, by: Signer): Uint8Array {
  const tbs = new TBSCertificate({
    version: Version.v3,
    serialNumber: bufferOf(terms.serial),
    signature: algorithmOf(by.scheme),
    issuer: nameOf(terms.issuer),
    validity: new Validity({
      notBefore: new Time(terms.notBefore).getTime(),
      notAfter: new Time(terms.notAfter).getTime(),
    }),
    subject: nameOf(terms.subject),
    subjectPublicKeyInfo: new SubjectPublicKeyInfo({
      algorithm: algorithmOf(terms.scheme),
      subjectPublicKey: bufferOf(terms.publicKey),
    }),
    extensions: extensionsOf(terms, by),
  });
  const signature = by.sign(encoded(tbs));
  const certificate = new Certificate({
    tbsCertificate: tbs,
    signatureAlgorithm: algorithmOf(by.scheme),
    signatureValue: bufferOf(signature),
  });
  return encoded(certificate);
}

/** Seconds since 1970 of an ISO date; nothing here reads a clock. */
export function instantOf(date: string): number {
  return new Time(date).getTime().getTime() / 1000;
}

/** null if these bytes are not exactly one certificate of the profile above. */
export function readCertificate(der: Uint8Array): ReadCertificate | null {
  try {
    return read(der);
  } catch {
    return null; // the library throws at bytes that are no such structure: nothing to tell apart
  }
}

function read(der: Uint8Array): ReadCertificate | null {
  const certificate = AsnConvert.parse(der, Certificate);
  const { tbsCertificate: tbs, signatureAlgorithm, signatureValue } = certificate;
  const scheme = schemeOf(tbs.subjectPublicKeyInfo.algorithm);
  const signedWith = schemeOf(signatureAlgorithm);
  const publicKey = new Uint8Array(tbs.subjectPublicKeyInfo.subjectPublicKey);
  const extensions = readExtensions(tbs.extensions ?? new Extensions());
  const subject = commonNameOf(tbs.subject);
  const issuer = commonNameOf(tbs.issuer);
  const from = tbs.validity.notBefore.getTime();
  const to = tbs.validity.notAfter.getTime();
  const regular =
    sameBytes(encoded(certificate), der) &&
    tbs.version === Version.v3 &&
    tbs.issuerUniqueID === undefined &&
    tbs.subjectUniqueID === undefined &&
    schemeOf(tbs.signature) === signedWith;
  if (!regular || scheme === null || signedWith === null || extensions === null) return null;
  if (subject === null || issuer === null) return null;
  if (publicKey.length !== SIGNATURE_SIZES[scheme].publicKey) return null;
  return {
    ...extensions,
    subject,
    issuer,
    serial: new Uint8Array(tbs.serialNumber),
    notBefore: from.toISOString().replace('.000Z', 'Z'),
    notAfter: to.toISOString().replace('.000Z', 'Z'),
    valid: { from: from.getTime() / 1000, to: to.getTime() / 1000 },
    scheme,
    publicKey,
    subjectDer: bytesToHex(encoded(tbs.subject)),
    issuerDer: bytesToHex(encoded(tbs.issuer)),
    signedWith,
    signedBytes: encoded(tbs),
    signature: new Uint8Array(signatureValue),
  };
}

/** null if one is critical and not understood, comes twice, or is not what its name says. */
function readExtensions(extensions: Extensions) {
  const found = new Map<string, Uint8Array>();
  for (const { extnID, critical, extnValue } of extensions) {
    if (found.has(extnID) || (critical && !UNDERSTOOD.includes(extnID))) return null;
    found.set(extnID, new Uint8Array(extnValue.buffer));
  }
  const contentOf = <T extends object>(id: string, type: new () => T): T | null => {
    const der = found.get(id);
    if (der === undefined) return null;
    const value = AsnConvert.parse(der, type);
    if (!sameBytes(encoded(value), der)) throw new RangeError(`extension ${id} is not DER`);
    return value;
  };
  const constraints = contentOf(id_ce_basicConstraints, BasicConstraints);
  const usage = contentOf(id_ce_keyUsage, KeyUsage)?.toNumber() ?? 0;
  const alternatives = contentOf(id_ce_subjectAltName, SubjectAlternativeName) ?? [];
  return {
    authority: constraints?.cA ? { pathLength: constraints.pathLenConstraint ?? null } : null,
    mayCertify: (usage & KeyUsageFlags.keyCertSign) !== 0,
    maySign: (usage & KeyUsageFlags.digitalSignature) !== 0,
    names: [...alternatives].flatMap(({ dNSName }) => dNSName ?? []),
  };
}

function extensionsOf(terms: CertificateTerms, by: Signer): Extensions {
  const { authority, names } = terms;
  const constraints = new BasicConstraints(
    authority === null ? {} : { cA: true, pathLenConstraint: authority.pathLength },
  );
  const usage = authority === null ? KeyUsageFlags.digitalSignature : KeyUsageFlags.keyCertSign;
  const issuerId = new KeyIdentifier(bufferOf(keyIdentifier(by.publicKey)));
  const alternatives = names.map((dNSName) => new GeneralName({ dNSName }));
  const list = [
    extension(id_ce_basicConstraints, true, constraints),
    extension(id_ce_keyUsage, true, new KeyUsage(usage)),
    extension(
      id_ce_subjectKeyIdentifier,
      false,
      new SubjectKeyIdentifier(bufferOf(keyIdentifier(terms.publicKey))),
    ),
    extension(
      id_ce_authorityKeyIdentifier,
      false,
      new AuthorityKeyIdentifier({ keyIdentifier: issuerId }),
    ),
  ];
  if (names.length > 0) {
    list.push(extension(id_ce_subjectAltName, false, new SubjectAlternativeName(alternatives)));
  }
  return new Extensions(list);
}

function extension(extnID: string, critical: boolean, value: object): Extension {
  return new Extension({
    extnID,
    critical,
    extnValue: new OctetString(AsnConvert.serialize(value)),
  });
}

/** RFC 7093, §2, method 1. */
function keyIdentifier(publicKey: Uint8Array): Uint8Array {
  return sha256(publicKey).subarray(0, 20);
}

/** Both schemes name themselves by the identifier alone: no parameters. */
function algorithmOf(scheme: SignatureScheme): AlgorithmIdentifier {
  return new AlgorithmIdentifier({ algorithm: OIDS[scheme] });
}

function schemeOf({ algorithm, parameters }: AlgorithmIdentifier): SignatureScheme | null {
  if (parameters !== undefined) return null;
  if (algorithm === OIDS.ed25519) return 'ed25519';
  return algorithm === OIDS['ml-dsa-65'] ? 'ml-dsa-65' : null;
}

function nameOf(commonName: string): Name {
  const value = new AttributeValue({ utf8String: commonName });
  const attribute = new AttributeTypeAndValue({ type: COMMON_NAME, value });
  return new Name([new RelativeDistinguishedName([attribute])]);
}

/** What to call a name by; null if it has no common name. Names are compared as encoded, whole. */
function commonNameOf(name: Name): string | null {
  const attributes = [...name].flatMap((set) => [...set]);
  const value = attributes.find(({ type }) => type === COMMON_NAME)?.value;
  return value?.utf8String ?? value?.printableString ?? null;
}

function encoded(value: object): Uint8Array {
  return new Uint8Array(AsnConvert.serialize(value));
}

function bufferOf(bytes: Uint8Array): ArrayBuffer {
  return bytes.slice().buffer;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
