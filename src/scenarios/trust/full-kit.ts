/** The kit with everything in it. Imported by the command line and by the larger worker only. */
import { openSealDigest, verifySignature } from '../../core/authentication/signatures.ts';
import {
  decapsulate,
  encapsulate,
  expandSharedSecret,
  kemKeysOf,
} from '../../core/establishment/ml-kem.ts';
import { x25519Public, x25519Shared } from '../../core/establishment/x25519.ts';
import { publicKeyAnchors } from './index.ts';
import type { TrustKit } from './kit.ts';

export const fullTrustKit: TrustKit = {
  anchors: publicKeyAnchors,
  openDigest: openSealDigest,
  verify: verifySignature,
  kem: { keys: kemKeysOf, encapsulate, decapsulate, expand: expandSharedSecret },
  x25519: { publicOf: x25519Public, shared: x25519Shared },
};
