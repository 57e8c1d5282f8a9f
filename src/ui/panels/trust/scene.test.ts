import { expect, test } from 'vitest';
import type { AuthenticationMethod, TrustAnchorName } from '../../../scenarios/config.ts';
import { runConfig } from '../../../scenarios/execute.ts';
import { viewOf } from '../../../scenarios/knowledge/view-of.ts';
import { fullTrustKit } from '../../../scenarios/trust/full-kit.ts';
import { type Loss, sessionConfig } from '../../../store/trust-losses.ts';
import { checkLines } from './checks.ts';
import { type Party, sceneOf } from './scene.ts';
import { waysOf, webOf } from './web.ts';

function sessionRun(
  anchor: TrustAnchorName,
  method: AuthenticationMethod,
  loss: Loss,
  eveAnswers: Party | null = 'bob',
) {
  const parsed = sessionConfig({ seed: 1984, anchor, method, loss, eveAnswers });
  if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
  return runConfig(parsed.config, { kit: fullTrustKit });
}
const atEnd = (run: ReturnType<typeof sessionRun>, observer: 'everyone' | Party | 'eve') =>
  viewOf(run, observer, run.length);

test('a seal that fits wrongly is the claimed sender’s to who checked it, and Eve’s to who can tell', () => {
  const run = sessionRun('pki', 'ed25519', 'wrong-registration');
  const own = sceneOf(atEnd(run, 'bob'), 'bob');
  expect(own).toMatchObject({ stands: null, refused: false });
  expect(own.sealed).toMatchObject({ seal: 'fits', writtenBy: 'alice' });
  expect(own.shown?.credentials.every(({ carriesKeyOf }) => carriesKeyOf === null)).toBe(true);
  const all = sceneOf(atEnd(run, 'everyone'), 'bob');
  expect(all).toMatchObject({ stands: 'eve', refused: false });
  expect(all.sealed).toMatchObject({ seal: 'fits-wrongly', writtenBy: 'eve' });
  // The bytes are those that Bob saw.
  expect(all.shown?.judged).toEqual(own.shown?.judged);
});

test('with one key stolen the other end is shown a fit, the robbed end a seal that does not', () => {
  const run = sessionRun('pki', 'ed25519', 'stolen-alice');
  const view = atEnd(run, 'everyone');
  expect(sceneOf(view, 'bob')).toMatchObject({ refused: false, sealed: { seal: 'fits-wrongly' } });
  expect(sceneOf(view, 'alice')).toMatchObject({ refused: true, sealed: { seal: 'broken' } });
});

test('a shared key of two signed letters: both are there, and a copied public key signs none of them', () => {
  const broken = sceneOf(
    atEnd(sessionRun('pki', 'hmac-sha-256', 'public-key-copied'), 'everyone'),
    'bob',
  );
  expect(broken.shown?.judged.accepted).toBe(true);
  expect(broken.exchange).toMatchObject([{ kind: 'kem-key', seal: 'broken' }]);
  expect(broken).toMatchObject({ refused: true, sealed: null });
  const honest = sceneOf(atEnd(sessionRun('pki', 'hmac-sha-256', 'none', null), 'everyone'), 'bob');
  expect(honest.exchange.map(({ kind, seal }) => [kind, seal])).toEqual([
    ['kem-key', 'fits'],
    ['kem-ciphertext', 'fits'],
  ]);
  expect(honest.stands).toBe('alice');
});

test('under a shared key nothing is shown, and the first seal decides', () => {
  const run = sessionRun('pre-shared-key', 'wegman-carter', 'none');
  const scene = sceneOf(atEnd(run, 'everyone'), 'bob');
  expect(scene).toMatchObject({ shown: null, refused: true, sealed: { seal: 'broken' } });
});

test('checks of one name are one line, and none is lost', () => {
  const { judged } = sceneOf(atEnd(sessionRun('pki', 'ed25519', 'none', null), 'everyone'), 'bob')
    .shown!;
  const lines = checkLines(judged.checks);
  expect(lines.flatMap(({ about }) => about)).toHaveLength(judged.checks.length);
  for (const { name, result, passed, made } of lines) {
    expect(result).toBe(name === 'revocation' ? 'skipped' : 'passed');
    expect(passed).toBe(made);
  }
  expect(
    checkLines([
      { name: 'signature', about: 'Alice', result: 'passed' },
      { name: 'signature', about: 'Root', result: 'failed' },
    ]),
  ).toMatchObject([{ name: 'signature', result: 'failed', passed: 1, made: 2 }]);
});

test('a web lights the ways that counted, from the reader to the key, and no other', () => {
  const honest = sceneOf(
    atEnd(sessionRun('web-of-trust', 'ed25519', 'none', null), 'everyone'),
    'bob',
  ).shown!;
  const trusted = waysOf(honest.judged.checks).map(([first]) => first!);
  expect(new Set(trusted).size).toBe(2);
  const web = webOf(honest, trusted);
  const lit = web.edges.filter((edge) => edge.lit);
  const steps = web.ways.reduce((sum, way) => sum + way.length + 1, 0);
  expect(lit).toHaveLength(steps);
  for (const way of web.ways) {
    const names = ['reader', ...way, 'alice'];
    for (let n = 1; n < names.length; n++) {
      expect(lit).toContainEqual(expect.objectContaining({ from: names[n - 1], to: names[n] }));
    }
  }
  const places = web.nodes.map(({ x, y }) => `${x} ${y}`);
  expect(new Set(places).size).toBe(web.nodes.length);
  for (const { y } of web.nodes) {
    expect(y).toBeGreaterThan(16);
    expect(y).toBeLessThan(web.height - 16);
  }
  // Nobody Bob knows vouches for Eve; those he knows are there all the same.
  const strangers = sceneOf(atEnd(sessionRun('web-of-trust', 'ed25519', 'none'), 'everyone'), 'bob')
    .shown!;
  const alone = webOf(strangers, trusted);
  expect(alone.edges.some((edge) => edge.lit)).toBe(false);
  expect(alone.nodes.filter((node) => node.trusted).map(({ name }) => name)).toEqual(trusted);
});
