/** A run of letters that are as they were sent, or are not. */
export interface TextPart {
  readonly text: string;
  readonly changed: boolean;
}

/** What was read, cut where it is not what was written. Letters are compared place by place. */
export function compared(written: string | null, read: string): readonly TextPart[] {
  if (written === null) return [{ text: read, changed: false }];
  const before = [...written];
  const parts: { text: string; changed: boolean }[] = [];
  [...read].forEach((letter, i) => {
    const changed = letter !== before[i];
    const last = parts.at(-1);
    if (last?.changed === changed) last.text += letter;
    else parts.push({ text: letter, changed });
  });
  return parts;
}

/** The first bytes as pairs of hex digits. */
export function hexStart(bytes: Uint8Array, most: number): string {
  const pairs = Array.from(bytes.subarray(0, most), (byte) => byte.toString(16).padStart(2, '0'));
  return `${pairs.join(' ')}${bytes.length > most ? ' …' : ''}`;
}

/** Why a text cannot be sent; null if it can. `min` and `max` count bytes of UTF-8. */
export function messageProblem(
  text: string,
  { min, max }: { readonly min: number; readonly max: number },
): 'empty' | 'long' | null {
  const bytes = byteLength(text);
  if (bytes < min) return 'empty';
  return bytes > max ? 'long' : null;
}

export function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
