/**
 * Web of trust: no authority; people vouch for keys of people they have met.
 *
 *   register   six introducers; each party trusts two (`TRUSTED`) and is vouched for by three
 *   prove      her key with the endorsements, and that a directory lists it
 *   check      `judge.ts`: two ways from the reader's introducers that share none
 *   broken     Eve holds the stolen key, or enough introducers signed hers: knowingly, or deceived. The
 *              bytes are alike; only the viewer can tell the two apart
 *
 * A directory is a notice board: it lists Eve's key for whoever asks, and counts for nothing.
 * All keys come from the run's seed and are made when first needed.
 */

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { fingerprintOf } from '../../../core/authentication/fingerprint.ts';
import { framed } from '../../../core/authentication/frames.ts';
import { signerOf } from '../../../core/authentication/signatures.ts';
import { bytesAt, openStream, runKey, utf8 } from '../../../core/random/streams.ts';
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
import { bundleBody, makeEndorsement } from './bundle.ts';
import { type EndorsementCredential, TRUSTED } from './graph.ts';
import { judgeBundle } from './judge.ts';

/** The day of every endorsement. */
const SINCE = '2026-01-01T00:00:00Z';

type Introducer = `introducer-${number}`;
type Holder = Party | Introducer | `eve/${Party}`;

/** One endorsement to be made: `by` vouches that `of` is the key of somebody called `name`. */
interface Vouching {
  readonly by: Introducer;
  readonly name: string;
  readonly of: Holder;
  readonly deceived: boolean;
}

const NAMES: Readonly<Record<Party, string>> = { alice: 'Alice', bob: 'Bob' };
/** Who met each party; the last of them is a stranger to the other end. */
const MET: Readonly<Record<Party, readonly Introducer[]>> = {
  alice: ['introducer-6', 'introducer-3', 'introducer-1'],
  bob: ['introducer-2', 'introducer-4', 'introducer-5'],
};
/** The introducer that one of the reader's own vouches for. */
const FURTHER: Readonly<Record<Party, Vouching>> = {
  alice: vouching('introducer-5', 'introducer-3'),
  bob: vouching('introducer-1', 'introducer-4'),
};
/** Made up by Eve. */
const INVENTED: readonly Introducer[] = ['introducer-7', 'introducer-8', 'introducer-9'];

export const webOfTrust: PublicKeyAnchor = { register };

function register(terms: TrustTerms): Registered {
  const { scheme } = terms;
  const key = runKey(terms.seed);
  const keyOf = remembered((holder: Holder): Signer => {
    const stream = openStream(key, `trust/web-of-trust/${scheme}/${holder}`);
    return signerOf(scheme, bytesAt(stream, 0, 32));
  });
  const signed = remembered((one: Vouching) => signedBy(one, keyOf));
  return {
    standing(actor, as) {
      const { vouchings, shows, signs } = actor === 'eve' ? eveAs(as, terms) : honestly(actor, as);
      const introduction = introductionOf({
        name: NAMES[as],
        shown: keyOf(shows).publicKey,
        // Keys of introducers on the way, for a reader who has not met them.
        further: vouchings.filter(isFurther).map(({ of }) => keyOf(of).publicKey),
        signed: vouchings.map(signed),
      });
      return { introduction, signer: keyOf(signs) };
    },
    check(body, as) {
      const reader = as === 'alice' ? 'bob' : 'alice';
      const trusted = TRUSTED[reader].map((name) => {
        return { name, publicKey: keyOf(name as Introducer).publicKey };
      });
      return judgeBundle(body, NAMES[as], { trusted, scheme, now: TODAY });
    },
  };
}

interface Showing {
  readonly shows: Holder;
  readonly vouchings: readonly Vouching[];
  readonly signs: Holder;
}

function honestly(actor: ActorId, as: Party): Showing {
  if (actor !== as) throw new RangeError(`"as" expected ${actor}, got ${as}`);
  const met = MET[as].map((by) => vouching(by, as, NAMES[as]));
  return { shows: as, vouchings: [...met, FURTHER[as]], signs: as };
}

/** Eve with what the broken assumption gave her, and nothing else. */
function eveAs(as: Party, { broken, stolenFrom }: TrustTerms): Showing {
  const own = `eve/${as}` as const;
  const copied = honestly(as, as);
  switch (broken) {
    case 'private-key-stolen':
      // Of the other party she has what everybody has: the public part.
      return stolenFrom === 'both' || stolenFrom === as ? copied : { ...copied, signs: own };
    case 'introducers-collude':
      return vouchedFor(as, false);
    case 'wrong-registration':
      return vouchedFor(as, true);
    case 'public-key-copied':
      return { ...copied, signs: own };
    case 'none':
    case 'key-leaked':
    case 'rogue-ca':
      return herOwn(as); // the other two belong to other anchors and give her nothing here
    default:
      broken satisfies never;
      return herOwn(as);
  }
}

/** As many introducers as she needs, and such as the reader trusts. */
function vouchedFor(as: Party, deceived: boolean): Showing {
  const own = `eve/${as}` as const;
  const won = MET[as].slice(0, 2).map((by) => ({ ...vouching(by, own, NAMES[as]), deceived }));
  return { shows: own, vouchings: [...won, FURTHER[as]], signs: own };
}

/** Three introducers of her own making, who also vouch for one another. */
function herOwn(as: Party): Showing {
  const own = `eve/${as}` as const;
  const invented = INVENTED.map((by) => vouching(by, own, NAMES[as]));
  const further = INVENTED.map((by, n) => vouching(by, INVENTED[(n + 1) % INVENTED.length]!));
  return { shows: own, vouchings: [...invented, ...further], signs: own };
}

function vouching(by: Introducer, of: Holder, name: string = of): Vouching {
  return { by, of, name, deceived: false };
}

interface Signed {
  readonly bytes: Uint8Array;
  readonly credential: EndorsementCredential;
}

function introductionOf(parts: {
  readonly name: string;
  readonly shown: Uint8Array;
  readonly further: readonly Uint8Array[];
  readonly signed: readonly Signed[];
}): Introduction {
  const { name, shown, further, signed } = parts;
  return {
    body: bundleBody({
      keys: [shown, ...further],
      endorsements: signed.map(({ bytes }) => bytes),
      listings: [framed([utf8(name), sha256(shown)])],
    }),
    credentials: signed.map(({ credential }) => credential),
  };
}

function isFurther({ of }: Vouching): boolean {
  return of.startsWith('introducer-');
}

function signedBy(one: Vouching, keyOf: (holder: Holder) => Signer): Signed {
  const { by, of, name, deceived } = one;
  const { publicKey, scheme } = keyOf(of);
  const role = isFurther(one) ? 'introducer' : 'party';
  const bytes = makeEndorsement({ by, role, name, since: SINCE }, publicKey, keyOf(by));
  const credential: EndorsementCredential = {
    kind: 'endorsement',
    subject: name,
    issuer: by,
    scheme,
    fingerprint: fingerprintOf(publicKey),
    madeBy: whose(by),
    carriesKeyOf: whose(of),
    deceived,
    bytes: bytes.length,
    serial: bytesToHex(sha256(bytes).subarray(0, 8)),
    notBefore: SINCE,
    notAfter: null,
  };
  return { bytes, credential };
}

function whose(holder: Holder): Credential['madeBy'] {
  if (holder === 'alice' || holder === 'bob') return holder;
  if (holder.startsWith('eve/')) return 'eve';
  return INVENTED.some((one) => one === holder) ? 'eve' : 'introducer';
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
