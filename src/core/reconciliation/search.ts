/**
 * One frame of Cascade. The receiver's part decides by his own bits and the parities said; the sender's
 * part says parities (BINARY of Brassard & Salvail: halve an odd part until one bit is left).
 *
 *   sequential   the smallest odd part there is, one question a round trip
 *   parallel     all odd parts of the pass with the smallest blocks, one question of each a round trip
 *
 * A correction changes its part in every pass so far, and what was even may be odd again: the cascade.
 * Parts of half-key passes count as half their span, which is their expected size.
 */
import { type Copies, layOut, receiverParity, senderParity } from './copies.ts';
import { type Heap, openHeap, pop, push } from './heap.ts';
import {
  cutAt,
  findPart,
  forget,
  halfway,
  isOdd,
  isOneSided,
  type Known,
  openKnown,
  sideOf,
  single,
  toggleOdd,
} from './known.ts';
import type { PublicCoins } from './orders.ts';
import { beginPass, endPass, noteCorrection, noteQuestion, type Spoken } from './spoken.ts';
import type { CascadeTerms } from './terms.ts';

export interface Search {
  readonly terms: CascadeTerms;
  readonly coins: PublicCoins;
  readonly copies: Copies;
  readonly known: Known;
  /** Odd parts, the smallest first; entries that are no longer so are skipped. Sequential only. */
  readonly heap: Heap;
  readonly spoken: Spoken;
  /** The receiver's key as corrected so far, and where in it the frame begins. */
  readonly corrected: Uint32Array;
  frameStart: number;
  /** Passes open in this frame, and the first and last question of their opening. */
  readonly open: number[];
  readonly firstQuestion: Uint32Array;
  readonly lastQuestion: Uint32Array;
}

export function openSearch(
  given: Pick<Search, 'terms' | 'coins' | 'copies' | 'spoken' | 'corrected'>,
): Search {
  const { passes } = given.terms;
  return {
    ...given,
    known: openKnown(given.copies),
    heap: openHeap(),
    frameStart: 0,
    open: [],
    firstQuestion: new Uint32Array(passes),
    lastQuestion: new Uint32Array(passes),
  };
}

/** Corrects the frame that the copies hold; `start` is its first position in the key. */
export function searchFrame(search: Search, frame: number, start: number): void {
  const { copies, known, terms, coins, spoken, open } = search;
  forget(known);
  search.frameStart = start;
  open.length = 0;
  let whole = 0;
  for (let pass = 0; pass < terms.passes; pass++) {
    const block = copies.blockLengths[pass]!;
    // One block that is the frame has the parity of the whole, which the first pass told.
    if (copies.length === 0 || (pass > 0 && block === copies.length)) continue;
    layOut(copies, frame, pass, coins);
    if (block === 0 && isOneSided(copies, pass)) continue;
    beginPass(spoken, pass);
    open.push(pass);
    const rest = openPass(search, pass, whole);
    if (pass === 0) whole = rest;
    if (terms.schedule === 'parallel') searchParallel(search);
    else searchSequential(search);
    endPass(spoken);
  }
}

/**
 * The sender says the parities of all blocks; from the second pass on the last one follows from the
 * parity of the whole. Returns the parity of all that was said and of `whole`.
 */
function openPass(search: Search, pass: number, whole: number): number {
  const { copies, spoken } = search;
  const { length } = copies;
  const block = copies.blockLengths[pass]!;
  const blocks = block === 0 ? 2 : Math.ceil(length / block);
  search.firstQuestion[pass] = spoken.questionCount;
  let rest = whole;
  for (let b = 0; b < blocks; b++) {
    const from = b * block;
    const to = block === 0 ? length : Math.min(length, from + block);
    const isImplied = pass > 0 && b === blocks - 1;
    const parity = isImplied ? rest : senderParity(copies, pass, b, from, to);
    const differs = parity ^ receiverParity(copies, pass, b, from, to);
    rest ^= parity;
    if (!isImplied) noteQuestion(spoken, pass, b, from, to, parity, differs);
    if (differs === 1) toggle(search, sideOf(copies, pass, b), from, to, -1);
  }
  search.lastQuestion[pass] = spoken.questionCount - 1;
  return rest;
}

function searchSequential(search: Search): void {
  const { copies, known, heap, spoken } = search;
  const { stride, blockLengths } = copies;
  const sides = 2 * blockLengths.length * stride * 32;
  while (heap.size > 0) {
    const key = pop(heap);
    const id = key % sides;
    const side = Math.floor(id / (stride * 32));
    const from = id - side * stride * 32;
    if (!isOdd(known, copies, side, from)) continue;
    findPart(known, copies, side, from);
    // It was cut since it was queued, and what is left of it has been queued since.
    if (keyOf(copies, side, from, known.to) !== key) continue;
    const part = { side, from, to: known.to, question: -1, openedBy: known.openedBy[id]! };
    for (;;) {
      const middle = halfway(copies, side, part.from, part.to);
      if (middle < 0) break;
      spoken.round++;
      ask(search, part, middle);
    }
    correct(search, part);
  }
}

/** An odd part under search. */
interface Part {
  readonly side: number;
  from: number;
  to: number;
  /** The last question asked of it; −1: none yet. */
  question: number;
  readonly openedBy: number;
}

function searchParallel(search: Search): void {
  const { copies, known, spoken, open } = search;
  for (;;) {
    const pass = open.find((p) => known.oddCount[p]! > 0);
    if (pass === undefined) return;
    // Parts of one pass have no bit in common, so no correction disturbs another search.
    let parts = oddParts(search, pass);
    while (parts.length > 0) {
      const asked: Part[] = [];
      for (const part of parts) {
        if (halfway(copies, part.side, part.from, part.to) < 0) correct(search, part);
        else asked.push(part);
      }
      if (asked.length > 0) spoken.round++;
      for (const part of asked) {
        ask(search, part, halfway(copies, part.side, part.from, part.to));
      }
      parts = asked;
    }
  }
}

function oddParts({ copies, known }: Search, pass: number): Part[] {
  const { stride, blockLengths } = copies;
  const parts: Part[] = [];
  const lastSide = 2 * pass + (blockLengths[pass] === 0 ? 1 : 0);
  for (let side = 2 * pass; side <= lastSide; side++) {
    for (let w = 0; w < stride; w++) {
      for (let word = known.odds[side * stride + w]!; word !== 0; word &= word - 1) {
        const from = w * 32 + 31 - Math.clz32(word & -word);
        findPart(known, copies, side, from);
        const openedBy = known.openedBy[side * stride * 32 + from]!;
        parts.push({ side, from, to: known.to, question: -1, openedBy });
      }
    }
  }
  return parts;
}

/** The receiver asks for the parity of a part's first half and goes on in the half that is odd. */
function ask({ copies, known, spoken, terms }: Search, part: Part, middle: number): void {
  const { side, from } = part;
  const pass = side >>> 1;
  const block = copies.blockLengths[pass]!;
  const number = block === 0 ? side & 1 : Math.floor(from / block);
  const parity = senderParity(copies, pass, number, from, middle);
  const differs = parity ^ receiverParity(copies, pass, number, from, middle);
  part.question = spoken.questionCount;
  noteQuestion(spoken, pass, number, from, middle, parity, differs);
  if (terms.subBlockReuse) cutAt(known, copies, side, from, middle, differs === 0);
  if (differs === 1) part.to = middle;
  else part.from = middle;
}

/** The one bit that is left is wrong. */
function correct(search: Search, part: Part): void {
  const { copies, known, spoken, corrected, open } = search;
  const { stride, blockLengths, orders, places, receiver, mask } = copies;
  const { side } = part;
  const pass = side >>> 1;
  const block = blockLengths[pass]!;
  const place = block === 0 ? single(copies, side, part.from, part.to) : part.from;
  const position = pass > 0 && block > 0 ? orders[pass]![place]! : place;
  const whole = search.frameStart + position;
  corrected[whole >>> 5]! ^= 1 << whole;
  const index = noteCorrection(spoken, pass, whole, questionOf(search, part), part.openedBy);
  for (const p of open) {
    const isHalves = blockLengths[p] === 0;
    const at = p === 0 || isHalves ? position : places[p]![position]!;
    const bit = isHalves ? (mask[p * stride + (position >>> 5)]! >>> position) & 1 : 0;
    // Half-key passes have no copy of their own.
    if (!isHalves) receiver[p * stride + (at >>> 5)]! ^= 1 << at;
    findPart(known, copies, 2 * p + bit, at);
    toggle(search, 2 * p + bit, known.from, known.to, index);
  }
}

/** The question that showed the error; of a block of one bit, whose parity came unasked, that parity. */
function questionOf(search: Search, { side, from, question }: Part): number {
  if (question >= 0) return question;
  const pass = side >>> 1;
  const block = search.copies.blockLengths[pass]!;
  const number = block === 0 ? side & 1 : Math.floor(from / block);
  return Math.min(search.firstQuestion[pass]! + number, search.lastQuestion[pass]!);
}

/** A part has become odd, or even again. */
function toggle(search: Search, side: number, from: number, to: number, openedBy: number): void {
  const { copies, known, heap, terms } = search;
  if (!toggleOdd(known, copies, side, from)) return;
  known.openedBy[side * copies.stride * 32 + from] = openedBy;
  if (terms.schedule === 'sequential') push(heap, keyOf(copies, side, from, to));
}

/** Orders parts by size, then by pass and place: size · (number of places of all sides) + place. */
function keyOf({ stride, blockLengths }: Copies, side: number, from: number, to: number): number {
  const places = stride * 32;
  const isHalves = blockLengths[side >>> 1] === 0;
  const size = isHalves ? Math.max(1, (to - from) >>> 1) : to - from;
  return size * (2 * blockLengths.length * places) + side * places + from;
}
