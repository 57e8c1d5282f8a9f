/** Which pulses of a run are drawn, and what this observer sees of them. */
import type { KnowledgeView, PhotonSight } from '../../../scenarios/knowledge/view.ts';

export interface DrawnPulse {
  readonly pulse: number;
  /** null: this observer does not know. */
  readonly photons: number | null;
  /** Polarisation in degrees; null where it is not seen. */
  readonly angle: number | null;
}

/** So many pulses in a row: the first such row that shows most kinds, none before another for who sees none. */
export function laserRow(
  view: Pick<KnowledgeView, 'photon' | 'pulses'>,
  length: number,
): DrawnPulse[] {
  const pulses = Array.from({ length: view.pulses }, (_, pulse): DrawnPulse => {
    const { near, far, weak } = view.photon(pulse);
    return { pulse, photons: weak?.photons ?? null, angle: angleOf(near) ?? angleOf(far) };
  });
  let best = pulses.slice(0, length);
  for (let from = 1; from + length <= pulses.length; from++) {
    const row = pulses.slice(from, from + length);
    if (kindsIn(row) > kindsIn(best)) best = row;
  }
  return best;
}

function kindsIn(row: readonly DrawnPulse[]): number {
  return new Set(row.map(({ photons }) => (photons === null ? null : Math.min(2, photons)))).size;
}

function angleOf(sight: PhotonSight): number | null {
  return sight.kind === 'state' ? sight.angle : null;
}
