import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** The hex tokens of the first block with this selector. */
function tokensOf(selector: string): ReadonlyMap<string, string> {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf('}', start));
  return new Map(
    [...block.matchAll(/--(\w+):\s*(#[0-9a-f]{6});/g)].map((found) => [found[1]!, found[2]!]),
  );
}

/** Relative luminance of WCAG 2.2, from #rrggbb. */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

const TEXT = 4.5;
const GRAPHIC = 3;
const PAPER = ['page', 'surface', 'surface2'];
const TINTS = ['aliceT', 'bobT', 'eveT'];

/** Every ink on every surface that it is used on. Ink3 on track is not among them: 4.0, not for text. */
const USED: readonly { ink: string; on: readonly string[]; least: number }[] = [
  { ink: 'ink', on: [...PAPER, ...TINTS, 'track', 'segOn', 'fibre', 'core'], least: TEXT },
  { ink: 'ink2', on: [...PAPER, ...TINTS, 'track', 'fibre'], least: TEXT },
  { ink: 'ink3', on: PAPER, least: TEXT },
  { ink: 'ink3', on: [...TINTS, 'track', 'fibre', 'core'], least: GRAPHIC },
  { ink: 'btnink', on: ['btn'], least: TEXT },
  { ink: 'inv', on: ['ink', 'alice', 'bob', 'eve'], least: TEXT },
  { ink: 'focus', on: [...PAPER, ...TINTS], least: GRAPHIC },
  { ink: 'alice', on: [...PAPER, 'aliceT'], least: TEXT },
  { ink: 'bob', on: [...PAPER, 'bobT'], least: TEXT },
  { ink: 'eve', on: [...PAPER, 'eveT'], least: TEXT },
  // Rings in flight, and a maker's colour on another's panel.
  { ink: 'alice', on: ['fibre', 'core', 'bobT', 'eveT'], least: GRAPHIC },
  { ink: 'bob', on: ['fibre', 'core', 'aliceT', 'eveT', 'track'], least: GRAPHIC },
  { ink: 'eve', on: ['fibre', 'core', 'aliceT', 'bobT', 'track'], least: GRAPHIC },
  { ink: 'aliceD', on: ['aliceT', 'aliceT2'], least: TEXT },
  { ink: 'bobD', on: ['bobT', 'bobT2'], least: TEXT },
  { ink: 'eveD', on: ['eveT', 'eveT2'], least: TEXT },
];

describe.each([
  ['light', ':root'],
  ['dark', ':root[data-theme="dark"]'],
])('%s theme', (_, selector) => {
  const tokens = tokensOf(selector);

  test.each(USED.flatMap(({ ink, on, least }) => on.map((under) => [ink, under, least] as const)))(
    '%s is readable on %s',
    (ink, under, least) => {
      expect(contrast(tokens.get(ink)!, tokens.get(under)!)).toBeGreaterThanOrEqual(least);
    },
  );
});

test('both themes define the same tokens', () => {
  expect([...tokensOf(':root[data-theme="dark"]').keys()]).toEqual([...tokensOf(':root').keys()]);
});
