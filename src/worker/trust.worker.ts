import { fullTrustKit } from '../scenarios/trust/full-kit.ts';
import { serve } from './serve.ts';

/** The same engine with certificates, signatures and ML-KEM; loaded when a configuration needs them. */
serve(fullTrustKit);
