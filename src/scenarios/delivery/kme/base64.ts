/** Bytes as text and back: RFC 4648, §4, with padding. */
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

export function base64(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const three = (bytes[i]! << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    const digits = [18, 12, 6, 0].map((shift) => DIGITS[(three >>> shift) & 63]!);
    const left = bytes.length - i;
    text += digits.slice(0, Math.min(3, left) + 1).join('') + '='.repeat(Math.max(0, 3 - left));
  }
  return text;
}

/** The bytes; null unless the text is what `base64` makes of some. */
export function fromBase64(text: string): Uint8Array | null {
  const digits = text.replace(/={1,2}$/, '');
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4));
  let held = 0;
  for (let i = 0; i < digits.length; i++) {
    const value = DIGITS.indexOf(digits[i]!);
    if (value < 0) return null;
    held = ((held << 6) | value) & 0xffff;
    const bits = 6 * (i + 1);
    if (bits % 8 < 6) bytes[Math.floor(bits / 8) - 1] = held >>> (bits % 8);
  }
  return base64(bytes) === text ? bytes : null;
}
