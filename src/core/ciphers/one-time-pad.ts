/**
 * The one-time pad: text, exclusive-or as many fresh key bits.
 *
 * Every text of that length is as likely as before, whatever computer reads the ciphertext; but who
 * changes a bit of the ciphertext changes that bit of the text, so a pad needs a seal of its own.
 * The same function opens what it closed.
 * Source: Shannon, Bell Syst. Tech. J. 28 (1949) 656, doi:10.1002/j.1538-7305.1949.tb00928.x.
 */

/** The text under the first text.length bytes of the pad; RangeError if the pad is shorter. */
export function oneTimePad(text: Uint8Array, pad: Uint8Array): Uint8Array {
  if (pad.length < text.length) {
    throw new RangeError(`"pad" expected at least ${text.length} bytes, got ${pad.length}`);
  }
  return text.map((byte, i) => byte ^ pad[i]!);
}
