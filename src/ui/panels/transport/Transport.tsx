import { type ReactNode, useMemo } from 'react';
import { useWords } from '../../../content/words/use-words.ts';
import type { Timeline } from '../../../scenarios/knowledge/view.ts';
import { formatCount } from '../../format.ts';
import { classes } from '../../parts/classes.ts';
import { IconButton } from '../../parts/IconButton.tsx';
import {
  BackOneIcon,
  ForwardOneIcon,
  NextStepIcon,
  PauseIcon,
  PlayIcon,
  RestartIcon,
} from '../../parts/icons.tsx';
import { Range } from '../../parts/Range.tsx';
import { Segmented } from '../../parts/Segmented.tsx';
import { Select } from '../../parts/Select.tsx';
import { nextStepFrom, scrubScale, stepTicks } from './scrub.ts';

type Instant = Timeline['length'];

/** Events a second, as the playhead names them. */
export type TransportSpeed = '1' | '10' | '1k' | '1M';
const SPEEDS: readonly TransportSpeed[] = ['1', '10', '1k', '1M'];

export interface TransportProps {
  readonly timeline: Timeline;
  readonly instant: Instant;
  readonly pulses: number;
  readonly playing: boolean;
  readonly speed: TransportSpeed;
  readonly onSeek: (instant: Instant) => void;
  readonly onStep: (events: -1 | 1) => void;
  readonly onPlay: () => void;
  readonly onPause: () => void;
  readonly onRestart: () => void;
  readonly onSpeed: (speed: TransportSpeed) => void;
  /**
   * full: with slider and speeds. embed: buttons and counter, as in a frame on another page.
   * phone: large buttons and counter, with the slider and the speed above.
   */
  readonly variant?: 'full' | 'embed' | 'phone';
  readonly showSpeeds?: boolean;
  /** At the end of the bar: what else the host offers. */
  readonly children?: ReactNode;
}

/** Moves the playhead over the events of a run; it never draws a random number anew. */
export function Transport(props: TransportProps) {
  const { variant = 'full', showSpeeds = variant !== 'embed', children } = props;
  const say = useWords();
  if (variant === 'phone') {
    return (
      <section aria-label={say('transport.title')} className="min-w-0">
        <div className="flex items-center gap-3 pt-1.5">
          <Scrub {...props} className="min-w-0 flex-1" />
          {showSpeeds && (
            <div className="w-[78px] shrink-0">
              <SpeedList {...props} />
            </div>
          )}
        </div>
        <div className="mt-1.5 flex items-center gap-1">
          <Buttons {...props} />
          <Counter {...props} className="ml-1" />
          <div className="ml-auto flex items-center gap-2">{children}</div>
        </div>
      </section>
    );
  }
  return (
    <section
      aria-label={say('transport.title')}
      className="@container flex min-w-0 items-center gap-1"
    >
      <Buttons {...props} />
      {variant === 'full' && <Scrub {...props} className="mx-3 min-w-16 flex-1" />}
      <Counter {...props} className={variant === 'full' ? 'mr-3' : 'mx-2'} />
      {showSpeeds && (
        <>
          <div className="@max-[720px]:hidden">
            <Speeds {...props} />
          </div>
          {/* Where the bar is short, its slider needs the room more than the speeds do. */}
          <div className="@min-[720.02px]:hidden w-[82px] shrink-0">
            <SpeedList {...props} />
          </div>
        </>
      )}
      {children !== undefined && (
        <div className="ml-auto flex items-center gap-2 pl-2">{children}</div>
      )}
    </section>
  );
}

function Buttons({
  timeline,
  instant,
  playing,
  variant = 'full',
  onStep,
  onPlay,
  onPause,
  onRestart,
  onSeek,
}: TransportProps) {
  const say = useWords();
  const phone = variant === 'phone';
  const atEnd = instant >= timeline.length;
  const size = phone ? 'size-11 after:inset-0' : '';
  return (
    <>
      {!phone && (
        <IconButton label={say('transport.restart')} disabled={instant === 0} onClick={onRestart}>
          <RestartIcon />
        </IconButton>
      )}
      <IconButton
        label={say('transport.back')}
        disabled={instant === 0}
        onClick={() => onStep(-1)}
        className={size}
      >
        <BackOneIcon />
      </IconButton>
      <IconButton
        label={say(playing ? 'transport.pause' : 'transport.play')}
        solid
        disabled={timeline.length === 0}
        onClick={playing ? onPause : onPlay}
        className={phone ? '!h-11 !w-14 !rounded-[12px]' : ''}
      >
        {playing ? <PauseIcon /> : <PlayIcon />}
      </IconButton>
      <IconButton
        label={say('transport.forward')}
        disabled={atEnd}
        onClick={() => onStep(1)}
        className={size}
      >
        <ForwardOneIcon />
      </IconButton>
      <IconButton
        label={say('transport.next-step')}
        disabled={atEnd}
        onClick={() => onSeek(nextStepFrom(timeline, instant))}
        className={size}
      >
        <NextStepIcon />
      </IconButton>
    </>
  );
}

function Scrub({
  timeline,
  instant,
  pulses,
  onSeek,
  className,
}: TransportProps & { readonly className?: string }) {
  const say = useWords();
  const { length } = timeline;
  const sent = timeline.pulsesBefore(instant);
  const scale = useMemo(() => scrubScale(timeline), [timeline]);
  return (
    <Range
      label={say('transport.scrub')}
      position={scale.position(instant)}
      steps={scale.steps}
      marks={stepTicks(timeline).map((tick) => scale.position(tick.instant))}
      // Not how many letters: some of them this observer may not know of.
      spoken={say('transport.position', {
        sent,
        pulses,
        step: timeline.stepAt(Math.min(instant, Math.max(0, length - 1))),
      })}
      disabled={length === 0}
      onMove={(position) => onSeek(scale.instant(position))}
      onNudge={(by) => onSeek(scale.next(instant, by))}
      {...(className === undefined ? {} : { className })}
    />
  );
}

function Counter({
  timeline,
  instant,
  pulses,
  variant = 'full',
  className,
}: TransportProps & { readonly className?: string }) {
  const say = useWords();
  const total = formatCount(pulses);
  const sent = formatCount(timeline.pulsesBefore(instant));
  return (
    <span
      className={classes(
        'whitespace-nowrap font-mono text-[13px] text-ink tabular-nums',
        className,
      )}
    >
      {/* As wide as it will get, so that the slider beside it does not breathe. */}
      <span className="inline-block text-right" style={{ minWidth: `${total.length}ch` }}>
        {sent}
      </span>
      <span className="text-ink3">
        {variant === 'phone' ? '/' : ' / '}
        {total}
      </span>
      <span className="sr-only"> {say('transport.photons')}</span>
    </span>
  );
}

function SpeedList({ speed, onSpeed }: TransportProps) {
  const say = useWords();
  return (
    <Select
      label={say('transport.speed')}
      value={speed}
      options={SPEEDS.map((value) => ({ value, label: say(`transport.speed.${value}`) }))}
      onChange={onSpeed}
      hideLabel
    />
  );
}

function Speeds({ speed, onSpeed }: TransportProps) {
  const say = useWords();
  return (
    <Segmented
      label={say('transport.speed')}
      value={speed}
      options={SPEEDS.map((value) => ({
        value,
        label: say(`transport.speed.${value}`),
        spoken: say(`transport.speed.${value}.spoken`),
      }))}
      onChange={onSpeed}
    />
  );
}
