/**
 * The loop most simulators are: one object a photon, three arrays, a random number at every turn.
 * It is here to be compared with, so it is written as such loops are written.
 */
interface SentPhoton {
  readonly index: number;
  readonly bit: number;
  readonly basis: '+' | 'x';
  readonly polarization: number;
  lost: boolean;
}

interface Result {
  readonly index: number;
  readonly aliceBit: number;
  readonly aliceBasis: '+' | 'x';
  readonly bobBasis: '+' | 'x';
  readonly bobBit: number;
}

export interface NaiveSettings {
  readonly photons: number;
  readonly eveFraction: number;
  readonly transmittance: number;
  readonly noise: number;
}

export interface NaiveCounts {
  readonly kept: number;
  readonly errors: number;
}

export function naiveExchange(settings: NaiveSettings): NaiveCounts {
  const photons: SentPhoton[] = [];
  for (let index = 0; index < settings.photons; index++) {
    const bit = Math.random() < 0.5 ? 0 : 1;
    const basis = Math.random() < 0.5 ? '+' : 'x';
    const polarization = basis === '+' ? bit * 90 : 45 + bit * 90;
    photons.push({ index, bit, basis, polarization, lost: false });
  }
  const results: Result[] = [];
  for (const photon of photons) {
    let { bit, basis } = photon;
    if (Math.random() < settings.eveFraction) {
      const eveBasis = Math.random() < 0.5 ? '+' : 'x';
      if (eveBasis !== basis) bit = Math.random() < 0.5 ? 0 : 1;
      basis = eveBasis;
    }
    if (Math.random() >= settings.transmittance) {
      photon.lost = true;
      continue;
    }
    if (Math.random() < settings.noise) bit = 1 - bit;
    const bobBasis = Math.random() < 0.5 ? '+' : 'x';
    const bobBit = bobBasis === basis ? bit : Math.random() < 0.5 ? 0 : 1;
    results.push({
      index: photon.index,
      aliceBit: photon.bit,
      aliceBasis: photon.basis,
      bobBasis,
      bobBit,
    });
  }
  const kept = results.filter(({ aliceBasis, bobBasis }) => aliceBasis === bobBasis);
  let errors = 0;
  for (const { aliceBit, bobBit } of kept) if (aliceBit !== bobBit) errors++;
  return { kept: kept.length, errors };
}
