/**
 * Record now, decrypt later: one session, executed like any other, whose classical line Eve copies byte
 * by byte; then her work on the copy. Light cannot be copied onto a shelf (Wootters & Zurek, Nature 299
 * (1982) 802), so of the quantum channel she has only what she measured that day.
 */
import { type Bits, bytesOf, popcount32 } from '../../core/bits/bits.ts';
import { bytesAt, openStream, runKey, utf8 } from '../../core/random/streams.ts';
import type { RunConfig } from '../config.ts';
import { runSession, type Session, type Surroundings } from '../execute.ts';
import { carry, type HopRecord } from '../hop/hop.ts';
import { textOf } from '../knowledge/utf8-text.ts';
import { exchangeIn, QUANTUM_SHARE_BITS } from '../link/agree.ts';
import type { TalkLink } from '../link/talk.ts';
import type { Tape } from '../link/tape.ts';
import { part } from '../link/use.ts';
import type { RndlFigures } from '../receipt-later.ts';
import type { MemoryItem, ReadOut, RndlRun } from '../run.ts';
import type { TrustKit } from '../trust/kit.ts';
import { attack, type Findings, type Notes } from './attack.ts';
import { type DeviceKeys, deviceKeysOf, messageKeyFrom, readOutsOf } from './memory.ts';
import { aesOracle, kemOracle, logOracle, type Powers } from './oracles.ts';
import { openSearch } from './search.ts';
import { shelfOf } from './shelf.ts';

const SHOWN_KEY_BYTES = 64;

export function runRndl(config: RunConfig, surroundings: Surroundings = {}): RndlRun {
  const { onProgress = () => {}, kit = null } = surroundings;
  const { keyEstablishment: means, cipher, message } = config.rndl;
  const linkConfig: RunConfig = {
    ...config,
    scenario: 'link',
    use: { cipher, message, sealed: true },
  };
  const tape: Tape = [];
  const session = runSession(linkConfig, { ...surroundings, means, tape });
  const [line] = session.talk.links as readonly [TalkLink, ...TalkLink[]];
  const keys = deviceKeysOf(line);
  const hop = keys && hopOf(config, keys);
  const sent = line.use?.ciphertext ?? null;
  const text = utf8(message);
  const readOuts = readOutsOf(config, line, keys, sent && { cipher, bytes: sent, text });
  const mixed = line.quantum !== null;
  const findings = attack(
    { letters: tape.filter(({ link }) => link === 0), hop },
    { means, cipher, keyFrom: line.use?.refilled ?? 0 },
    notesOf(config, session, line, messageKeyFrom(line.use?.refilled ?? 0, mixed)),
    {
      powers: powersOf(config, line, { keys, later: readOuts.at(-1)!, kit }),
      search: openSearch(coinsOf(config, 'search', 32), onProgress),
      kit,
    },
  );
  const shelf = shelfOf(tape, hop);
  const recorded = shelf.reduce((sum, { bytes }) => sum + bytes, 0);
  const { receipt } = session.run;
  const { whatIf } = config.rndl;
  return {
    config,
    session: session.run,
    shelf,
    pulses: receipt.counts.sent,
    attempts: findings?.attempts ?? [],
    readOuts,
    key: findings && keys && shownKey(keys, findings),
    envelope: sent,
    receipt: {
      ...receipt,
      config,
      // A key too short for the message sends nothing.
      verdict: receipt.verdict === 'key' && sent === null ? 'stopped-short' : receipt.verdict,
      keyLedger: { ...receipt.keyLedger, discarded: discardedBy(session) },
      readOut: whatIf.includes('device-read-out') ? (readOuts.at(-1)?.yields ?? null) : null,
      rndl: figuresOf(recorded, findings, keys),
    },
  };
}

function coinsOf({ seed }: RunConfig, label: string, length: number): Uint8Array {
  return bytesAt(openStream(runKey(seed), `eve.archive/${label}`), 0, length);
}

/** The message's key leaves the site over a line with a key exchange of the small group. */
function hopOf(config: RunConfig, { message }: DeviceKeys): HopRecord | null {
  if (!config.rndl.whatIf.includes('delivered-over-dh')) return null;
  return carry(message, {
    protection: 'tls-dh',
    groupBits: config.rndl.groupBits,
    coins: (label, length) =>
      bytesAt(openStream(runKey(config.seed), `site.alice/hop/${label}`), 0, length),
    kit: null,
  });
}

function notesOf(config: RunConfig, { talk }: Session, line: TalkLink, from: number): Notes {
  const certain = line.light?.key.certain ?? null;
  const ran = talk.links.length > 1 && line.final !== null && line.use?.ciphertext != null;
  return {
    // What she is certain of is what she measured; nothing of the other bits comes along.
    measured: certain && { certain, values: both(line.light!.key.sender, certain) },
    held: ran ? heldIn(line, from) : null,
    coins: (label, length) => coinsOf(config, label, length),
  };
}

/** The message's key in Eve's hands on her line with Alice. */
function heldIn({ final, use }: TalkLink, from: number): NonNullable<Notes['held']> {
  const [hers, alices] = [final!.receiver, final!.sender].map((key) =>
    bytesOf(part(key, from, from + use!.spent)),
  ) as [Uint8Array, Uint8Array];
  return { key: hers, whole: hers.every((byte, i) => byte === alices[i]) };
}

function both(one: Bits, other: Bits): Bits {
  return { length: one.length, words: one.words.map((word, w) => word & other.words[w]!) };
}

/** Only what the configuration assumes. */
function powersOf(
  config: RunConfig,
  { agreed, use }: TalkLink,
  {
    keys,
    later,
    kit,
  }: {
    readonly keys: DeviceKeys | null;
    /** The device as it is when the session is long over. */
    readonly later: ReadOut;
    readonly kit: TrustKit | null;
  },
): Powers {
  const { qDay, whatIf, keyEstablishment: means, cipher } = config.rndl;
  const assumes = (what: (typeof whatIf)[number]) => whatIf.includes(what);
  const envelope = use?.ciphertext ?? null;
  return {
    searches: qDay,
    x25519Log:
      qDay && agreed && means === 'x25519'
        ? logOracle(agreed, exchangeIn('x25519', kit).publicOf)
        : null,
    mlKemSecret:
      assumes('ml-kem-broken') && agreed && kit !== null && means !== 'x25519' && means !== 'dh-toy'
        ? kemOracle(agreed, kit.kem.decapsulate)
        : null,
    aesKey:
      assumes('aes-256-broken') && cipher === 'aes-256-gcm' && envelope && keys
        ? aesOracle(envelope, keys.message)
        : null,
    memory: assumes('device-read-out')
      ? () => (keys !== null && stores(later, 'message-key') ? keys.message : null)
      : null,
  };
}

function stores({ memory }: ReadOut, wanted: MemoryItem['what']): boolean {
  return memory.some(({ what, state }) => what === wanted && state === 'stored');
}

/**
 * What the session made beyond this message's key and the next one's is thrown away. Of the key that was
 * accepted, as the rest of the ledger: Bob's, or Alice's if only she accepted one.
 */
function discardedBy({ keys, talk: { links } }: Session): number {
  if (keys.alice === null && keys.bob === null) return 0;
  const { use, quantum } = (keys.bob === null ? links[0] : links.at(-1))!;
  if (use === null) return 0;
  if (quantum !== null) {
    return Math.max(0, quantum.sender.length - use.refilled - QUANTUM_SHARE_BITS);
  }
  return Math.max(0, use.left - use.spent);
}

function shownKey({ message }: DeviceKeys, { guess }: Findings): NonNullable<RndlRun['key']> {
  return {
    alice: message.slice(0, SHOWN_KEY_BYTES),
    guess: guess.slice(0, SHOWN_KEY_BYTES),
    bits: 8 * message.length,
  };
}

const NOTHING_SENT: Omit<RndlFigures, 'recorded'> = {
  guessAgreement: null,
  opened: false,
  how: null,
  plaintext: null,
  doors: { key: 'not-recorded', cipher: 'not-recorded' },
  candidateKeys: null,
  candidateKeysBy: null,
};

function figuresOf(
  recorded: number,
  findings: Findings | null,
  keys: DeviceKeys | null,
): RndlFigures {
  if (findings === null) return { recorded, ...NOTHING_SENT };
  const { doors, how, plaintext, candidateKeys, candidateKeysBy, guess } = findings;
  return {
    recorded,
    guessAgreement: keys && agreement(guess, keys.message),
    opened: plaintext !== null,
    how,
    plaintext: plaintext && textOf(plaintext),
    doors,
    candidateKeys,
    candidateKeysBy,
  };
}

/** Part of the bits that agree. */
function agreement(one: Uint8Array, other: Uint8Array): number {
  let differing = 0;
  for (let i = 0; i < other.length; i++) differing += popcount32(one[i]! ^ other[i]!);
  return 1 - differing / (8 * other.length);
}
