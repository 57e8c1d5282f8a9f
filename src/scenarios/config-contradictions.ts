/** Fields that cannot stand together. One list for the app, the command line and receipts. */
import type { ConfigProblem, DecoyConfig, LifecycleEvent } from './config.ts';
import { announceProblems, attackProblems } from './config-attacks.ts';
import { SMALLEST_PROBABILITY } from './config-decoys.ts';
import { contradiction } from './config-problems.ts';

type Values = Readonly<Record<string, unknown>>;

/** Methods that sign: no tag length of their own choosing, and no use for a shared key. */
export const SIGNATURES: ReadonlySet<string> = new Set(['ed25519', 'ml-dsa-65']);

/** Longest tag of each method that has a choice, bits. */
const LONGEST_TAG: Readonly<Record<string, number>> = {
  'wegman-carter': 128,
  gmac: 128,
  'hmac-sha-256': 256,
};

/** Which losses of trust make sense for which anchor. */
const BREAKS: Readonly<Record<string, readonly string[]>> = {
  'pre-shared-key': ['none', 'key-leaked'],
  pki: ['none', 'private-key-stolen', 'rogue-ca', 'wrong-registration', 'public-key-copied'],
  'web-of-trust': [
    'none',
    'private-key-stolen',
    'introducers-collude',
    'wrong-registration',
    'public-key-copied',
  ],
};

/** At most this many letters a direction: more would make a log that nobody could hold. */
const MOST_LETTERS = 65_536;

/** `values`: every field with its default; `given`: what was asked for. */
export function contradictionsIn(values: Values, given: Values): ConfigProblem[] {
  return [
    ...lineProblems(given),
    ...sourceProblems(values),
    ...attackProblems(values),
    ...announceProblems(values),
    ...tagProblems(values, given),
    ...trustProblems(values),
    ...faultProblems(values),
    ...letterProblems(values),
    ...lifecycleProblems(values),
    ...padProblems(values),
    ...relayProblems(values),
  ];
}

function lineProblems(given: Values): ConfigProblem[] {
  if (!('channel.lossDb' in given && 'channel.lengthKm' in given)) return [];
  return [
    contradiction(
      'channel.lossDb',
      'got both "channel.lossDb" and "channel.lengthKm", allowed: one of them',
    ),
  ];
}

function sourceProblems(values: Values): ConfigProblem[] {
  const decoys = values['exchange.decoys'] as readonly DecoyConfig[];
  const weak = values['exchange.source'] === 'weak-coherent';
  const signal = values['exchange.meanPhotonNumber'] as number;
  const problems = [...decoyProblems(decoys)];
  if (!weak) return problems;
  if (signal === 0) {
    problems.push(
      contradiction(
        'exchange.meanPhotonNumber',
        'got 0 for a weak-coherent source, whose signal would be dark; allowed there: above 0',
      ),
    );
  }
  const strongest = decoys[0];
  if (signal > 0 && strongest !== undefined && strongest.meanPhotonNumber >= signal) {
    problems.push(
      contradiction(
        'exchange.decoys.0.meanPhotonNumber',
        `got ${strongest.meanPhotonNumber} beside a signal of ${signal}, allowed: weaker than the signal`,
      ),
    );
  }
  for (const path of ['exchange.prepare', 'exchange.measure']) {
    if (values[path] === 'random') continue;
    const message = `got ${values[path]} with a weak-coherent source, allowed with single photons only`;
    problems.push(contradiction(path, message));
  }
  const measures = values['eve.attack'] === 'intercept-resend';
  if (measures && values['eve.basis'] === 'breidbart') {
    problems.push(
      contradiction(
        'eve.basis',
        'got breidbart with a weak-coherent source, allowed with single photons only',
      ),
    );
  }
  return problems;
}

/** Whatever the source, so that a switch of it never turns a valid list into an invalid one. */
function decoyProblems(decoys: readonly DecoyConfig[]): ConfigProblem[] {
  const at = decoys.findIndex(
    ({ meanPhotonNumber }, i) => i > 0 && meanPhotonNumber >= decoys[i - 1]!.meanPhotonNumber,
  );
  const problems: ConfigProblem[] = [];
  if (at >= 0) {
    problems.push(
      contradiction(
        `exchange.decoys.${at}.meanPhotonNumber`,
        `got ${decoys[at]!.meanPhotonNumber} after ${decoys[at - 1]!.meanPhotonNumber}, allowed: each weaker than the one before`,
      ),
    );
  }
  const sum = decoys.reduce((total, { probability }) => total + probability, 0);
  if (sum > 1 - SMALLEST_PROBABILITY) {
    problems.push(
      contradiction(
        'exchange.decoys',
        `got decoys whose probabilities add up to ${sum}, allowed: below 1, since the rest is signal`,
      ),
    );
  }
  return problems;
}

function tagProblems(values: Values, given: Values): ConfigProblem[] {
  const method = values['authentication.method'] as string;
  const path = 'authentication.tagBits';
  if (SIGNATURES.has(method)) {
    if (!(path in given)) return [];
    return [
      contradiction(
        path,
        `got ${given[path]} with ${method}, whose signatures have one length; allowed: to leave it out`,
      ),
    ];
  }
  const tagBits = values[path] as number;
  const longest = LONGEST_TAG[method];
  if (longest === undefined || tagBits <= longest) return [];
  return [contradiction(path, `got ${tagBits} with ${method}, allowed 8…${longest} there`)];
}

function trustProblems(values: Values): ConfigProblem[] {
  const method = values['authentication.method'] as string;
  const anchor = values['authentication.trustAnchor'] as string;
  const broken = values['authentication.broken'] as string;
  const problems: ConfigProblem[] = [];
  if (SIGNATURES.has(method) && anchor === 'pre-shared-key') {
    problems.push(
      contradiction(
        'authentication.trustAnchor',
        `got pre-shared-key with ${method}, which needs a public key that somebody vouches for; allowed: pki, web-of-trust`,
      ),
    );
  }
  const allowed = BREAKS[anchor] ?? [];
  if (!allowed.includes(broken)) {
    problems.push(
      contradiction(
        'authentication.broken',
        `got ${broken} with trust anchor ${anchor}, allowed there: ${allowed.join(', ')}`,
      ),
    );
  }
  return problems;
}

function faultProblems(values: Values): ConfigProblem[] {
  const fault = values['authentication.fault'] as string;
  const method = values['authentication.method'] as string;
  const path = 'authentication.fault';
  const full = values['authentication.tagBits'] === 128;
  switch (fault) {
    case 'nonce-reused':
      return method === 'gmac' && full
        ? []
        : [contradiction(path, `got ${fault}, allowed with method gmac and 128-bit tags only`)];
    case 'mask-reused':
      return method === 'wegman-carter' && full
        ? []
        : [
            contradiction(
              path,
              `got ${fault}, allowed with method wegman-carter and 128-bit tags only`,
            ),
          ];
    case 'unpinned':
      return values['authentication.trustAnchor'] === 'pki'
        ? []
        : [contradiction(path, `got ${fault}, allowed with trust anchor pki only`)];
    default:
      return [];
  }
}

function letterProblems(values: Values): ConfigProblem[] {
  const pulses = values['exchange.pulsesPerLetter'] as number;
  const letters = (values['exchange.photons'] as number) / pulses;
  if (letters <= MOST_LETTERS) return [];
  return [
    contradiction(
      'exchange.pulsesPerLetter',
      `got ${pulses}, which makes ${Math.ceil(letters)} letters; allowed at most ${MOST_LETTERS}`,
    ),
  ];
}

function lifecycleProblems(values: Values): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  const rounds = values['lifecycle.rounds'] as number;
  const late = (values['lifecycle.events'] as readonly LifecycleEvent[]).findIndex(
    ({ round }) => round > rounds,
  );
  if (late >= 0) {
    problems.push(
      contradiction(
        `lifecycle.events.${late}.round`,
        `got an event after the last round, allowed 0…${rounds}`,
      ),
    );
  }
  const target = values['lifecycle.poolTarget'] as number;
  const reserve = values['lifecycle.reserveBits'] as number;
  if (reserve > target) {
    problems.push(
      contradiction(
        'lifecycle.reserveBits',
        `got ${reserve} with a pool of ${target} bits, allowed at most ${target}`,
      ),
    );
  }
  return problems;
}

function padProblems(values: Values): ConfigProblem[] {
  const means = values['rndl.keyEstablishment'];
  if (values['rndl.cipher'] !== 'one-time-pad' || means === 'qkd') return [];
  return [
    contradiction(
      'rndl.cipher',
      `got one-time-pad with ${means}, whose 256-bit secret makes no pad; allowed with qkd only`,
    ),
  ];
}

function relayProblems(values: Values): ConfigProblem[] {
  const nodes = values['relay.nodes'] as number;
  const readOut = values['relay.readOut'] as number;
  if (readOut <= nodes) return [];
  return [
    contradiction(
      'relay.readOut',
      `got node ${readOut} of a chain with ${nodes}, allowed 0…${nodes}`,
    ),
  ];
}
