import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { configFromDifferences } from '../config-parse.ts';
import { runDelivery } from './delivery.ts';

const doc = readFileSync('docs/key-delivery.md', 'utf8');

test.each(['none', 'unknown-id', 'wrong-application', 'already-delivered', 'pool-empty'])(
  'docs/key-delivery.md shows what a run says: %s',
  (fault) => {
    const [, text] = doc.split(`<!-- ${fault} -->\n\`\`\`json\n`);
    const shown = JSON.parse(text!.slice(0, text!.indexOf('```')));
    const parsed = configFromDifferences({ scenario: 'delivery', 'delivery.fault': fault });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems[0]));
    const { messages } = runDelivery(parsed.config);
    const refused = messages.filter(({ status }) => status !== null && status >= 400);
    expect(shown).toEqual(fault === 'none' ? messages : refused);
  },
);
