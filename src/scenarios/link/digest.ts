/**
 * The light's part of the event log: the columns of the detected pulses, in chunks of 2²⁰ pulses
 * whatever the engine's own chunks are, each column packed most significant bit first.
 *
 *   chunk  = link, first pulse, pulses, detected (uint32 big-endian each), places, columns
 *            (for each decoy one more: which pulses were this decoy or a weaker one)
 *   places = nothing if all were detected; offsets (uint32) if fewer than 1 in 32; else a bitmap
 */
import { sha256 } from '@noble/hashes/sha2.js';
import {
  appendRange,
  appendWhere,
  type BitAppender,
  closeAppender,
  openAppender,
} from '../../core/bits/appender.ts';
import { bytesOf } from '../../core/bits/bits.ts';
import type { Batch } from '../channels/batch.ts';

export type LogHash = ReturnType<typeof sha256.create>;
/** Where letters go: the log's digest, or what keeps them for it. */
export interface LogSink {
  update(bytes: Uint8Array): unknown;
}

const DIGEST_CHUNK = 1 << 20;
const COLUMNS = ['sentBit', 'sentBasis', 'askedBasis', 'gotBit', 'double'] as const;
const TAP_COLUMNS = ['tapActs', 'tapBasis', 'tapBit'] as const;
type ColumnName = (typeof COLUMNS)[number] | (typeof TAP_COLUMNS)[number];

export interface ColumnDigest {
  readonly hash: LogHash;
  readonly link: number;
  readonly pulses: number;
  readonly names: readonly ColumnName[];
  readonly decoys: number;
  from: number;
  places: BitAppender;
  offsets: number[];
  columns: BitAppender[];
}

export function openLogHash(): LogHash {
  return sha256.create();
}

export function openColumnDigest(
  hash: LogHash,
  link: number,
  pulses: number,
  { tapped, decoys }: { readonly tapped: boolean; readonly decoys: number },
): ColumnDigest {
  const names = tapped ? [...COLUMNS, ...TAP_COLUMNS] : COLUMNS;
  const digest = {
    hash,
    link,
    pulses,
    names,
    decoys,
    from: 0,
    places: openAppender(),
    offsets: [],
    columns: [],
  };
  return begin(digest, 0);
}

function begin(digest: ColumnDigest, from: number): ColumnDigest {
  digest.from = from;
  digest.places = openAppender(DIGEST_CHUNK);
  digest.offsets = [];
  const columns = digest.names.length + digest.decoys;
  digest.columns = Array.from({ length: columns }, () => openAppender());
  return digest;
}

/** Batches come in order; engine chunks divide 2²⁰, so a batch never straddles a digest chunk. */
export function digestBatch(digest: ColumnDigest, batch: Batch): void {
  const { columns, lanes, positions, base } = batch;
  const whole = { from: 0, to: lanes };
  if (positions === null) appendRange(digest.places, columns.detected, whole);
  else {
    positions.forEach((position, i) => {
      const clicked = ((columns.detected[i >>> 5]! >>> (i & 31)) & 1) === 1;
      if (clicked) digest.offsets.push(base + position - digest.from);
    });
  }
  const dimmer = digest.decoys === 0 ? [] : batch.weak!.columns.dimmer;
  [...digest.names.map((name) => columns[name]), ...dimmer].forEach((column, i) => {
    appendWhere(digest.columns[i]!, column, columns.detected, whole);
  });
  if (batch.to - digest.from === DIGEST_CHUNK || batch.to === digest.pulses) {
    flush(digest, batch.to);
    begin(digest, batch.to);
  }
}

function flush(digest: ColumnDigest, to: number): void {
  const { hash, from } = digest;
  const pulses = to - from;
  const detected = digest.columns[0]!.length;
  hash.update(uint32s([digest.link, from, pulses, detected]));
  if (detected < pulses) hash.update(placesOf(digest, pulses, detected));
  for (const column of digest.columns) hash.update(bytesOf(closeAppender(column)));
}

function placesOf({ places, offsets }: ColumnDigest, pulses: number, detected: number): Uint8Array {
  const bits = closeAppender(places);
  if (detected * 32 < pulses) {
    if (bits.length === 0) return uint32s(offsets);
    const list: number[] = [];
    for (let i = 0; i < bits.length; i++)
      if (((bits.words[i >>> 5]! >>> (i & 31)) & 1) === 1) list.push(i);
    return uint32s(list);
  }
  if (bits.length > 0) return bytesOf(bits);
  const words = new Uint32Array((pulses + 31) >>> 5);
  for (const at of offsets) words[at >>> 5] = words[at >>> 5]! | (1 << (at & 31));
  return bytesOf({ length: pulses, words });
}

/** Big-endian. */
export function uint32s(values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(values.length * 4);
  values.forEach((value, i) => {
    bytes[i * 4] = value >>> 24;
    bytes[i * 4 + 1] = value >>> 16;
    bytes[i * 4 + 2] = value >>> 8;
    bytes[i * 4 + 3] = value;
  });
  return bytes;
}
