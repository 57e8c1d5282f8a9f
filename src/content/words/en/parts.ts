/** What the small parts say by themselves. */
export const partsWords = {
  'parts.on': 'On',
  'parts.off': 'Off',
  'parts.only-you': 'Only you see this',
  'parts.close': 'Close',
  'parts.less': '{what}: less',
  'parts.more': '{what}: more',
  'parts.range': '{min} to {max}',
  'parts.not-a-number': 'This needs a number, {min} to {max}.',
  'parts.not-whole': 'This needs a whole number.',
  'parts.out-of-range': 'Allowed: {min} to {max}.',
} as const;
