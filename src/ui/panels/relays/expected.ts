/** What chains give on average: the formula of one hop, since equal hops work at the same time. */
import type { RunConfig } from '../../../scenarios/config.ts';
import { expectedRate } from '../../../scenarios/distance/expectation.ts';

export interface ExpectedLine {
  /** Relays in the chain. */
  readonly nodes: number;
  /** Secret bits per pulse before seals are paid; 0: no key. */
  readonly values: readonly { readonly km: number; readonly rate: number }[];
  /** First length tried without a key, km; null: none within the picture. */
  readonly reachKm: number | null;
}

/** Picture only: km between two places of a line. */
const STEP_KM = 5;

/** Empty where runs of such a hop have no closed form. `configOf`: the chain of one place. */
export function expectedLines(
  series: readonly number[],
  mostKm: number,
  configOf: (nodes: number, km: number) => RunConfig,
): readonly ExpectedLine[] {
  const lengths = Array.from({ length: mostKm / STEP_KM + 1 }, (_, i) => i * STEP_KM);
  return series.flatMap((nodes) => {
    const rates = lengths.map((km) => expectedRate(hopOf(configOf(nodes, km))));
    if (rates.includes(null)) return [];
    const values = lengths.map((km, i) => ({ km, rate: Math.max(0, rates[i]!) }));
    return [{ nodes, values, reachKm: values.find(({ rate }) => rate === 0)?.km ?? null }];
  });
}

function hopOf(config: RunConfig): RunConfig {
  const { channel, relay } = config;
  const hops = relay.nodes + 1;
  return {
    ...config,
    channel:
      'lengthKm' in channel
        ? { ...channel, lengthKm: channel.lengthKm / hops }
        : { ...channel, lossDb: channel.lossDb / hops },
  };
}
