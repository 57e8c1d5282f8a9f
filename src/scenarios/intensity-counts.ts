/** Pulses of one intensity of a weak source, over the whole link. */
export interface IntensityCounts {
  readonly meanPhotonNumber: number;
  /** That Alice chooses it for a pulse. */
  readonly probability: number;
  readonly sent: number;
  readonly detected: number;
  /** Bits kept in each basis: sifted − tested of them go into the key, whatever the intensity. */
  readonly rectilinear: BasisCounts;
  readonly diagonal: BasisCounts;
}

export interface BasisCounts {
  readonly sifted: number;
  /** Over all sifted bits: only the simulator sees it. */
  readonly errors: number;
  readonly tested: number;
  readonly testErrors: number;
}
