/**
 * Whether Eve keeps photons of a laser's pulses. A view says that she stores light of a pulse, not how:
 * what is split off needs two photons, what comes back from Alice's box needs none.
 */
import type { KnowledgeView } from '../../scenarios/knowledge/view.ts';

/** Pulses before and after one that are looked at for signs of how Eve works. */
const LOOK_AROUND = 100;

/** How many photons go on from Eve; null where nobody can tell, as of light that she made herself. */
export function photonsBeyondEve(view: KnowledgeView, pulse: number): number | null {
  const { far, weak } = view.photon(pulse);
  if (far.kind === 'state' && far.maker === 'eve') return null;
  const photons = weak?.photons ?? null;
  if (photons === null || photons < 2) return photons;
  const keepsOne = view.observer === 'eve' || (stores(view, pulse) && splitsPulses(view, pulse));
  return keepsOne ? photons - 1 : photons;
}

/** Whether what she does around this pulse is splitting. */
export function splitsPulses(view: KnowledgeView, pulse: number): boolean {
  if (view.observer === 'eve') return (view.photon(pulse).weak?.photons ?? null) !== null;
  let seen = false;
  const to = Math.min(view.pulses, pulse + LOOK_AROUND);
  for (let other = Math.max(0, pulse - LOOK_AROUND); other < to; other++) {
    const photons = view.photon(other).weak?.photons ?? null;
    if (photons === null || !stores(view, other)) continue;
    if (photons < 2) return false;
    seen = true;
  }
  return seen;
}

function stores(view: KnowledgeView, pulse: number): boolean {
  return view.bit('eve.acts', pulse) === 1 && view.bit('eve.basis', pulse) !== null;
}
