/**
 * What an actor has in hand while the photon is still on its way. A view tells records; of a photon
 * in flight it tells the state, and where the state is seen, basis and bit can be read off its angle.
 */
import type { KnowledgeView, PhotonSight } from '../../scenarios/knowledge/view.ts';

type Bit = 0 | 1 | null;

/** H 0°, D 45°, V 90°, A 135°: which basis, which bit. Other angles belong to no basis of BB84. */
function readAngle(angle: number): { readonly basis: Bit; readonly bit: Bit } {
  if (angle % 45 !== 0) return { basis: null, bit: null };
  return { basis: angle % 90 === 0 ? 0 : 1, bit: angle >= 90 ? 1 : 0 };
}

function read(sight: PhotonSight, maker: 'alice' | 'eve') {
  return sight.kind === 'state' && sight.maker === maker
    ? readAngle(sight.angle)
    : { basis: null, bit: null };
}

/** Alice's choice for a photon that has left her. */
export function sentOf(view: KnowledgeView, pulse: number): { bit: Bit; basis: Bit } {
  const seen = read(view.photon(pulse).near, 'alice');
  return {
    bit: view.bit('alice.bit', pulse) ?? seen.bit,
    basis: view.bit('alice.basis', pulse) ?? seen.basis,
  };
}

/** Whether Eve stopped this photon and made another. */
export function eveActsOn(view: KnowledgeView, pulse: number): boolean {
  const acts = view.bit('eve.acts', pulse);
  if (acts !== null) return acts === 1;
  const { far } = view.photon(pulse);
  return view.twoLinks || (far.kind === 'state' && far.maker === 'eve');
}

/** Eve's question and answer. In the middle, what she sends tells nothing of what she saw. */
export function tapOf(view: KnowledgeView, pulse: number): { basis: Bit; saw: Bit } {
  const seen = view.twoLinks ? { basis: null, bit: null } : read(view.photon(pulse).far, 'eve');
  return {
    basis: view.bit('eve.basis', pulse) ?? seen.basis,
    saw: view.bit('eve.saw', pulse) ?? seen.bit,
  };
}
