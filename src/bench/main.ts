/** What the engine claims, as ratios measured in this process. Nothing here decides a test. */
import type { RunConfig } from '../scenarios/config.ts';
import { parseConfig } from '../scenarios/config-parse.ts';
import { runConfig } from '../scenarios/execute.ts';
import { replayOf } from '../scenarios/knowledge/replay.ts';
import { countLight } from '../scenarios/link/count.ts';
import { measureBreak } from './break.ts';
import { measureKey } from './key.ts';
import { compare, median, report, rows } from './measure.ts';
import { type NaiveSettings, naiveExchange } from './naive.ts';

function config(input: unknown): RunConfig {
  const parsed = parseConfig(input);
  if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
  return parsed.config;
}

interface Contest {
  readonly what: string;
  readonly naive: NaiveSettings;
  readonly fast: RunConfig;
  readonly must: number;
}

function contest({ what, naive, fast, must }: Contest): number {
  const { a, b } = compare(
    () => naiveExchange(naive),
    () => countLight(fast),
  );
  const nsNaive = (a * 1e6) / naive.photons;
  const nsFast = (b * 1e6) / fast.exchange.photons;
  report(
    `${what} (${nsNaive.toFixed(0)} → ${nsFast.toFixed(2)} ns a photon)`,
    nsNaive / nsFast,
    '×',
    must,
  );
  return nsFast;
}

contest({
  what: 'every photon intercepted, no loss',
  naive: { photons: 200_000, eveFraction: 1, transmittance: 1, noise: 0 },
  fast: config({ exchange: { photons: 20_000_000 }, eve: { attack: 'intercept-resend' } }),
  must: 150,
});
contest({
  what: 'a fraction 0.37 intercepted, 1.3 % flips',
  naive: { photons: 200_000, eveFraction: 0.37, transmittance: 1, noise: 0.013 },
  fast: config({
    exchange: { photons: 20_000_000 },
    eve: { attack: 'intercept-resend', fraction: 0.37 },
    channel: { flipProbability: 0.013 },
  }),
  must: 60,
});
const at20 = contest({
  what: '20 dB of loss, by pulses',
  naive: { photons: 200_000, eveFraction: 0, transmittance: 0.01, noise: 0 },
  fast: config({ exchange: { photons: 400_000_000 }, channel: { lossDb: 20 } }),
  must: 1200,
});
report('a 1 GHz transmitter at 20 dB, link time ÷ wall time', 1 / at20, '×', 5);
const weakAt20 = contest({
  what: 'the same with weak pulses and two decoys, counts per intensity',
  // A pulse of 0.5 photons clicks half as often as a photon.
  naive: { photons: 200_000, eveFraction: 0, transmittance: 0.005, noise: 0 },
  fast: config({
    exchange: {
      photons: 200_000_000,
      source: 'weak-coherent',
      decoys: [
        { meanPhotonNumber: 0.1, probability: 0.1 },
        { meanPhotonNumber: 0, probability: 0.1 },
      ],
    },
    channel: { lossDb: 20 },
  }),
  must: 60,
});
report('a 1 GHz laser at 20 dB, link time ÷ wall time', 1 / weakAt20, '×', 1);

const million = config({ exchange: { photons: 1_000_000 }, eve: { attack: 'intercept-resend' } });
const whole = compare(
  () => naiveExchange({ photons: 200_000, eveFraction: 1, transmittance: 1, noise: 0 }),
  () => runConfig(million),
);
report(
  `a whole run of 10⁶ photons, letters, seals and digest (${whole.b.toFixed(0)} ms)`,
  (whole.a * 5) / whole.b,
  '×',
  1,
);

for (const lossDb of [0, 20]) {
  const run = runConfig(config({ exchange: { photons: 100_000_000 }, channel: { lossDb } }));
  const [link] = run.links;
  const columns = [...Object.values(link!.counts), ...Object.values(link!.trace)];
  const bytes = columns.reduce(
    (sum, part) => sum + (ArrayBuffer.isView(part) ? part.byteLength : 0),
    0,
  );
  report(`bytes kept a photon, 10⁸ photons, ${lossDb} dB`, bytes / 1e8, ' B', 0.01, true);
  const [replay] = replayOf(run);
  let pulse = 12_345_678;
  const times: number[] = [];
  for (let i = 0; i < 64; i++) {
    pulse = (pulse * 48_271) % 99_999_989;
    const start = performance.now();
    replay!.record(pulse);
    times.push(performance.now() - start);
  }
  report(`any one of 10⁸ photons found, ${lossDb} dB, median`, median(times), ' ms', 2, true);
}

measureKey();
measureBreak();

const width = Math.max(...rows.map(({ what }) => what.length));
for (const { what, measured, must, met } of rows) {
  process.stdout.write(
    `${what.padEnd(width)}  ${measured.padStart(10)}  ${must.padStart(10)}  ${met ? 'met' : 'NOT MET'}\n`,
  );
}
if (rows.some(({ met }) => !met)) process.exitCode = 1;
