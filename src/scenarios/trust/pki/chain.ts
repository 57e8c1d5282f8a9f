/**
 * A certificate chain as it travels, and what the other end makes of it.
 *
 *   chain   leaf, issuer, …, root, each as DER, framed
 *   order   parses → every signature → pinned root → authority → path length → key usage → validity →
 *           name → revocation; the first failure ends the check
 *
 * The chain is judged as sent: there is no search for another path. Revocation is never asked, as no
 * list exists here, and the check says so.
 * Source: RFC 5280, §6.1.
 */
import { framed, unframed } from '../../../core/authentication/frames.ts';
import { verifySignature } from '../../../core/authentication/signatures.ts';
import type { Judged, Party, SignatureScheme, TrustCheck } from '../contract.ts';
import { instantOf, type ReadCertificate, readCertificate } from './certificate.ts';

/** What the verifier brings along. */
export interface TrustStore {
  /** The root it was given before the run; null: it takes any. */
  readonly pinnedRoot: { readonly name: string; readonly publicKey: Uint8Array } | null;
  /** The only scheme it accepts, so that nobody talks it down to a weaker one. */
  readonly scheme: SignatureScheme;
  /** ISO date. */
  readonly now: string;
}

const MOST_CERTIFICATES = 8;

/** The name in the certificate of each party. */
export const DNS_NAMES: Readonly<Record<Party, string>> = {
  alice: 'alice.example',
  bob: 'bob.example',
};

export function chainBody(certificates: readonly Uint8Array[]): Uint8Array {
  return framed(certificates);
}

/** Judges a chain that claims to be `as`. Any bytes will do; it never throws. */
export function checkChain(body: Uint8Array, as: Party, store: TrustStore): Judged {
  const chain = readChain(body);
  if (chain === null) return judged([{ name: 'parses', about: 'chain', result: 'failed' }], null);
  const checks: TrustCheck[] = [{ name: 'parses', about: 'chain', result: 'passed' }];
  for (const check of inOrder(chain, as, store)) {
    checks.push(check);
    if (check.result === 'failed') return judged(checks, null);
  }
  return judged(checks, chain[0]!);
}

function judged(checks: readonly TrustCheck[], leaf: ReadCertificate | null): Judged {
  if (leaf === null) return { accepted: false, publicKey: null, scheme: null, checks };
  return { accepted: true, publicKey: leaf.publicKey, scheme: leaf.scheme, checks };
}

/** null for none, too many, or one that is no certificate. */
function readChain(body: Uint8Array): ReadCertificate[] | null {
  const ders = unframed(body, MOST_CERTIFICATES);
  if (ders === null || ders.length === 0) return null;
  const chain: ReadCertificate[] = [];
  for (const der of ders) {
    const certificate = readCertificate(der);
    if (certificate === null) return null;
    chain.push(certificate);
  }
  return chain;
}

function* inOrder(
  chain: readonly ReadCertificate[],
  as: Party,
  { pinnedRoot, scheme, now }: TrustStore,
): Generator<TrustCheck> {
  const check = (
    name: TrustCheck['name'],
    about: ReadCertificate,
    passed: boolean,
  ): TrustCheck => ({
    name,
    about: about.subject,
    result: passed ? 'passed' : 'failed',
  });
  const root = chain[chain.length - 1]!;
  const leaf = chain[0]!;
  const authorities = chain.slice(1);
  for (const [n, certificate] of chain.entries()) {
    // The root is the last, and signs itself.
    yield check('signature', certificate, isSignedBy(certificate, chain[n + 1] ?? root, scheme));
  }
  if (pinnedRoot === null) yield { name: 'pinned-root', about: root.subject, result: 'skipped' };
  else {
    const pinned =
      root.subject === pinnedRoot.name && root.publicKey.join() === pinnedRoot.publicKey.join();
    yield check('pinned-root', root, pinned);
  }
  for (const certificate of authorities) {
    yield check('authority', certificate, certificate.authority !== null);
  }
  for (const [below, certificate] of authorities.entries()) {
    // authorities[0] has only the leaf below it, which does not count.
    const most = certificate.authority?.pathLength ?? null;
    yield check('path-length', certificate, most === null || below <= most);
  }
  yield check('key-usage', leaf, leaf.maySign);
  for (const certificate of authorities)
    yield check('key-usage', certificate, certificate.mayCertify);
  const instant = instantOf(now);
  for (const certificate of chain) {
    const { from, to } = certificate.valid;
    yield check('validity', certificate, from <= instant && instant <= to);
  }
  yield check('name', leaf, leaf.names.includes(DNS_NAMES[as]));
  yield { name: 'revocation', about: leaf.subject, result: 'skipped' };
}

function isSignedBy(
  certificate: ReadCertificate,
  by: ReadCertificate,
  scheme: SignatureScheme,
): boolean {
  return (
    certificate.issuerDer === by.subjectDer &&
    certificate.scheme === scheme &&
    certificate.signedWith === scheme &&
    by.scheme === scheme &&
    verifySignature(scheme, by.publicKey, certificate.signedBytes, certificate.signature)
  );
}
