import { runScenario } from '../scenarios/scenario.ts';
import { fullTrustKit } from '../scenarios/trust/full-kit.ts';
import { serve } from './serve.ts';

/**
 * Every scenario, with certificates, signatures, ML-KEM and X25519; started when a configuration needs
 * any of it.
 */
serve(runScenario, fullTrustKit);
