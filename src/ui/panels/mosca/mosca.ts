/**
 * Mosca's inequality, in years: what is written until the migration is over (y) must stay secret for x
 * more; if that is longer than the time to a quantum computer (z), the difference is exposed.
 * Source: M. Mosca, IEEE Security & Privacy 16 (2018) 38, doi:10.1109/MSP.2018.3761723.
 */
export interface MoscaYears {
  /** x: how long a message must stay secret. */
  readonly secrecy: number;
  /** y: until everything is sent in the new way. */
  readonly migration: number;
  /** z: to Q-day. */
  readonly qDay: number;
}

/** Years of exposure, 0 or more. */
export function exposedYears({ secrecy, migration, qDay }: MoscaYears): number {
  return Math.max(0, secrecy + migration - qDay);
}
