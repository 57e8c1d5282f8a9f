import type { ReactNode } from 'react';
import { useWords } from '../../../content/words/use-words.ts';
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

/** Moves over the rounds of a life. Nothing is executed by it: they all are already. */
export function RoundTransport({
  round,
  rounds,
  playing,
  phone,
  onSeek,
  onPlay,
  onPause,
  children,
}: {
  readonly round: number;
  readonly rounds: number;
  readonly playing: boolean;
  readonly phone: boolean;
  readonly onSeek: (round: number) => void;
  readonly onPlay: () => void;
  readonly onPause: () => void;
  readonly children?: ReactNode;
}) {
  const say = useWords();
  const size = phone ? 'size-11 after:inset-0' : '';
  return (
    <section
      aria-label={say('time.play')}
      className={classes('flex min-w-0 items-center gap-1', phone && 'flex-wrap')}
    >
      {!phone && (
        <IconButton
          label={say('time.play.restart')}
          disabled={round === 0}
          onClick={() => onSeek(0)}
        >
          <RestartIcon />
        </IconButton>
      )}
      <IconButton
        label={say('time.play.back')}
        disabled={round === 0}
        onClick={() => onSeek(round - 1)}
        className={size}
      >
        <BackOneIcon />
      </IconButton>
      <IconButton
        label={say(playing ? 'time.play.pause' : 'time.play.play')}
        solid
        onClick={playing ? onPause : onPlay}
        className={phone ? '!h-11 !w-14 !rounded-[12px]' : ''}
      >
        {playing ? <PauseIcon /> : <PlayIcon />}
      </IconButton>
      <IconButton
        label={say('time.play.forward')}
        disabled={round >= rounds}
        onClick={() => onSeek(round + 1)}
        className={size}
      >
        <ForwardOneIcon />
      </IconButton>
      <IconButton
        label={say('time.play.end')}
        disabled={round >= rounds}
        onClick={() => onSeek(rounds)}
        className={size}
      >
        <NextStepIcon />
      </IconButton>
      <Range
        label={say('time.play.scrub')}
        position={round}
        steps={rounds}
        spoken={say('time.play.at', { round, rounds })}
        onMove={onSeek}
        className={phone ? 'order-first mb-1.5 w-full' : 'mx-3 min-w-16 flex-1'}
      />
      <span className="mr-3 ml-1 whitespace-nowrap font-mono text-[13px] tabular-nums">
        {say('time.play.count', { round: String(round).padStart(String(rounds).length), rounds })}
      </span>
      {children !== undefined && <div className="ml-auto flex items-center gap-2">{children}</div>}
    </section>
  );
}
