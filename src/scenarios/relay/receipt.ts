/**
 * The receipt of a chain. Counts, error rates, seals, messages and the key ledger are those of all hops
 * together; keys, and what Eve knows of them, are the end-to-end key's; Correct and Shrink are the first
 * hop's, whose key the end-to-end key is.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { type Bits, bitsOf } from '../../core/bits/bits.ts';
import { hex } from '../../core/bits/hex.ts';
import { utf8 } from '../../core/random/streams.ts';
import type { RunConfig } from '../config.ts';
import { ENGINE } from '../engine.ts';
import { differing } from '../protocols/bb84/judge.ts';
import type { Receipt, Verdict } from '../receipt.ts';
import type { ReadOutFigures, RelayHopFigures } from '../receipt-later.ts';
import { figuresOf, forgeryOddsOf } from '../receipt-of.ts';
import { qberOf, sumCompared, sumCounts } from '../receipt-sums.ts';
import type { Forwarded } from './forward.ts';
import type { Hop } from './hop.ts';
import { lossOf } from './hop-config.ts';

export interface FinishedChain {
  readonly config: RunConfig;
  readonly boxes: readonly string[];
  readonly hops: readonly Hop[];
  readonly forwarded: Forwarded;
  /** What she makes of the key at each end; null where nothing of it follows. */
  readonly eve: { readonly near: Uint8Array | null; readonly far: Uint8Array | null };
}

export function receiptOf(chain: FinishedChain): Receipt {
  const { config, hops } = chain;
  const receipts = hops.map(({ receipt }) => receipt);
  const ends = endsOf(chain);
  const sum = (pick: (receipt: Receipt) => number) =>
    receipts.reduce((total, receipt) => total + pick(receipt), 0);
  return {
    schema: 1,
    engine: ENGINE,
    config,
    verdict: verdictOf(chain, ends),
    counts: sumCounts(receipts.map(({ counts: { links: _, ...counts } }) => counts)),
    qber: qberOf(sumCompared(hops.map(({ compared }) => compared))),
    reconciliation: receipts[0]!.reconciliation,
    amplification: receipts[0]!.amplification,
    keys: keysOf(ends),
    eve: {
      siftedBitsKnown: sum(({ eve }) => eve.siftedBitsKnown),
      siftedBitsGuessedRight: sum(({ eve }) => eve.siftedBitsGuessedRight),
      ...keyBitsKnown(chain, ends),
    },
    seals: sealsOf(chain),
    keyLedger: ledgerOf(chain, ends),
    use: null,
    readOut: readOutOf(chain, ends),
    messages: {
      number: sum(({ messages }) => messages.number) + chain.forwarded.letters.length,
      bytes: sum(({ messages }) => messages.bytes) + bytesOfLetters(chain),
    },
    relay: {
      hops: hops.map((hop, i) => hopFigures(hop, [chain.boxes[i]!, chain.boxes[i + 1]!])),
      boxes: holdersOf(chain, ends),
      keyBits: ends.bits,
      equal: ends.equal,
      rate: ends.bits / config.exchange.photons,
      eveBits: ends.eveBits,
    },
    log: {
      events: sum(({ log }) => log.events) + chain.forwarded.letters.length,
      sha256: digestOf(chain),
    },
  };
}

export function hopFigures(
  { config, receipt }: Hop,
  [from, to]: readonly [string, string],
): RelayHopFigures {
  return {
    from,
    to,
    lossDb: lossOf(config.channel),
    verdict: receipt.verdict,
    keyBits: receipt.keyLedger.made,
  };
}

/** The end-to-end key as Alice, Bob and Eve have it, compared bit by bit. */
interface AtTheEnds {
  /** 0: the chain came to no key. */
  readonly bits: number;
  readonly alice: Bits | null;
  readonly bob: Bits | null;
  readonly differing: number | null;
  readonly equal: boolean;
  readonly eve: { readonly near: Bits | null; readonly far: Bits | null };
  /** Of Bob's. */
  readonly eveBits: number;
}

function endsOf({ boxes, forwarded, eve }: FinishedChain): AtTheEnds {
  const arrived = forwarded.clear.length === boxes.length;
  const bits = arrived ? forwarded.bits : 0;
  const of = (bytes: Uint8Array | null) => (arrived && bytes ? bitsOf(bytes, bits) : null);
  const alice = of(forwarded.clear[0] ?? null);
  const bob = of(forwarded.clear.at(-1) ?? null);
  const hers = { near: of(eve.near), far: of(eve.far) };
  const apart = alice && bob ? differing(alice, bob) : null;
  return {
    bits,
    alice,
    bob,
    differing: apart,
    equal: apart === 0,
    eve: hers,
    eveBits: bob && hers.far ? bits - differing(bob, hers.far) : 0,
  };
}

function verdictOf({ hops, forwarded }: FinishedChain, ends: AtTheEnds): Verdict {
  const without = hops.find(({ held }) => held === null);
  if (without !== undefined) return without.verdict;
  if (ends.bits === 0) {
    return forwarded.letters.some(({ result }) => result === 'rejected')
      ? 'stopped-seal'
      : 'stopped-short';
  }
  if (ends.eveBits === ends.bits) return 'fooled';
  return ends.equal ? 'key' : 'stopped-errors';
}

function keysOf({ bits, alice, bob, eve, equal, differing: apart }: AtTheEnds): Receipt['keys'] {
  const near = alice && eve.near && differing(alice, eve.near) === 0 ? eve.near : null;
  const far = bob && eve.far && differing(bob, eve.far) === 0 ? eve.far : null;
  const shared = (sharedWith: 'alice' | 'bob', key: Bits | null) =>
    key ? [{ sharedWith, ...figuresOf(key) }] : [];
  return {
    alice: alice && figuresOf(alice),
    bob: bob && figuresOf(bob),
    // One key needs one entry.
    eve: equal ? shared('alice', far ?? near) : [...shared('alice', near), ...shared('bob', far)],
    equal,
    agreement: apart === null ? null : 1 - apart / bits,
  };
}

/**
 * Of the end-to-end key: what she computes whole. Else what she surely knows of one hop's part of it, since
 * a bit of any pad tells one of the key: of the whole hop key, less all that the seals got back or that is
 * left over. A bound from below, unless the chain is one hop and its key is used whole.
 */
function keyBitsKnown(
  { hops }: FinishedChain,
  { bits, eveBits }: AtTheEnds,
): Pick<Receipt['eve'], 'keyBitsKnown' | 'keyBitsKnownBy'> {
  if (eveBits > 0 || bits === 0) return { keyBitsKnown: eveBits, keyBitsKnownBy: 'rank' };
  const ofHops = hops.flatMap(({ held, receipt }) =>
    held ? [{ ...held.knownToEve, elsewhere: receipt.keyLedger.made - bits }] : [],
  );
  const surely = ofHops.map(({ known, elsewhere }) => Math.max(0, known - elsewhere));
  const exact = ofHops.every(
    ({ known, by, elsewhere }) =>
      by === 'rank' && (known === 0 || (ofHops.length === 1 && elsewhere === 0)),
  );
  return { keyBitsKnown: Math.max(...surely), keyBitsKnownBy: exact ? 'rank' : 'bound' };
}

/** Of every hop, and of the letters of its nodes: those are sealed from the pool of the hop they cross. */
function sealsOf({ config, hops, forwarded: { letters } }: FinishedChain): Receipt['seals'] {
  const sum = (pick: (seals: Receipt['seals']) => number) =>
    hops.reduce((total, { receipt }) => total + pick(receipt.seals), 0);
  const sealed = letters.filter(({ tag }) => tag !== null);
  const longest = Math.max(
    ...hops.map(({ longestSealed }) => longestSealed),
    ...sealed.map(({ coveredBytes }) => coveredBytes),
  );
  const made = sum((seals) => seals.made) + sealed.length;
  return {
    made,
    checked: sum((seals) => seals.checked) + letters.filter(({ checked }) => checked).length,
    failed:
      sum((seals) => seals.failed) + letters.filter(({ result }) => result === 'rejected').length,
    keyBitsSpent: spentOnSeals(hops),
    ...(made === 0
      ? { forgeryOdds: 0, kind: 'none' }
      : forgeryOddsOf(config.authentication, longest)),
  };
}

function spentOnSeals(hops: readonly Hop[]): number {
  return hops.reduce(
    (total, { held, receipt }) => total + (held?.line.spent() ?? receipt.seals.keyBitsSpent),
    0,
  );
}

/** The pads of the hops after the first are spent on a message: the end-to-end key. */
function ledgerOf({ hops, forwarded }: FinishedChain, { bits }: AtTheEnds): Receipt['keyLedger'] {
  const padded = forwarded.bits * forwarded.letters.length;
  const unused = hops.reduce((total, hop) => total + hop.unused, 0);
  return {
    made: hops.reduce((total, { receipt }) => total + receipt.keyLedger.made, 0),
    spentOnSeals: spentOnSeals(hops),
    spentOnMessages: padded,
    discarded: unused - padded - bits,
  };
}

/** Memory of a node while the key passes: the keys of its two hops, and the sealing key of both. */
function readOutOf(
  { config: { relay }, hops }: FinishedChain,
  { bits }: AtTheEnds,
): ReadOutFigures | null {
  if (relay.readOut === 0 || bits === 0) return null;
  const beside = [hops[relay.readOut - 1]!, hops[relay.readOut]!];
  const inPool = beside.reduce((total, { held }) => total + (held?.line.left() ?? 0), 0);
  return { stored: 0, inPool, inUse: beside.length * bits, future: 0, erased: 0 };
}

function holdersOf({ boxes, forwarded }: FinishedChain, { bits, bob }: AtTheEnds): string[] {
  if (bob === null) return [];
  return boxes.filter((_, i) => {
    const clear = forwarded.clear[i] ?? null;
    return clear !== null && differing(bitsOf(clear, bits), bob) === 0;
  });
}

function bytesOfLetters({ forwarded: { letters } }: FinishedChain): number {
  return letters.reduce((total, { bytes, tag }) => total + bytes.length + (tag?.length ?? 0), 0);
}

/** Over the hops' digests in order, then what the nodes said. */
function digestOf({ hops, forwarded: { letters } }: FinishedChain): string {
  const hash = sha256.create();
  for (const { receipt } of hops) hash.update(utf8(receipt.log.sha256));
  for (const { bytes, tag } of letters) {
    hash.update(bytes);
    if (tag !== null) hash.update(tag);
  }
  return hex(hash.digest());
}
