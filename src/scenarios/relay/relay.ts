/**
 * A chain of trusted nodes. Every hop is a link really executed, at the same time as the others; then
 * the first hop's key, cut to the shortest one's length, is handed on node by node under a one-time pad.
 */
import type { RunConfig } from '../config.ts';
import type { OnProgress, Surroundings } from '../execute.ts';
import type { RelayRun } from '../run.ts';
import { computedByEve, heldAtAlice } from './eve.ts';
import { type Forwarded, forward } from './forward.ts';
import { executeHop, type Hop } from './hop.ts';
import { boxesOf } from './hop-config.ts';
import { hopFigures, receiptOf } from './receipt.ts';

const SHOWN_BYTES = 64;

export function runRelay(config: RunConfig, surroundings: Surroundings = {}): RelayRun {
  const { onProgress = () => {}, kit = null } = surroundings;
  const boxes = boxesOf(config);
  const hops = boxes
    .slice(1)
    .map((_, hop) =>
      executeHop(config, hop, { kit, onProgress: shareOf(onProgress, config, hop) }),
    );
  const pulses = hops.length * config.exchange.photons;
  onProgress({ pulsesDone: pulses, pulses, step: 5 });
  const forwarded = forwardedOver(hops);
  const arrived = forwarded.clear.length === boxes.length;
  const held = hops.flatMap((hop) => hop.held ?? []);
  const eve = {
    far: arrived ? computedByEve(held, forwarded, config.relay.readOut) : null,
    near: arrived ? heldAtAlice(held, forwarded) : null,
  };
  return {
    config,
    hops: hops.map((hop, i) => ({
      ...hopFigures(hop, [boxes[i]!, boxes[i + 1]!]),
      detected: hop.receipt.counts.detected,
      sent: hop.receipt.counts.sent,
      qber: hop.receipt.qber.estimated,
    })),
    published: forwarded.letters.map(({ sum, result }, i) => ({
      by: boxes[i + 1]!,
      sum: shown(sum),
      bytes: sum.length,
      accepted: result === 'accepted',
    })),
    alice: arrived ? shownOf(forwarded.clear[0] ?? null) : null,
    bob: arrived ? shownOf(forwarded.clear.at(-1) ?? null) : null,
    eve: shownOf(eve.far),
    receipt: receiptOf({ config, boxes, hops, forwarded, eve }),
  };
}

const NOTHING: Forwarded = { bits: 0, clear: [], letters: [] };

/** Nothing can be forwarded before every hop has a key. */
function forwardedOver(hops: readonly Hop[]): Forwarded {
  const held = hops.flatMap((hop) => hop.held ?? []);
  return held.length === hops.length ? forward(held) : NOTHING;
}

/** A hop's progress as that of the chain; a hop that Eve splits counts as one. */
function shareOf(onProgress: OnProgress, { exchange, relay }: RunConfig, hop: number): OnProgress {
  const { photons } = exchange;
  return ({ pulsesDone, pulses, step }) =>
    onProgress({
      pulsesDone: Math.round(photons * (hop + (pulses === 0 ? 1 : pulsesDone / pulses))),
      pulses: photons * (relay.nodes + 1),
      step,
    });
}

const shownOf = (key: Uint8Array | null) => (key === null ? null : shown(key));

function shown(key: Uint8Array): Uint8Array {
  return key.slice(0, SHOWN_BYTES);
}
