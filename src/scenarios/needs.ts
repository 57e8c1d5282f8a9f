import type { RunConfig } from './config.ts';

/** Whether a run needs certificates, signatures and ML-KEM (`trust/full-kit.ts`). */
export function needsTrustKit({ authentication }: RunConfig): boolean {
  return authentication.method !== 'none' && authentication.trustAnchor !== 'pre-shared-key';
}
