/**
 * A web of trust as a drawing: drawing units (300 wide, y down), the reader at the left, the key at
 * the right, between them those the reader trusts, and then those who only vouch.
 */
import type { IntroductionView } from '../../../scenarios/knowledge/view.ts';

export const WEB_WIDTH = 300;

export interface WebNode {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  /** The reader has met this one and trusts it to introduce others. */
  readonly trusted: boolean;
  readonly lit: boolean;
}

export interface WebEdge {
  readonly from: string;
  readonly to: string;
  /** On a way that counted. */
  readonly lit: boolean;
}

export interface Web {
  readonly height: number;
  readonly reader: { readonly x: number; readonly y: number };
  readonly key: { readonly x: number; readonly y: number };
  readonly nodes: readonly WebNode[];
  readonly edges: readonly WebEdge[];
  /** Ways that counted, and share nobody. */
  readonly ways: readonly (readonly string[])[];
}

const READER_X = 26;
const TRUSTED_X = 100;
const VOUCHING_X = 180;
const KEY_X = WEB_WIDTH - 30;
/** From one person of a column to the next. */
const PITCH = 62;
/** From the middle to a lonely one. */
const ASIDE = 46;
/** Room for the lowest one's number. */
const FOOT = 10;

/** `trusted`: whom the reader trusts, as an honest introduction showed; they stay when nobody asks them. */
export function webOf(
  { of, credentials, judged }: Pick<IntroductionView, 'of' | 'credentials' | 'judged'>,
  trusted: readonly string[],
): Web {
  const ways = waysOf(judged.checks);
  const arrows = credentials.map(({ issuer, subject }) => ({
    from: issuer,
    to: subject.toLowerCase(),
  }));
  const onWay = new Set(
    ways.flatMap((way) => ['reader', ...way].map((name, n) => `${name} > ${way[n] ?? of}`)),
  );
  const lit = (from: string, to: string) => onWay.has(`${from} > ${to}`);
  const met = new Set(ways.flat());
  // Those on a way come last, so that they stand beside the trusted one who leads to them.
  const others = [...new Set(arrows.flatMap(({ from, to }) => [from, to]))]
    .filter((name) => name !== of && !trusted.includes(name))
    .sort((a, b) => Number(met.has(a)) - Number(met.has(b)) || a.localeCompare(b));
  const height = PITCH * Math.max(2.5, trusted.length, others.length) + FOOT;
  const middle = (height - FOOT) / 2;
  const column = (
    names: readonly string[],
    x: number,
    place: (n: number) => number,
    isTrusted: boolean,
  ): WebNode[] =>
    names.map((name, n) => ({
      name,
      x,
      y: middle + place(n),
      trusted: isTrusted,
      lit: met.has(name),
    }));
  const evenly = (count: number, pitch: number) => (n: number) => (n - (count - 1) / 2) * pitch;
  // One or two leave the middle free for the way past them.
  const aside = (n: number) => (n === others.length - 1 ? 1 : -1) * ASIDE;
  const vouching = others.length < 3 ? aside : evenly(others.length, PITCH);
  const nodes = [
    ...column(trusted, TRUSTED_X, evenly(trusted.length, PITCH), true),
    ...column(others, VOUCHING_X, vouching, false),
  ];
  return {
    height,
    reader: { x: READER_X, y: middle },
    key: { x: KEY_X, y: middle },
    nodes,
    edges: [
      ...trusted.map((to) => ({ from: 'reader', to, lit: lit('reader', to) })),
      ...arrows.map((arrow) => ({ ...arrow, lit: lit(arrow.from, arrow.to) })),
    ],
    ways,
  };
}

/** Introducers on each way that counted, from the reader's own to the one who vouches for the key. */
export function waysOf(checks: IntroductionView['judged']['checks']): readonly string[][] {
  return checks
    .filter(({ name, result }) => name === 'path' && result === 'passed')
    .map(({ about }) => about.split(' > '));
}
