import { useWords } from '../../../content/words/use-words.ts';
import type { PoolLevel } from '../../../scenarios/knowledge/life-view.ts';
import { HATCH } from '../../parts/hatch.ts';

/** One end's pool: filled to its level, hatched where Eve has the same bits, the reserve as a line. */
export function Tank({
  who,
  level,
  target,
  reserve,
}: {
  readonly who: 'alice' | 'bob';
  /** null: this observer cannot see into it. */
  readonly level: PoolLevel | null;
  readonly target: number;
  readonly reserve: number;
}) {
  const say = useWords();
  const bits = level?.bits ?? 0;
  const share = Math.min(1, bits / target);
  const mark = Math.min(1, reserve / target);
  return (
    <div className="flex flex-col items-center gap-1">
      <div
        role="img"
        aria-label={
          level === null
            ? say('pool.tank.unknown', { who })
            : say('pool.tank', { who, bits, target })
        }
        className={`relative h-[112px] w-[62px] [@media(min-height:940px)]:h-[190px] overflow-hidden rounded-[13px] border-[1.5px] bg-surface2 ${level === null ? 'border-ink3 border-dashed' : 'border-ink3'}`}
      >
        {level !== null && (
          <div
            className={`hatched absolute inset-x-0 bottom-0 transition-[height] duration-200 motion-reduce:transition-none ${level.heldByEve ? 'border-eve border-t-2' : 'bg-ink'}`}
            style={{
              height: `${share * 100}%`,
              ...(level.heldByEve ? { backgroundImage: HATCH } : {}),
            }}
          />
        )}
        {level !== null && (
          <>
            {/* Ink over paper, and paper over ink. */}
            <span
              aria-hidden="true"
              className={`absolute inset-x-0 border-dashed border-t-[1.6px] ${share > mark && !level.heldByEve ? 'border-inv' : 'border-ink'}`}
              style={{ bottom: `${mark * 100}%` }}
            />
          </>
        )}
      </div>
      <span className="text-center text-[12px] leading-4">
        <span className="block font-semibold text-ink">{say('pool.end', { who })}</span>
        <span className="block text-ink2 tabular-nums">
          {level === null ? say('pool.unknown') : say('pool.level', { bits })}
        </span>
      </span>
    </div>
  );
}
