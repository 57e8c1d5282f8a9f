import { useWords } from '../../../content/words/use-words.ts';
import type {
  RelayBoxView,
  RelayHopView,
  RelayView,
} from '../../../scenarios/knowledge/relay-view.ts';
import { classes } from '../../parts/classes.ts';
import { CrossMark, EyeMark, KeyMark, TickMark } from '../../parts/glyphs/marks.tsx';
import { HATCH } from '../../parts/hatch.ts';
import { shortOf } from './story.ts';

/** Alice, the relays and Bob: which box sees the key, and what lies between. */
export function Chain({
  nodes,
  view,
  upright,
  few,
}: {
  readonly nodes: number;
  /** null: not executed. */
  readonly view: RelayView | null;
  /** From top to bottom, for a narrow page. */
  readonly upright: boolean;
  /** So few hops that their figures have room between the boxes. */
  readonly few: boolean;
}) {
  const say = useWords();
  const places = Array.from({ length: nodes + 2 }, (_, i) => i);
  if (upright) {
    return (
      <ol aria-label={say('relays.chain')} className="flex flex-col">
        {places.map((i) => (
          <li key={i}>
            <div className="flex items-center gap-2.5">
              <Box box={view?.boxes[i] ?? boxAt(i, nodes)} small={false} />
              <span className="text-[13px]">
                <BoxName box={boxAt(i, nodes)} />{' '}
                <span className="text-ink2">
                  <BoxState box={view?.boxes[i] ?? null} />
                </span>
              </span>
            </div>
            {i <= nodes && (
              <div className="ml-[19px] flex min-h-[46px] items-center gap-2.5 border-line2 border-l-2 py-1 pl-[29px] text-[12px] text-ink2">
                <HopFigures hop={view?.hops[i] ?? null} inline />
              </div>
            )}
          </li>
        ))}
      </ol>
    );
  }
  return (
    <ol aria-label={say('relays.chain')} className="flex items-start">
      {places.map((i) => (
        <li key={i} className={classes('flex min-w-0 items-start', i <= nodes && 'flex-1')}>
          <div
            className={classes(
              'flex flex-none flex-col items-center text-center',
              few ? 'w-[76px]' : 'w-[26px]',
            )}
          >
            <Box box={view?.boxes[i] ?? boxAt(i, nodes)} small={!few} />
            <span className={few ? 'mt-1 text-[13px]' : 'mt-1 text-[11px]'}>
              <BoxName box={boxAt(i, nodes)} short={!few} />
            </span>
            <span className={few ? 'text-[12px] text-ink2 leading-[1.3]' : 'sr-only'}>
              <BoxState box={view?.boxes[i] ?? null} />
            </span>
          </div>
          {i <= nodes && (
            <div className={classes('min-w-0 flex-1', few && '-mx-3')}>
              <div
                className={classes('h-0.5 bg-line2', few ? 'mx-[5px] mt-[19px]' : 'mt-[12px]')}
              />
              {few && (
                <div className="mt-2 flex flex-col items-center text-center text-[12px] text-ink2 leading-[1.35]">
                  <HopFigures hop={view?.hops[i] ?? null} />
                </div>
              )}
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}

function boxAt(i: number, nodes: number): RelayBoxView {
  const kind = i === 0 ? 'alice' : i === nodes + 1 ? 'bob' : 'relay';
  return { kind, number: kind === 'relay' ? i : 0, holds: false, read: false };
}

function Box({ box, small }: { readonly box: RelayBoxView; readonly small: boolean }) {
  const { kind, holds } = box;
  // Nothing is to be read in a box without the key.
  const read = box.read && holds;
  return (
    <span
      aria-hidden="true"
      className={classes(
        'flex flex-none items-center justify-center border-2',
        small ? 'size-[26px] rounded-[7px]' : 'size-10 rounded-[10px]',
        kind === 'alice' && 'border-alice bg-alice-t text-ink',
        kind === 'bob' && 'border-bob bg-bob-t text-ink',
        kind === 'relay' && (read ? 'border-eve text-ink' : 'border-ink bg-surface text-ink'),
        !holds && 'border-dashed',
      )}
      style={read ? { background: HATCH } : undefined}
    >
      {read ? (
        <span className="rounded-sm bg-surface px-0.5 text-eve">
          <EyeMark className={small ? 'size-3.5' : 'size-5'} />
        </span>
      ) : (
        holds && <KeyMark className={small ? 'size-3.5' : 'size-5'} />
      )}
    </span>
  );
}

function BoxName({ box, short = false }: { readonly box: RelayBoxView; readonly short?: boolean }) {
  const say = useWords();
  const { kind, number } = box;
  if (kind !== 'relay') {
    return <b className="font-semibold text-ink">{say(`relays.${kind}`)}</b>;
  }
  return (
    <b className="whitespace-nowrap font-semibold text-ink">
      {say(short ? 'relays.relay.short' : 'relays.relay', { number })}
    </b>
  );
}

function BoxState({ box }: { readonly box: RelayBoxView | null }) {
  const say = useWords();
  if (box === null) return say('relays.box.waiting');
  if (box.read && box.holds) return say('relays.box.read');
  return say(box.holds ? 'relays.box.holds' : 'relays.box.no-key');
}

function HopFigures({
  hop,
  inline = false,
}: {
  readonly hop: RelayHopView | null;
  readonly inline?: boolean;
}) {
  const say = useWords();
  if (hop === null) return <span className="text-ink3">{say('relays.hop.waiting')}</span>;
  const row = inline ? 'flex flex-wrap gap-x-2' : 'contents';
  return (
    <span className={row}>
      <span className="whitespace-nowrap tabular-nums">
        <Way hop={hop} />
      </span>
      <Ending hop={hop} />
      <span className="whitespace-nowrap text-ink tabular-nums">
        {say('relays.hop.bits', { bits: hop.keyBits })}
      </span>
    </span>
  );
}

export function Way({ hop: { lengthKm, lossDb } }: { readonly hop: RelayHopView }) {
  const say = useWords();
  const db = shortOf(lossDb);
  return lengthKm === null
    ? say('relays.way.loss', { db })
    : say('relays.way', { km: shortOf(lengthKm), db });
}

/** Words and a sign, so that no colour has to be told apart. */
export function Ending({ hop: { ending } }: { readonly hop: RelayHopView }) {
  const say = useWords();
  const Sign = ending === 'key' ? TickMark : ending === 'fooled' ? EyeMark : CrossMark;
  return (
    <span className="inline-flex items-center gap-1">
      <Sign className="size-3 flex-none" />
      {say(`relays.ends.${ending}`)}
    </span>
  );
}
