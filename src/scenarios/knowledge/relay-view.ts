/**
 * What each observer knows of a chain of relays. Counts, key lengths and the nodes' letters are public;
 * a key is known to those who hold it. That Eve read a box out, she and the viewer know.
 */
import type { Observer } from '../actors.ts';
import type { RunConfig } from '../config.ts';
import type { Verdict } from '../receipt.ts';
import type { RelayHop, RelayLetter, RelayRun } from '../run.ts';

export interface RelayBoxView {
  readonly kind: 'alice' | 'relay' | 'bob';
  /** Of a relay, from Alice on: 1, 2, …; 0: an end. */
  readonly number: number;
  /** Holds the end-to-end key in the clear; false too where none was made. */
  readonly holds: boolean;
  /** Eve read it, as far as this observer knows. */
  readonly read: boolean;
}

export interface RelayHopView extends Omit<RelayHop, 'verdict'> {
  /** null: the line is given by its loss alone. */
  readonly lengthKm: number | null;
  /** As this observer can tell: an end does not know that it was fooled. */
  readonly ending: Verdict;
}

export interface RelayView {
  readonly observer: Observer;
  /** Alice, relays, Bob; one more than hops. */
  readonly boxes: readonly RelayBoxView[];
  readonly hops: readonly RelayHopView[];
  readonly published: readonly RelayLetter[];
  readonly ending: Verdict;
  /** Of the end-to-end key; 0: none. */
  readonly keyBits: number;
  /** Key bits a pulse that each hop sent. */
  readonly rate: number;
  /** First bytes of each one's key; null: none, or not this observer's to know. */
  readonly keys: Readonly<Record<'alice' | 'bob' | 'eve', Uint8Array | null>>;
  /** Alice's and Bob's compared, as only the viewer can; null: not to know, or no key. */
  readonly equal: boolean | null;
  /** Bits of the key that Eve computed; null: not this observer's to know. */
  readonly eveBits: number | null;
  /** Relay that Eve read, 0: none; null: not this observer's to know. */
  readonly readOut: number | null;
  /** Eve is at work on a hop; null: not this observer's to know. */
  readonly attacked: boolean | null;
}

export function relaySeenBy(run: RelayRun, observer: Observer): RelayView {
  const { config, hops, published, receipt } = run;
  const figures = receipt.relay!;
  const told = observer === 'everyone' || observer === 'eve';
  const ends = hops.length;
  const holds = (name: string) =>
    // An end whose key differs has no way to notice it.
    figures.keyBits > 0 && (!told || figures.boxes.includes(name));
  return {
    observer,
    boxes: Array.from({ length: ends + 1 }, (_, i): RelayBoxView => {
      const kind = i === 0 ? 'alice' : i === ends ? 'bob' : 'relay';
      const number = kind === 'relay' ? i : 0;
      return {
        kind,
        number,
        holds: holds(kind === 'relay' ? `relay-${i}` : kind),
        read: told && number > 0 && number === config.relay.readOut,
      };
    }),
    hops: hops.map(({ verdict, ...hop }) => ({
      ...hop,
      lengthKm: lengthOf(config) === null ? null : lengthOf(config)! / ends,
      ending: endingFor(verdict as Verdict, told),
    })),
    published,
    ending: endingFor(receipt.verdict, told),
    keyBits: figures.keyBits,
    rate: figures.rate,
    keys: keysFor(run, observer),
    equal: observer === 'everyone' && figures.keyBits > 0 ? figures.equal : null,
    eveBits: told ? figures.eveBits : null,
    readOut: told ? config.relay.readOut : null,
    attacked: told ? config.eve.attack !== 'none' : null,
  };
}

function endingFor(verdict: Verdict, told: boolean): Verdict {
  return verdict === 'fooled' && !told ? 'key' : verdict;
}

function lengthOf({ channel }: RunConfig): number | null {
  return 'lengthKm' in channel ? channel.lengthKm : null;
}

function keysFor({ alice, bob, eve }: RelayRun, observer: Observer): RelayView['keys'] {
  switch (observer) {
    case 'everyone':
      return { alice, bob, eve };
    case 'alice':
      return { alice, bob: null, eve: null };
    case 'bob':
      return { alice: null, bob, eve: null };
    default:
      // Of the ends' keys she knows what she computed, and no more.
      return { alice: same(alice, eve), bob: same(bob, eve), eve };
  }
}

function same(key: Uint8Array | null, computed: Uint8Array | null): Uint8Array | null {
  return key && computed && key.join() === computed.join() ? computed : null;
}
