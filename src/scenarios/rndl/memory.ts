/** What Alice's device holds at three moments of a session, and what it gives away to who opens it. */
import { bytesOf } from '../../core/bits/bits.ts';
import type { RunConfig } from '../config.ts';
import { type Cipher, open } from '../link/envelope.ts';
import { spentAt } from '../link/spent.ts';
import type { End, TalkLink } from '../link/talk.ts';
import { part } from '../link/use.ts';
import type { ReadOutFigures } from '../receipt-later.ts';
import type { MemoryItem, ReadOut } from '../run.ts';

/** Keys of Alice's, as her session left them; null where no envelope was sent. */
export interface DeviceKeys {
  /** Of the envelope. */
  readonly message: Uint8Array;
  /** For the next one: as many bits, or what was left. */
  readonly nextBits: number;
}

const MOMENTS = ['before', 'during', 'after'] as const;

/** The message's key as it lies in the end's key material. */
export function deviceKeysOf({ final, use, quantum }: TalkLink): DeviceKeys | null {
  if (final === null || use === null || use.ciphertext === null) return null;
  const from = messageKeyFrom(use.refilled, quantum !== null);
  const message = bytesOf(part(final.sender, from, from + use.spent));
  return { message, nextBits: Math.min(use.left, use.spent) };
}

/** What the seals took comes first, but a mixed key is made after they were paid. */
export function messageKeyFrom(refilled: number, mixed: boolean): number {
  return mixed ? 0 : refilled;
}

/** `envelope` as it lies on Eve's shelf, and what it says: every read-out is tried on it. */
export function readOutsOf(
  config: RunConfig,
  link: TalkLink,
  keys: DeviceKeys | null,
  envelope: {
    readonly cipher: Cipher;
    readonly bytes: Uint8Array;
    readonly text: Uint8Array;
  } | null,
): readonly ReadOut[] {
  return MOMENTS.map((moment) => {
    const memory = memoryAt(moment, config, link, keys);
    const held = memory.find(({ what }) => what === 'message-key');
    const yielded =
      held?.state === 'in-use' || held?.state === 'stored' ? keys?.message : undefined;
    const read = envelope && yielded ? open(envelope.cipher, yielded, envelope.bytes) : null;
    const opens = read?.every((byte, i) => byte === envelope?.text[i]) === true;
    return { moment, memory, yields: yieldsOf(memory), opens };
  });
}

function memoryAt(
  moment: ReadOut['moment'],
  config: RunConfig,
  link: TalkLink,
  keys: DeviceKeys | null,
): readonly MemoryItem[] {
  const { alice } = link.ends;
  const used = config.devices.eraseKeys ? 'erased' : 'stored';
  const made = moment !== 'before' && keys !== null;
  const secret = secretBits(link);
  const messageBits = 8 * (keys?.message.length ?? 0);
  return [
    { what: 'sealing-key', ...poolAt(moment, config, alice) },
    ...(alice.standing === null
      ? []
      : [{ what: 'signing-key', state: 'stored', bits: signingBits(config) } as const]),
    {
      what: 'exchange-secret',
      state: moment === 'before' || secret === 0 ? 'not-made' : used,
      bits: moment === 'before' ? 0 : secret,
    },
    {
      what: 'message-key',
      state: !made ? 'not-made' : moment === 'during' ? 'in-use' : used,
      bits: made ? messageBits : 0,
    },
    {
      what: 'next-key',
      state: made && keys.nextBits > 0 ? 'future' : 'not-made',
      bits: made ? keys.nextBits : 0,
    },
  ];
}

/** What the key was made from: the exponent, the private key, or the kept bits of the light. */
function secretBits({ agreed, light }: TalkLink): number {
  return 8 * (agreed?.own.alice.length ?? 0) + (light?.key.sender.length ?? 0);
}

function signingBits({ authentication }: RunConfig): number {
  // An Ed25519 private key, or the seed of an ML-DSA one: 32 bytes each (RFC 8032, FIPS 204).
  return authentication.method === 'none' ? 0 : 256;
}

function poolAt(
  moment: ReadOut['moment'],
  config: RunConfig,
  alice: End,
): Pick<MemoryItem, 'state' | 'bits'> {
  const { key, standing, main } = alice;
  const { preSharedBits } = config.authentication;
  if (key === null) return { state: 'not-made', bits: 0 };
  // Under a public-key anchor the store is made when the session begins.
  if (moment === 'before') {
    return standing === null
      ? { state: 'in-pool', bits: preSharedBits }
      : { state: 'not-made', bits: 0 };
  }
  const left = key.bits - spentAt(alice, config);
  const lastSeal = moment === 'during' && main.used.made > 0 ? key.perSeal : 0;
  return { state: 'in-pool', bits: Math.max(0, left + lastSeal) };
}

function yieldsOf(memory: readonly MemoryItem[]): ReadOutFigures {
  const bits = (state: MemoryItem['state'], ...kinds: readonly MemoryItem['what'][]) =>
    memory
      .filter((item) => item.state === state && kinds.includes(item.what))
      .reduce((sum, item) => sum + item.bits, 0);
  return {
    stored: bits('stored', 'message-key'),
    inPool: bits('in-pool', 'sealing-key'),
    inUse: bits('in-use', 'message-key'),
    future: bits('future', 'next-key'),
    erased: bits('erased', 'message-key'),
  };
}
