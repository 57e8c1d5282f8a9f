/**
 * Public-key infrastructure: an authority signs who owns which key, and both ends hold its root.
 *
 *   register   root → issuer → a leaf each for Alice and Bob; both ends pin the root
 *   prove      the chain, leaf first
 *   check      `chain.ts`
 *   broken     Eve holds the stolen key, or a chain under the pinned root in which her key has a
 *              party's name; she never holds more than that
 *
 * All keys come from the run's seed and are made when first needed.
 */
import { bytesToHex } from '@noble/hashes/utils.js';
import { fingerprintOf } from '../../../core/authentication/fingerprint.ts';
import { signerOf } from '../../../core/authentication/signatures.ts';
import { bytesAt, openStream, runKey } from '../../../core/random/streams.ts';
import type { ActorId } from '../../actors.ts';
import {
  type Credential,
  type Introduction,
  type Party,
  type PublicKeyAnchor,
  type Registered,
  type Signer,
  TODAY,
  type TrustTerms,
} from '../contract.ts';
import { type CertificateTerms, makeCertificate } from './certificate.ts';
import { chainBody, checkChain, DNS_NAMES } from './chain.ts';

/** Whose key: parties and authorities, and what Eve made for herself. */
type Holder = 'root' | 'issuer' | Party | 'eve/root' | 'eve/issuer' | `eve/${Party}`;

/** One certificate to be made. */
interface Issue {
  readonly kind: 'root' | 'issuer' | 'leaf';
  readonly subject: string;
  readonly issuer: string;
  readonly carries: Holder;
  readonly by: Holder;
  readonly party: Party | null;
}

interface Issued {
  readonly der: Uint8Array;
  readonly credential: Credential;
}

const ROOT_NAME = 'Root';
const SUBJECTS: Readonly<Record<Party, string>> = { alice: 'Alice', bob: 'Bob' };
const ROOT: Issue = issueOf('root', { subject: ROOT_NAME, issuer: ROOT_NAME }, 'root', 'root');
const ISSUER: Issue = issueOf('issuer', { subject: 'Issuer', issuer: ROOT_NAME }, 'issuer', 'root');
/** The one that should not have been certified. */
const ROGUE: Issue = issueOf(
  'issuer',
  { subject: 'Issuer 2', issuer: ROOT_NAME },
  'eve/issuer',
  'root',
);

const VALIDITY: Readonly<Record<Issue['kind'], Pick<CertificateTerms, 'notBefore' | 'notAfter'>>> =
  {
    root: { notBefore: '2020-01-01T00:00:00Z', notAfter: '2040-01-01T00:00:00Z' },
    issuer: { notBefore: '2024-01-01T00:00:00Z', notAfter: '2029-01-01T00:00:00Z' },
    leaf: { notBefore: '2026-01-01T00:00:00Z', notAfter: '2027-01-01T00:00:00Z' },
  };
/** A root with one issuer below it; an issuer with none. */
const AUTHORITIES = { root: { pathLength: 1 }, issuer: { pathLength: 0 }, leaf: null } as const;

export const pki: PublicKeyAnchor = { register };

function register(terms: TrustTerms): Registered {
  const { scheme, fault } = terms;
  const key = runKey(terms.seed);
  const keyOf = remembered((holder: Holder): Signer => {
    return signerOf(scheme, bytesAt(openStream(key, `trust/pki/${scheme}/${holder}`), 0, 32));
  });
  const issued = remembered((issue: Issue): Issued => issuedBy(issue, keyOf, key));
  return {
    standing(actor, as) {
      const { chain, signs } = actor === 'eve' ? eveAs(as, terms) : honestly(actor, as);
      return { introduction: introductionOf(chain.map(issued)), signer: keyOf(signs) };
    },
    check(body, as) {
      const pinned = { name: ROOT_NAME, publicKey: keyOf('root').publicKey };
      const pinnedRoot = fault === 'unpinned' ? null : pinned;
      return checkChain(body, as, { pinnedRoot, scheme, now: TODAY });
    },
  };
}

interface Showing {
  readonly chain: readonly Issue[];
  readonly signs: Holder;
}

function honestly(actor: ActorId, as: Party): Showing {
  if (actor !== as) throw new RangeError(`"as" expected ${actor}, got ${as}`);
  return { chain: [leafOf(as, as, ISSUER), ISSUER, ROOT], signs: as };
}

/** Eve with what the broken assumption gave her, and nothing else. */
function eveAs(as: Party, { broken, stolenFrom }: TrustTerms): Showing {
  const own = `eve/${as}` as const;
  const copied = honestly(as, as);
  switch (broken) {
    case 'private-key-stolen':
      // Of the other party she has what everybody has: the public part.
      return stolenFrom === 'both' || stolenFrom === as ? copied : { ...copied, signs: own };
    case 'rogue-ca':
      return { chain: [leafOf(as, own, ROGUE), ROGUE, ROOT], signs: own };
    case 'wrong-registration':
      return { chain: [leafOf(as, own, ISSUER), ISSUER, ROOT], signs: own };
    case 'public-key-copied':
      return { ...copied, signs: own };
    case 'none':
    case 'key-leaked':
    case 'introducers-collude':
      return herOwn(as); // the other two belong to other anchors and give her nothing here
    default:
      broken satisfies never;
      return herOwn(as);
  }
}

/** The same names all the way up, under a root that nobody has pinned. */
function herOwn(as: Party): Showing {
  const root: Issue = { ...ROOT, carries: 'eve/root', by: 'eve/root' };
  const issuer: Issue = { ...ISSUER, carries: 'eve/issuer', by: 'eve/root' };
  return { chain: [leafOf(as, `eve/${as}`, issuer), issuer, root], signs: `eve/${as}` };
}

function leafOf(party: Party, carries: Holder, by: Issue): Issue {
  const names = { subject: SUBJECTS[party], issuer: by.subject };
  return { ...issueOf('leaf', names, carries, by.carries), party };
}

function issueOf(
  kind: Issue['kind'],
  names: Pick<Issue, 'subject' | 'issuer'>,
  carries: Holder,
  by: Holder,
): Issue {
  return { kind, ...names, carries, by, party: null };
}

function issuedBy(issue: Issue, keyOf: (holder: Holder) => Signer, key: Int32Array): Issued {
  const { kind, subject, issuer, carries, by, party } = issue;
  const { publicKey, scheme } = keyOf(carries);
  const serial = bytesAt(openStream(key, `trust/pki/serial/${subject}/${carries}/${by}`), 0, 8);
  serial[0] = (serial[0]! & 0x7f) | 0x40; // positive, and never shorter
  const der = makeCertificate(
    {
      subject,
      issuer,
      serial,
      ...VALIDITY[kind],
      authority: AUTHORITIES[kind],
      names: party === null ? [] : [DNS_NAMES[party]],
      scheme,
      publicKey,
    },
    keyOf(by),
  );
  const credential = {
    kind,
    subject,
    issuer,
    scheme,
    fingerprint: fingerprintOf(publicKey),
    madeBy: whose(by),
    carriesKeyOf: whose(carries),
    bytes: der.length,
    serial: bytesToHex(serial),
    ...VALIDITY[kind],
  };
  return { der, credential };
}

function whose(holder: Holder): Credential['madeBy'] {
  if (holder === 'root' || holder === 'issuer') return 'authority';
  return holder === 'alice' || holder === 'bob' ? holder : 'eve';
}

function introductionOf(chain: readonly Issued[]): Introduction {
  return {
    body: chainBody(chain.map(({ der }) => der)),
    credentials: chain.map(({ credential }) => credential),
  };
}

/** Makes each thing once: keys and signatures of ML-DSA take milliseconds. */
function remembered<Asked, Made>(make: (asked: Asked) => Made): (asked: Asked) => Made {
  const made = new Map<string, Made>();
  return (asked) => {
    const id = JSON.stringify(asked);
    const known = made.get(id) ?? make(asked);
    made.set(id, known);
    return known;
  };
}
