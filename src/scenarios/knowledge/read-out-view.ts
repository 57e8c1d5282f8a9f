/**
 * What each observer knows of Alice's device when somebody reads it out. Alice knows what her device
 * holds, and not that it was read; Bob knows nothing of it; Eve has what it yielded, and no more.
 */
import type { Observer } from '../actors.ts';
import type { KeyEstablishment, RunConfig } from '../config.ts';
import type { Verdict } from '../receipt.ts';
import type { ReadOutFigures } from '../receipt-later.ts';
import type { MemoryItem, ReadOut, RndlRun } from '../run.ts';

export type Moment = ReadOut['moment'];
export type MemoryKind = MemoryItem['what'];

/** What is kept of a run: a device's memory, and the outcome of its session. */
export type DeviceRun = Pick<RndlRun, 'config' | 'readOuts' | 'envelope'> & {
  readonly verdict: Verdict;
};

export interface MemoryView extends MemoryItem {
  /** Eve has it: the tool was there, and these bits lay in the device. */
  readonly eveHas: boolean;
}

export interface ReadOutView {
  readonly observer: Observer;
  readonly means: KeyEstablishment;
  readonly groupBits: RunConfig['rndl']['groupBits'];
  readonly erases: boolean;
  readonly moment: Moment;
  /** What this observer knows to be, or to have been, in the device; null: nothing of it. */
  readonly memory: readonly MemoryView[] | null;
  /** Bits by state; `erased` is null for who only has what was yielded. Null: no read-out known of. */
  readonly yields: (Omit<ReadOutFigures, 'erased'> & { readonly erased: number | null }) | null;
  /** Whether the yield opened the recorded envelope; null: not known, not read out, or none was sent. */
  readonly opens: boolean | null;
  /** Why no envelope was sent; null when one was, or where this observer cannot tell. */
  readonly stopped: Verdict | null;
}

/** `read`: the tool is on the device at this moment. */
export function readOutSeenBy(
  { config, readOuts, envelope, verdict }: DeviceRun,
  { moment, read }: { readonly moment: Moment; readonly read: boolean },
  observer: Observer,
): ReadOutView {
  const { memory, yields, opens } = readOuts.find((one) => one.moment === moment)!;
  const told = observer === 'everyone' || observer === 'eve';
  const known = memory.map((item) => ({ ...item, eveHas: told && read && isHeld(item) }));
  const sent = envelope !== null;
  return {
    observer,
    means: config.rndl.keyEstablishment,
    groupBits: config.rndl.groupBits,
    erases: config.devices.eraseKeys,
    moment,
    memory: memoryOf(known, read, observer),
    yields:
      told && read ? { ...yields, erased: observer === 'everyone' ? yields.erased : null } : null,
    opens: told && read && sent ? opens : null,
    stopped: sent ? null : verdict,
  };
}

function memoryOf(
  known: readonly MemoryView[],
  read: boolean,
  observer: Observer,
): ReadOutView['memory'] {
  switch (observer) {
    case 'everyone':
    case 'alice':
      return known;
    case 'eve':
      return read ? known.filter(({ eveHas }) => eveHas) : null;
    case 'bob':
      return null;
    default:
      return observer satisfies never;
  }
}

/** Bits that lie in the device, and so are yielded to who reads it. */
function isHeld({ state, bits }: MemoryItem): boolean {
  return state !== 'erased' && state !== 'not-made' && bits > 0;
}
