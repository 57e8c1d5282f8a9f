import { type ReactNode, useId } from 'react';
import { useWords } from '../../../content/words/use-words.ts';
import type { RepeatsView, SiteView } from '../../../scenarios/knowledge/site-view.ts';
import { HATCH } from '../../parts/hatch.ts';

/** The two that pull against each other, each with what Eve opened by it in many repeats. */
export function Gauges({
  view,
  repeats,
  mostInsiders,
}: {
  readonly view: SiteView;
  /** null: not repeated, or not this observer's to know. */
  readonly repeats: RepeatsView | null;
  /** Behind the largest wall that was executed. */
  readonly mostInsiders: number;
}) {
  const say = useWords();
  return (
    <div className="flex flex-col gap-2.5">
      <Gauge
        name={say('site.gauge.hops')}
        value={view.exposedHops}
        most={view.hops.length}
        testId="exposed-hops"
      >
        {repeats && (
          <Opened
            name={say('site.opened.hop', { opened: repeats.byHop, repeats: repeats.repeats })}
            share={repeats.byHop / repeats.repeats}
            expected={null}
          />
        )}
      </Gauge>
      <Gauge
        name={say('site.gauge.insiders')}
        value={view.insiders}
        most={mostInsiders}
        testId="insiders"
      >
        {repeats && (
          <Opened
            name={say('site.opened.insider', {
              opened: repeats.byInsider,
              repeats: repeats.repeats,
            })}
            share={repeats.byInsider / repeats.repeats}
            expected={repeats.expectedByInsider}
          />
        )}
      </Gauge>
    </div>
  );
}

function Gauge({
  name,
  value,
  most,
  testId,
  children,
}: {
  readonly name: string;
  readonly value: number | null;
  readonly most: number;
  readonly testId: string;
  readonly children: ReactNode;
}) {
  const say = useWords();
  return (
    <div>
      <p className="flex items-baseline justify-between gap-2 text-[13.5px]">
        <span>{name}</span>
        <b className="font-bold tabular-nums" data-testid={testId}>
          {value ?? say('site.gauge.unknown')}
        </b>
      </p>
      <div className="mt-1 h-2 overflow-hidden rounded-full bg-track" aria-hidden="true">
        <div
          className="h-full rounded-full bg-ink transition-[width] duration-200 motion-reduce:transition-none"
          style={{ width: `${most > 0 ? (100 * (value ?? 0)) / most : 0}%` }}
        />
      </div>
      {children}
    </div>
  );
}

/** A hatched share of the repeats, with a thin mark where it is expected. */
function Opened({
  name,
  share,
  expected,
}: {
  readonly name: string;
  readonly share: number;
  readonly expected: number | null;
}) {
  const say = useWords();
  const id = useId();
  return (
    <div className="mt-1.5">
      <div
        className="relative h-3 rounded-[3px] border border-ink3 bg-surface"
        role="img"
        aria-labelledby={id}
      >
        <div
          className={share > 0 ? 'h-full border-eve border-r-2' : 'h-full'}
          style={{ width: `${share * 100}%`, backgroundImage: HATCH }}
        />
        {expected !== null && (
          <div
            className="absolute -inset-y-[4px] w-[2px] -translate-x-1/2 bg-ink"
            style={{ left: `${expected * 100}%` }}
          />
        )}
      </div>
      <p id={id} className="mt-1 text-[12px] text-ink2 tabular-nums leading-[1.35]">
        {name}
        {expected !== null && <> · {say('site.expected', { share: expected })}</>}
      </p>
    </div>
  );
}
