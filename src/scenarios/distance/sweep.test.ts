import { expect, test } from 'vitest';
import { parseConfig } from '../config-parse.ts';
import { runConfig } from '../execute.ts';
import { sweepCsv } from './csv.ts';
import { expectedAt, pulseShares, seriesReachKm } from './lines.ts';
import { pointsOf, type Sample, sampleOf } from './points.ts';
import { configAt, FIRST_SETTING, jobsAt, lengthsOf, MOST_TIMES, SERIES } from './sweep.ts';

const small = { ...FIRST_SETTING, pulses: 200_000, repeats: 3 };

function executed(setting = small, lengths: readonly number[] = [0, 50]) {
  const jobs = jobsAt(setting, lengths);
  const samples = new Map(jobs.map(({ config }) => [config, sampleOf(runConfig(config).receipt)]));
  return { jobs, samples };
}

test('a plan names every place and seed once, near ones first', () => {
  const jobs = jobsAt(FIRST_SETTING, lengthsOf(FIRST_SETTING));
  expect(jobs).toHaveLength(11 * SERIES.length * 3);
  expect(new Set(jobs.map(({ config }) => config.seed)).size).toBe(jobs.length);
  expect(jobs.map(({ km }) => km)).toEqual(jobs.map(({ km }) => km).toSorted((a, b) => a - b));
  expect(jobs.at(-1)?.km).toBe(200);
});

test('where clicks are few, a run takes more pulses, and none more than a billion', () => {
  const pulses = (km: number, setting = FIRST_SETTING) => {
    const parsed = configAt(setting, { series: 'single-photons', km }, 0);
    return parsed.ok ? parsed.config.exchange.photons : 0;
  };
  expect(pulses(0)).toBe(FIRST_SETTING.pulses);
  // 20 dB and a tenth: one in a thousand clicks, and dark counts.
  expect(pulses(100) * (1e-3 + 2e-6)).toBeCloseTo(1e5, -3);
  expect(pulses(200)).toBe(MOST_TIMES * FIRST_SETTING.pulses);
  expect(pulses(200, { ...FIRST_SETTING, pulses: 1e8 })).toBe(1e9);
});

test('without decoys the signal is weakened with the fibre, unless pulses are taken for single photons', () => {
  const at = (km: number, accounting = FIRST_SETTING.accounting) => {
    const place = { series: 'without-decoys', km } as const;
    const parsed = configAt({ ...FIRST_SETTING, accounting }, place, 0);
    if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
    return parsed.config.exchange;
  };
  expect(at(0).meanPhotonNumber).toBeLessThan(FIRST_SETTING.signal);
  expect(at(20).meanPhotonNumber).toBeLessThan(at(0).meanPhotonNumber);
  expect(at(20, 'single-photons-assumed').meanPhotonNumber).toBe(FIRST_SETTING.signal);
  expect(at(20).decoys).toEqual([]);
});

test('what the checker refuses makes no plan', () => {
  const decoys = [{ meanPhotonNumber: 0.6, probability: 0.2 }];
  expect(() => jobsAt({ ...small, decoys }, [0])).toThrow(TypeError);
});

test('points depend on the runs, not on the order in which they ended', () => {
  const { jobs, samples } = executed();
  const points = pointsOf(jobs, (config) => samples.get(config));
  const again = executed();
  const backwards = new Map([...again.samples].toReversed());
  expect(pointsOf(again.jobs, (config) => backwards.get(config))).toEqual(points);
  expect(points).toHaveLength(2 * SERIES.length);
});

test('executed points lie at their formula', () => {
  const setting = { ...FIRST_SETTING, pulses: 2_000_000 };
  const { jobs, samples } = executed(setting, [0, 50]);
  for (const point of pointsOf(jobs, (config) => samples.get(config))) {
    const expected = expectedAt(setting, point);
    // Three runs give a rough bar: four of theirs, or a tenth where they happen to agree.
    const room = Math.max(4 * (point.error ?? 0), 0.1 * expected);
    expect(Math.abs(point.rate - expected)).toBeLessThan(room);
  }
});

test('a run without a key counts as zero, never as less', () => {
  const [job, ...others] = jobsAt(small, [100]).filter(({ series }) => series === 'decoys');
  if (!job) throw new Error('no job');
  const sample = (rate: number): Sample => ({
    verdict: rate > 0 ? 'key' : 'stopped-short',
    rate,
    gain: 0.01,
    qber: null,
  });
  const rates = new Map([[job, 6e-4], ...others.map((one) => [one, 0] as const)]);
  const known = (config: object) =>
    sample([...rates].find(([{ config: own }]) => own === config)?.[1] ?? 0);
  const [point] = pointsOf([job, ...others], known);
  expect(point).toMatchObject({ runs: 3, withKey: 1, qber: null });
  expect(point?.rate).toBeCloseTo(2e-4, 12);
  // Σ(x − m)² = 16 + 4 + 4 in units of 10⁻⁸, over (n − 1)·n = 6.
  expect(point?.error).toBeCloseTo(2e-4, 12);
  const stopped = runConfig(jobsAt({ ...small, pulses: 40 }, [100])[3]!.config).receipt;
  expect(stopped.verdict).toBe('stopped-short');
  expect(sampleOf(stopped).rate).toBe(0);
});

test('the table repeats every run, and reads back digit by digit', () => {
  const { jobs, samples } = executed(small, [0]);
  const runs = jobs.map((job) => ({ ...job, sample: samples.get(job.config)! }));
  const points = pointsOf(jobs, (config) => samples.get(config));
  const formulas = [{ kind: 'formula', series: 'decoys', km: 160, rate: -1e-6 }] as const;
  const [head, ...rows] = readCsv(sweepCsv({ runs, points, formulas }));
  const column = (name: string) => head!.indexOf(name);
  const of = (kind: string) => rows.filter((row) => row[column('kind')] === kind);
  expect(rows.every((row) => row.length === head!.length)).toBe(true);
  expect(of('point').map((row) => Number(row[column('secret_bits_per_pulse')]))).toEqual(
    points.map(({ rate }) => rate),
  );
  for (const [i, row] of of('run').entries()) {
    const parsed = parseConfig(JSON.parse(row[column('config')]!));
    expect(parsed).toEqual({ ok: true, config: jobs[i]!.config });
    expect(Number(row[column('gain')])).toBe(runs[i]!.sample.gain);
  }
  expect(of('formula').map((row) => row[column('secret_bits_per_pulse')])).toEqual(['0']);
});

test('decoys reach further than none, single photons furthest', () => {
  const reach = SERIES.map((series) => seriesReachKm(FIRST_SETTING, series));
  expect(reach[0]).toBeGreaterThan(reach[1]!);
  expect(reach[1]).toBeGreaterThan(reach[2]!);
  expect(reach[2]).toBeGreaterThan(0);
});

test('shares of pulses add up', () => {
  const { none, one, more } = pulseShares(0.5);
  expect(none + one + more).toBeCloseTo(1, 12);
  // 1 − 1.5·e^(−0.5).
  expect(more).toBeCloseTo(0.0902, 4);
});

/** RFC 4180, as other programs read it. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  for (const line of text.split('\r\n').slice(0, -1)) {
    const cells = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)];
    rows.push(cells.map(([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? ''));
  }
  return rows;
}
