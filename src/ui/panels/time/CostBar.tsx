import { costParts } from './cost.ts';

/** What a round spent, to the left of a line, against what it earned, to the right of it. */
export function CostBar({ spent, earned }: { readonly spent: number; readonly earned: number }) {
  const { zero, left, right } = costParts(spent, earned);
  return (
    <div className="relative mt-1.5 h-[22px] rounded-md bg-track" aria-hidden="true">
      {left > 0 && (
        <div
          className="absolute inset-y-[3px] rounded-l-[4px] border-[1.6px] border-ink border-dashed border-r-0 bg-surface"
          style={{ left: `${(zero - left) * 100}%`, width: `${left * 100}%` }}
        />
      )}
      {right > 0 && (
        <div
          className="absolute inset-y-[3px] rounded-r-[4px] bg-ink"
          style={{ left: `${zero * 100}%`, width: `${right * 100}%` }}
        />
      )}
      <div
        className="absolute -inset-y-0.5 w-[2px] -translate-x-px bg-ink"
        style={{ left: `${zero * 100}%` }}
      />
    </div>
  );
}
