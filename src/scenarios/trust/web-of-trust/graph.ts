/**
 * The web as drawn: who trusts whom before the run, who vouches for a key, and which ways counted. Plain
 * data out of an introduction and its check, for the reader's side of one introduction.
 */
import type { Credential, Judged, Party } from '../contract.ts';

/** Introducers that must vouch for a key, on ways that share none. GnuPG's default is 3 of "marginal" trust. */
export const THRESHOLD = 2;

/** Introducers that each party has met, and trusts to introduce others. */
export const TRUSTED: Readonly<Record<Party, readonly string[]>> = {
  alice: ['introducer-1', 'introducer-2'],
  bob: ['introducer-5', 'introducer-6'],
};

/** An endorsement for the picture. */
export interface EndorsementCredential extends Credential {
  /** The introducer was shown a false name for the key, and signed in good faith. */
  readonly deceived: boolean;
}

export interface WebGraph {
  readonly reader: Party;
  /** Every introducer that occurs, each once. */
  readonly introducers: readonly { readonly name: string; readonly trusted: boolean }[];
  /** The reader's trust first, then the endorsements of the bundle in its order. */
  readonly edges: readonly {
    readonly from: string;
    readonly to: string;
    /** On a way that counted. */
    readonly lit: boolean;
  }[];
  /** Introducers on each way that counted, from the reader's to the one who vouches for the key. */
  readonly paths: readonly (readonly string[])[];
}

export interface JudgedIntroduction {
  readonly of: Party;
  readonly credentials: readonly Credential[];
  readonly judged: Judged;
}

/** Node names: the parties' ids, 'introducer-1' and so on; the shown key stands under its party's id. */
export function webGraphOf({ of, credentials, judged }: JudgedIntroduction): WebGraph {
  const reader = of === 'alice' ? 'bob' : 'alice';
  const paths = judged.checks
    .filter(({ name, result }) => name === 'path' && result === 'passed')
    .map(({ about }) => about.split(' > '));
  const arrows = [
    ...TRUSTED[reader].map((to) => ({ from: reader as string, to })),
    ...credentials.map(({ issuer, subject }) => ({ from: issuer, to: subject.toLowerCase() })),
  ];
  const lit = new Set(
    paths.flatMap((path) => {
      const nodes = [reader, ...path, of];
      return path.map((name, n) => `${nodes[n]} > ${name}`).concat(`${path.at(-1)} > ${of}`);
    }),
  );
  const names = new Set(arrows.flatMap(({ from, to }) => [from, to]));
  names.delete(reader);
  names.delete(of);
  return {
    reader,
    introducers: [...names].map((name) => ({ name, trusted: TRUSTED[reader].includes(name) })),
    edges: arrows.map(({ from, to }) => ({ from, to, lit: lit.has(`${from} > ${to}`) })),
    paths,
  };
}
