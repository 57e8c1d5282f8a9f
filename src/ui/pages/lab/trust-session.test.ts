import { expect, test } from 'vitest';
import type { say } from '../../../content/words/use-words.ts';
import type { Observer } from '../../../scenarios/actors.ts';
import { runConfig } from '../../../scenarios/execute.ts';
import type { Run } from '../../../scenarios/run.ts';
import { fullTrustKit } from '../../../scenarios/trust/full-kit.ts';
import { type Loss, sessionConfig } from '../../../store/trust-losses.ts';
import { fooledEnd, sessionShown } from './trust-session.ts';

const runs = new Map<string, Run>();
function pkiRun(loss: Loss, eveAnswers: 'alice' | 'bob' | null): Run {
  const key = `${loss} ${eveAnswers}`;
  const parsed = sessionConfig({ seed: 3, anchor: 'pki', method: 'ed25519', loss, eveAnswers });
  if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
  const run = runs.get(key) ?? runConfig(parsed.config, { kit: fullTrustKit });
  runs.set(key, run);
  return run;
}

/** What is shown when a choice's session turned out like the run of another loss. */
function shown(
  loss: Loss,
  run: Run,
  observer: Observer = 'everyone',
  reader: 'alice' | 'bob' = 'bob',
) {
  const choice = { anchor: 'pki', method: 'ed25519', loss, timing: 'before', reader } as const;
  const keys = ((key: string) => key) as typeof say;
  return sessionShown({ choice, run, honest: pkiRun('none', null), observer, say: keys });
}

test('a reason is given only if the run bears it out', () => {
  expect(shown('rogue-ca', pkiRun('rogue-ca', 'bob')).why).toBe('trust.why.rogue-ca');
  expect(shown('rogue-ca', pkiRun('none', 'bob')).why).toBeNull();
  expect(shown('none', pkiRun('none', 'bob')).why).toBe('trust.why.none.pki');
  expect(shown('none', pkiRun('rogue-ca', 'bob')).why).toBeNull();
});

test('one key stolen: a reason for each end, and one end fooled', () => {
  const run = pkiRun('stolen-alice', 'bob');
  expect(fooledEnd(run)).toBe('bob');
  expect(shown('stolen-alice', run, 'everyone', 'bob').why).toBe('trust.why.stolen');
  expect(shown('stolen-alice', run, 'everyone', 'alice').why).toBe('trust.why.robbed');
  expect(fooledEnd(pkiRun('rogue-ca', 'bob'))).toBeNull();
});

test('each end has its own conclusion; what is behind it, only the viewer knows', () => {
  const run = pkiRun('stolen-alice', 'bob');
  const verdicts = shown('stolen-alice', run).ends.map(({ end, verdict, heldByEve }) => [
    end,
    verdict?.kind === 'verdict' ? verdict.verdict : verdict?.kind,
    heldByEve,
  ]);
  expect(verdicts).toEqual([
    ['alice', 'stopped-seal', null],
    ['bob', 'key', true],
    ['everyone', 'fooled', null],
  ]);
  const own = shown('stolen-alice', run, 'bob');
  expect(own.ends).toMatchObject([{ end: 'bob', heldByEve: null }]);
  expect(own).toMatchObject({ real: null, holders: null, why: null, readerSees: null });
  expect(JSON.stringify(own)).not.toContain('eve"');
});
