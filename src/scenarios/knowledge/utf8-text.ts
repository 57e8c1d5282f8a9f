/** Bytes read as UTF-8; what is not UTF-8 (a message that was altered on the way) shows as U+FFFD. */
export function textOf(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; ) {
    const length = lengthFrom(bytes[i]!);
    const point = length === 0 ? null : pointAt(bytes, i, length);
    text += point === null ? '\ufffd' : String.fromCodePoint(point);
    i += point === null ? 1 : length;
  }
  return text;
}

/** Bytes of a character by its first byte; 0: none begins so. */
function lengthFrom(first: number): number {
  if (first < 0x80) return 1;
  if (first < 0xc2) return 0;
  if (first < 0xe0) return 2;
  if (first < 0xf0) return 3;
  return first < 0xf5 ? 4 : 0;
}

const LEAST = [0, 0, 0x80, 0x800, 0x10000];

function pointAt(bytes: Uint8Array, from: number, length: number): number | null {
  if (length === 1) return bytes[from]!;
  let point = bytes[from]! & (0x7f >>> length);
  for (let k = 1; k < length; k++) {
    const byte = bytes[from + k];
    if (byte === undefined || byte >>> 6 !== 2) return null;
    point = (point << 6) | (byte & 0x3f);
  }
  const surrogate = point >= 0xd800 && point < 0xe000;
  return point < LEAST[length]! || point > 0x10ffff || surrogate ? null : point;
}
