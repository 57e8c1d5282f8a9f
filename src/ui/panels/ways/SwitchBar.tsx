/** One switch for all ways, a second one for what the seals rest on, and what the runs showed. */
import { type SayWords, useWords } from '../../../content/words/use-words.ts';
import type { Observer } from '../../../scenarios/actors.ts';
import type { Broken } from '../../../scenarios/config.ts';
import { POSITIONS, type Position } from '../../../store/ways.ts';
import { Button } from '../../parts/Button.tsx';
import { classes } from '../../parts/classes.ts';
import { Card } from '../../parts/Panel.tsx';
import { Toggle } from '../../parts/Toggle.tsx';
import { bornOut, type Tally } from './tally.ts';

export interface SwitchBarProps {
  readonly observer: Observer;
  readonly position: Position;
  readonly seals: boolean;
  readonly cracked: boolean;
  readonly loss: Broken;
  readonly tallies: Readonly<Record<Position, Tally>>;
  readonly busy: boolean;
  /** The link on screen misuses its seals, and so do these. */
  readonly misused: boolean;
  /** Something in view has not run, and nothing is under way. */
  readonly rest: boolean;
  readonly narrow: boolean;
  /** Not wide: the switches stand one under the other. */
  readonly compact: boolean;
  readonly onSeals: (on: boolean) => void;
  readonly onCrack: (on: boolean) => void;
  readonly onCancel: () => void;
  readonly onRest: () => void;
}

export function SwitchBar({
  observer,
  position,
  seals,
  cracked,
  loss,
  tallies,
  busy,
  misused,
  rest,
  narrow,
  compact,
  onSeals,
  onCrack,
  onCancel,
  onRest,
}: SwitchBarProps) {
  const say = useWords();
  return (
    <Card
      className={classes(
        'px-4 py-1.5',
        narrow ? 'flex flex-col gap-1' : 'grid grid-cols-[auto_minmax(0,1fr)_auto] gap-x-6',
        compact || narrow ? '' : 'items-center',
      )}
    >
      <div className={classes(!narrow && !compact && 'flex items-center gap-6')}>
        <Toggle label={say('side.seals')} on={seals} onChange={onSeals} />
        <Toggle
          label={say('side.crack', { loss: lossWord(loss) })}
          on={seals && cracked}
          disabled={!seals}
          onChange={onCrack}
        />
      </div>
      <div className="flex min-h-[62px] items-center gap-3">
        <p className="text-[14px] text-ink2 leading-[1.4]">
          {findingOf(say, { observer, position, tallies, busy, misused })}
        </p>
        {(busy || rest) && (
          <Button size="small" onClick={busy ? onCancel : onRest}>
            {say(busy ? 'run.cancel' : 'side.run-rest')}
          </Button>
        )}
      </div>
      <dl className="grid grid-cols-[auto_auto] content-center gap-x-3 text-[13px] tabular-nums leading-[1.5]">
        {POSITIONS.map((one) => (
          <div
            key={one}
            className={classes(
              'col-span-2 grid grid-cols-subgrid',
              one === position ? 'font-bold text-ink' : 'text-ink2',
            )}
          >
            <dt>{say(`side.at.${one}`)}</dt>
            <dd className="min-w-[92px] text-right">{tallyWords(say, tallies[one], observer)}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

/** Words of a select have no hyphens. */
function lossWord(loss: Broken): string {
  return loss.replaceAll('-', '');
}

export function tallyWords(say: SayWords, tally: Tally, observer: Observer): string {
  const { ran, of, fooled, ready } = tally;
  if (ran < of) return ran === 0 ? say('side.tally.not-run') : say('side.tally.part', { ran, of });
  const end = observer === 'alice' || observer === 'bob';
  return end
    ? say('side.tally.ready', { ready, of })
    : say(observer === 'eve' ? 'side.tally.eve' : 'side.tally.fooled', { fooled, of });
}

/** What the runs so far bear out for this observer, and no more. */
export function findingOf(
  say: SayWords,
  {
    observer,
    position,
    tallies,
    busy: under,
    misused,
  }: Pick<SwitchBarProps, 'observer' | 'position' | 'tallies' | 'busy' | 'misused'>,
): string {
  const { off, on, cracked } = tallies;
  const here = tallies[position];
  const end = observer === 'alice' || observer === 'bob';
  if (here.ran < here.of)
    return say(end ? 'side.found.nothing.end' : 'side.found.nothing', {
      busy: under ? 'yes' : 'no',
    });
  if (observer === 'alice' || observer === 'bob') {
    const all = here.ready === here.of ? 'ready' : here.ready === 0 ? 'none' : 'some';
    return say('side.found.end', {
      who: observer,
      all: all === 'ready' && position !== 'off' ? 'fits' : all,
    });
  }
  if (position === 'cracked' && cracked.fooled === cracked.of) return say('side.found.cracked');
  if (bornOut(off, on)) return say('side.found.both', { off: off.fooled, of: off.of });
  if (position === 'off' && off.fooled === off.of) return say('side.found.off', { of: off.of });
  return say(misused && here.fooled > 0 ? 'side.found.misused' : 'side.found.other', {
    fooled: here.fooled,
    of: here.of,
  });
}
