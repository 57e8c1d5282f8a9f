/**
 * What a reader makes of a bundle: which endorsements are genuine, whom of those people it trusts, and
 * whether enough ways lead from them to the key. Names of introducers decide nothing; keys do.
 *
 *   order   parses → name → every endorsement → validity → introducers → directory → path
 *
 * An introducer unknown to this reader, or a listing in a directory, is skipped: it neither helps nor harms.
 */
import { verifySignature } from '../../../core/authentication/signatures.ts';
import type { Judged, SignatureScheme, TrustCheck } from '../contract.ts';
import { type Bundle, keyId, type ReadEndorsement, readBundle } from './bundle.ts';
import { THRESHOLD } from './graph.ts';
import { disjointWays } from './paths.ts';

/** What the reader brings along. */
export interface Keyring {
  /** Keys of introducers it has met and trusts, with its own names for them. */
  readonly trusted: readonly { readonly name: string; readonly publicKey: Uint8Array }[];
  readonly scheme: SignatureScheme;
  /** ISO date. */
  readonly now: string;
}

/** Judges a bundle that claims to show the key of somebody of this name. Any bytes will do. */
export function judgeBundle(body: Uint8Array, name: string, keyring: Keyring): Judged {
  const bundle = readBundle(body, keyring.scheme);
  const checks: TrustCheck[] = [];
  for (const check of bundle === null ? [UNREAD] : inOrder(bundle, name, keyring)) {
    checks.push(check);
    if (check.result === 'failed') break;
  }
  const accepted = bundle !== null && checks[checks.length - 1]!.result === 'passed';
  if (!accepted) return { accepted, publicKey: null, scheme: null, checks };
  return { accepted, publicKey: bundle.publicKey, scheme: keyring.scheme, checks };
}

const UNREAD: TrustCheck = { name: 'parses', about: 'bundle', result: 'failed' };

function* inOrder(
  bundle: Bundle,
  name: string,
  { trusted, scheme, now }: Keyring,
): Generator<TrustCheck> {
  yield { name: 'parses', about: 'bundle', result: 'passed' };
  const subject = keyId(bundle.publicKey);
  const { endorsements } = bundle;
  const speaksOfHer = (one: ReadEndorsement) =>
    one.role === 'party' && one.name === name && one.ofKey === subject;
  const named = endorsements.some(speaksOfHer);
  yield { name: 'name', about: name, result: named ? 'passed' : 'failed' };

  const ring = new Map(trusted.map(({ name: ours, publicKey }) => [keyId(publicKey), ours]));
  const keys = new Map([
    ...bundle.keys,
    ...trusted.map(({ publicKey }) => [keyId(publicKey), publicKey] as const),
  ]);
  const genuine: ReadEndorsement[] = [];
  for (const endorsement of endorsements) {
    const { by, byKey, name: of, signedBytes, signature } = endorsement;
    const about = `${by} > ${of}`;
    const key = keys.get(byKey);
    if (key === undefined) {
      yield { name: 'endorsement', about, result: 'skipped' }; // whose key we have never seen
      continue;
    }
    const fits = verifySignature(scheme, key, signedBytes, signature);
    yield { name: 'endorsement', about, result: fits ? 'passed' : 'failed' };
    genuine.push(endorsement);
  }
  for (const { by, name: of, since } of genuine) {
    const begun = since <= now; // dates of one spelling compare like their letters
    yield { name: 'validity', about: `${by} > ${of}`, result: begun ? 'passed' : 'failed' };
  }

  const arrows = genuine
    // To be a good introducer is not to be Alice.
    .filter((one) => (one.ofKey === subject ? speaksOfHer(one) : one.role === 'introducer'))
    .map(({ byKey, ofKey }) => ({ from: byKey, to: ofKey }));
  const ways = disjointWays({ trusted: [...ring.keys()], arrows, subject });
  const names = new Map(endorsements.map(({ by, byKey }) => [byKey, by]));
  const callOf = (key: string) => ring.get(key) ?? names.get(key) ?? key.slice(0, 8);
  const vouching = new Set(endorsements.filter(speaksOfHer).map(({ byKey }) => byKey));
  for (const key of vouching) {
    const counts = ways.some((way) => way[way.length - 1] === key);
    yield { name: 'introducers', about: callOf(key), result: counts ? 'passed' : 'skipped' };
  }
  for (let n = 0; n < bundle.listings; n++) {
    yield { name: 'introducers', about: 'directory', result: 'skipped' };
  }
  for (const way of ways) {
    yield { name: 'path', about: way.map(callOf).join(' > '), result: 'passed' };
  }
  if (ways.length < THRESHOLD) {
    yield { name: 'path', about: subject.slice(0, 32), result: 'failed' };
  }
}
