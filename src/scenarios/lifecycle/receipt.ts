/** Gathers the receipts of many rounds into the one of their lifecycle: the last round's figures, and sums of what was made, spent and said. */
import { sha256 } from '@noble/hashes/sha2.js';
import { hex } from '../../core/bits/hex.ts';
import { utf8 } from '../../core/random/streams.ts';
import type { RunConfig } from '../config.ts';
import type { LifecycleRound, QberFigures, Receipt } from '../receipt.ts';

export interface Aside {
  /** Bits of the pool that a new start threw away before this round. */
  readonly discarded: number;
  /** Somebody read the boxes. */
  readonly readOut: boolean;
}

export function openReceipt(config: RunConfig) {
  const hash = sha256.create();
  let last: Receipt | null = null;
  const ledger = { made: 0, discarded: 0 };
  const messages = { number: 0, bytes: 0 };
  let events = 0;
  return {
    add(receipt: Receipt, { discarded, readOut }: Aside): void {
      last = readOut ? readFrom(receipt) : receipt;
      hash.update(utf8(receipt.log.sha256));
      ledger.made += receipt.keyLedger.made;
      ledger.discarded += discarded;
      messages.number += receipt.messages.number;
      messages.bytes += receipt.messages.bytes;
      events += receipt.log.events;
    },
    /** A round in which nothing was done. */
    idle(): void {
      last &&= nothingOf(last);
    },
    close(rounds: readonly LifecycleRound[], pool: number): Receipt {
      if (last === null) throw new Error('a lifecycle has at least its start-up');
      const spentOnSeals = rounds.reduce((sum, { spent }) => sum + spent, 0);
      return {
        ...last,
        config,
        verdict: rounds.at(-1)!.verdict,
        keyLedger: {
          made: ledger.made,
          spentOnSeals,
          spentOnMessages: 0,
          discarded: ledger.discarded,
        },
        messages,
        lifecycle: { rounds, pool },
        log: { events, sha256: hex(hash.digest()) },
      };
    },
  };
}

/** Who reads a box has the key that is in it. */
function readFrom(receipt: Receipt): Receipt {
  const { keys, eve } = receipt;
  const accepted = keys.bob ?? keys.alice;
  if (accepted === null) return receipt;
  const read = (['alice', 'bob'] as const).flatMap((sharedWith) => {
    const key = keys[sharedWith];
    return key ? [{ sharedWith, ...key }] : [];
  });
  return {
    ...receipt,
    keys: { ...keys, eve: read },
    eve: { ...eve, keyBitsKnown: accepted.bits, keyBitsKnownBy: 'rank' },
  };
}

const UNKNOWN: QberFigures = { estimated: null, interval: null, actual: null };

function nothingOf(receipt: Receipt): Receipt {
  const { counts: _, qber: __, ...rest } = receipt;
  return {
    ...rest,
    counts: { sent: 0, detected: 0, sifted: 0, tested: 0, testErrors: 0, zeros: 0 },
    qber: { ...UNKNOWN, rectilinear: UNKNOWN, diagonal: UNKNOWN },
    reconciliation: null,
    amplification: null,
    keys: { alice: null, bob: null, eve: [], equal: false, agreement: null },
    eve: { siftedBitsKnown: 0, siftedBitsGuessedRight: 0, keyBitsKnown: 0, keyBitsKnownBy: 'rank' },
    seals: { made: 0, checked: 0, failed: 0, keyBitsSpent: 0, forgeryOdds: 0, kind: 'none' },
    use: null,
  };
}
