/** Figures of what comes after the key: a recording, a device in other hands, the way to the user. */

/**
 * State of a door. 'not-recorded': nothing on the shelf fixes it, and no discovery will change that.
 * 'no-method': the recording fixes it, and nobody knows how to compute it.
 */
export type Door = 'found' | 'not-recorded' | 'no-method';

/** The tool whose result opened the envelope; oracles are assumptions of the viewer's. */
export type Tool =
  /** She ran the session herself and held its key that day. */
  | 'held-session'
  /** Searched, on the small group. */
  | 'discrete-log'
  /** Stands for the quantum computer: the logarithm of one recorded public key. */
  | 'discrete-log-oracle'
  /** The secret in one recorded ciphertext. */
  | 'ml-kem-oracle'
  /** All she heard, as equations over GF(2). */
  | 'linear-relations'
  /** So few keys fit that she tries every one. */
  | 'every-candidate'
  /** The key on its way to the user, recorded on a line with a key exchange of its own. */
  | 'delivery-hop'
  /** The device's memory at a time. */
  | 'device-read-out'
  /** The key of one recorded AES envelope. */
  | 'aes-oracle';

export interface RndlFigures {
  /** Bytes on Eve's shelf. */
  readonly recorded: number;
  /** Part of the key's bits that are right in what she holds for it in the end; null without a key. */
  readonly guessAgreement: number | null;
  /** Whether Eve's own procedure produced the plaintext. */
  readonly opened: boolean;
  /** What did; null when nothing did. */
  readonly how: Tool | null;
  /** What she read; null when nothing. */
  readonly plaintext: string | null;
  readonly doors: { readonly key: Door; readonly cipher: Door };
  /**
   * log₂ of how many keys for this envelope fit what she recorded of the key establishment; null when
   * nothing was sent.
   */
  readonly candidateKeys: number | null;
  /** 'bound': at least so many, where counting would take too long. */
  readonly candidateKeysBy: 'rank' | 'bound' | null;
}

/** Bits of key. */
export interface ReadOutFigures {
  /** Used keys that were kept. */
  readonly stored: number;
  /** Sealing key. */
  readonly inPool: number;
  /** Keys of an envelope that is being written. */
  readonly inUse: number;
  /** Keys that wait for a later envelope. */
  readonly future: number;
  /** Used keys that were erased, and so are not yielded. */
  readonly erased: number;
}

/** One message of a conversation with a key manager, or between two applications. */
export interface DeliveryMessage {
  readonly from: string;
  readonly to: string;
  /** 'GET', 'POST'; 'CARD' for the open card between the applications. */
  readonly method: string;
  readonly path: string;
  /** JSON; null without a body. */
  readonly body: unknown;
  /** HTTP status; null for a card. */
  readonly status: number | null;
  readonly response: unknown;
}

export interface DeliveryFigures {
  readonly exposedHops: number;
  readonly insiders: number;
  /** Part of the repeats in which Eve opened the envelope. */
  readonly openedShare: number;
  /** Both applications hold one key under one ID. */
  readonly sameKey: boolean;
  readonly messages: readonly DeliveryMessage[];
}

/** A key handed through a chain of boxes. */
export interface RelayFigures {
  /** From Alice to Bob; each an executed link. */
  readonly hops: readonly RelayHopFigures[];
  /**
   * All that hold Bob's end-to-end key in the clear at some time, ends included, by name: `alice`,
   * `relay-1`, …, `bob`. Empty without a key; Alice is missing where Eve gave her another one.
   */
  readonly boxes: readonly string[];
  /** Length of the end-to-end key, that of the shortest hop's once its seals are paid; 0 without one. */
  readonly keyBits: number;
  /** Alice's and Bob's, compared. */
  readonly equal: boolean;
  /** `keyBits` ÷ pulses that each hop sent; hops work at the same time. */
  readonly rate: number;
  /** Bits of Bob's key that Eve computes from what was said in public, the box she read, and hop keys she holds whole. */
  readonly eveBits: number;
}

export interface RelayHopFigures {
  readonly from: string;
  readonly to: string;
  /** Of its line, dB; a fibre's with its length. */
  readonly lossDb: number;
  readonly verdict: string;
  /** Of its final key, bits, before its seals are paid. */
  readonly keyBits: number;
}
