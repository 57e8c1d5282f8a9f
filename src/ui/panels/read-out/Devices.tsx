/** Alice's device at three moments, and the tool that reads it out: dropped on one of them, or beside. */
import { useWords } from '../../../content/words/use-words.ts';
import type {
  MemoryKind,
  Moment,
  ReadOutView,
} from '../../../scenarios/knowledge/read-out-view.ts';
import { formatCount } from '../../format.ts';
import { Button } from '../../parts/Button.tsx';
import { classes } from '../../parts/classes.ts';
import { itemOf, MOMENTS } from './alike.ts';
import { DrawerMark } from './marks.tsx';
import { Tool } from './Tool.tsx';

export interface DevicesProps {
  /** Memory at each moment, of the method in view; null: it has not run. */
  readonly views: Readonly<Record<Moment, ReadOutView>> | null;
  readonly kinds: readonly MemoryKind[];
  /** Which method's device is drawn. */
  readonly method: string;
  readonly placed: Moment | null;
  /** This observer has the tool; the two ends do not know of it. */
  readonly hasTool: boolean;
  readonly onDrop: (moment: Moment | null) => void;
  /** The moment that is compared below; who has no tool chooses it by looking. */
  readonly looked: Moment;
  readonly onLook: (moment: Moment) => void;
}

export function Devices(props: DevicesProps) {
  const { views, kinds, method, placed, hasTool, onDrop, looked, onLook } = props;
  const say = useWords();
  return (
    <section aria-label={say('read-out.devices')} className="px-4 pt-2 pb-2">
      <div className="relative grid grid-cols-3 gap-x-2.5 gap-y-2 @min-[600px]:grid-cols-[112px_repeat(3,minmax(0,1fr))]">
        {hasTool ? (
          <Tray placed={placed} onTake={() => onDrop(null)} />
        ) : (
          <p className={classes(TRAY, 'text-[12px] text-ink2 leading-[1.35]')}>
            {say('read-out.tray.own')}
          </p>
        )}
        {MOMENTS.map((moment) => (
          <Device
            key={moment}
            moment={moment}
            view={views?.[moment] ?? null}
            kinds={kinds}
            method={method}
            tool={hasTool}
            pressed={(hasTool ? placed : looked) === moment}
            onPress={() => (hasTool ? onDrop(moment) : onLook(moment))}
          />
        ))}
        {hasTool && <Tool placed={placed} onDrop={onDrop} />}
      </div>
    </section>
  );
}

/** The place beside the devices, in both arrangements. */
const TRAY =
  'col-start-1 row-start-1 flex flex-col @max-[599px]:col-end-4 @max-[599px]:min-h-[62px] @max-[599px]:flex-row @max-[599px]:items-center';

/** Where the tool lies while nobody uses it. */
function Tray({ placed, onTake }: { readonly placed: Moment | null; readonly onTake: () => void }) {
  const say = useWords();
  return (
    <div
      data-moment="tray"
      className={classes(
        TRAY,
        'gap-2 rounded-[12px] border border-line2 border-dashed p-2 @max-[599px]:pr-16',
      )}
    >
      <p className="text-[12px] text-ink2 leading-[1.35] @min-[600px]:pt-[52px]">
        {say(placed ? 'read-out.tool.there' : 'read-out.tool.here')}
      </p>
      {placed && (
        <Button
          size="small"
          className="@max-[599px]:ml-auto @min-[600px]:mt-auto px-2!"
          onClick={onTake}
        >
          {say('read-out.tool.take')}
        </Button>
      )}
    </div>
  );
}

/** Picture only: each device's place in the grid. */
const DEVICE_AT: Readonly<Record<Moment, string>> = {
  before: 'col-start-1 row-start-2 @min-[600px]:col-start-2 @min-[600px]:row-start-1',
  during: 'col-start-2 row-start-2 @min-[600px]:col-start-3 @min-[600px]:row-start-1',
  after: 'col-start-3 row-start-2 @min-[600px]:col-start-4 @min-[600px]:row-start-1',
};

/** An opened box with a drawer for each kind of key. */
function Device({
  moment,
  view,
  kinds,
  method,
  tool,
  pressed,
  onPress,
}: {
  readonly moment: Moment;
  readonly view: ReadOutView | null;
  readonly kinds: readonly MemoryKind[];
  readonly method: string;
  readonly tool: boolean;
  readonly pressed: boolean;
  readonly onPress: () => void;
}) {
  const say = useWords();
  const known = view?.memory != null;
  const what = tool
    ? say(pressed ? 'read-out.read-here' : 'read-out.read')
    : say(pressed ? 'read-out.look-here' : 'read-out.look');
  return (
    <div data-moment={moment} className={classes('flex min-w-0 flex-col', DEVICE_AT[moment])}>
      <p
        className={classes(
          'font-semibold text-[12px] text-ink leading-[1.35]',
          // Room for the tool, which lies on the lid.
          '@min-[600px]:min-h-[27px] @min-[600px]:pt-[7px] @max-[599px]:min-h-[58px]',
        )}
      >
        <span className="@max-[759px]:hidden">{say(`read-out.moment.${moment}`)}</span>
        <span className="@min-[760px]:hidden">{say(`read-out.moment.short.${moment}`)}</span>
      </p>
      <div className="mt-1 flex flex-1 flex-col" aria-hidden="true">
        <Lid open={known} />
        <div
          className={classes(
            '-mt-px flex flex-1 flex-col gap-1 rounded-b-[10px] border-2 border-t-0 border-alice bg-alice-t px-2 pt-1 pb-2',
          )}
        >
          {kinds.map((kind) => (
            <Drawer key={kind} kind={kind} view={known ? view : null} />
          ))}
        </div>
      </div>
      <p className="sr-only">
        {known
          ? say('read-out.device.open', {
              method,
              list: kinds
                .map((kind) => {
                  const item = itemOf(view, kind);
                  return say('read-out.device.item', {
                    kind: say(`read-out.kind.${kind}`),
                    state: say(`read-out.state.${item?.state ?? 'not-made'}`),
                    eve: item?.eveHas ? 'yes' : 'no',
                  });
                })
                .join(', '),
            })
          : say('read-out.device.closed')}
      </p>
      {tool || known ? (
        <Button
          size="small"
          className="mt-1.5 w-full px-1!"
          aria-pressed={pressed}
          look={pressed ? 'primary' : 'ghost'}
          aria-label={say('read-out.read-at', { what, moment: say(`read-out.moment.${moment}`) })}
          onClick={onPress}
        >
          {what}
        </Button>
      ) : (
        <div className="mt-1.5 h-8" />
      )}
    </div>
  );
}

/** `view` null: shut, as far as this observer can see. */
function Drawer({ kind, view }: { readonly kind: MemoryKind; readonly view: ReadOutView | null }) {
  const say = useWords();
  const item = view ? itemOf(view, kind) : undefined;
  return (
    <span
      className={classes(
        'flex h-6 items-center gap-2 rounded-[6px] [@media(min-height:940px)]:h-8 px-[3px] @max-[599px]:justify-center',
        view ? 'bg-surface' : 'bg-alice-t2',
      )}
    >
      {view && <DrawerMark item={item} />}
      <span className="min-w-0 flex-1 truncate text-[12px] text-ink2 leading-[18px] @max-[599px]:hidden">
        {say(`read-out.kind.${kind}`)}
      </span>
      {item && item.bits > 0 && (
        <span className="pr-1 font-mono text-[11.5px] text-ink2 @max-[759px]:hidden">
          {formatCount(item.bits)}
        </span>
      )}
    </span>
  );
}

function Lid({ open }: { readonly open: boolean }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 200 16"
      preserveAspectRatio="none"
      className="h-4 w-full fill-alice-t2 stroke-alice"
      strokeWidth="2"
      strokeLinejoin="round"
    >
      <path
        d={open ? 'M1 15L22 2H178L199 15' : 'M1 15V8H199V15'}
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
