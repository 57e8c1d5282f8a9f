import type { RunConfig } from './config.ts';

/** Whether a run needs certificates, signatures, ML-KEM or X25519 (`trust/full-kit.ts`). */
export function needsTrustKit({ scenario, authentication, rndl, delivery }: RunConfig): boolean {
  if (authentication.method !== 'none' && authentication.trustAnchor !== 'pre-shared-key') {
    return true;
  }
  switch (scenario) {
    case 'rndl':
      return rndl.keyEstablishment !== 'dh-toy' && rndl.keyEstablishment !== 'qkd';
    case 'delivery':
      return delivery.hop === 'tls-hybrid';
    default:
      return false;
  }
}
