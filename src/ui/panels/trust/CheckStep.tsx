import { useWords } from '../../../content/words/use-words.ts';
import { classes } from '../../parts/classes.ts';
import { CrossMark, TickMark } from '../../parts/glyphs/marks.tsx';
import { ChevronDownIcon } from '../../parts/icons.tsx';
import { type CheckLine, checkLines } from './checks.ts';
import { type DrawPortrait, Person, TEXT_OF } from './marks.tsx';
import type { Scene } from './scene.ts';

/** What the reader looked at, in order, and what it took the other end for. */
export function CheckStep({
  scene,
  draw,
  why,
}: {
  readonly scene: Scene;
  readonly draw: DrawPortrait;
  /** Why the checks went as they did, where this run shows it. */
  readonly why: string | null;
}) {
  const say = useWords();
  const { reader, subject, shown, exchange, sealed, refused } = scene;
  const name = say(`value.${subject}`);
  const lines = shown ? checkLines(shown.judged.checks) : [];
  const proof = exchange.find(
    ({ claimedFrom, tagHex }) => claimedFrom === subject && tagHex !== null,
  );
  const seal = (proof ?? sealed)?.seal ?? 'none';
  return (
    <div className="flex flex-col gap-2.5">
      <Person
        actor={reader}
        name={say(`value.${reader}`)}
        does={say(refused ? 'trust.stops' : 'trust.checks')}
        worried={refused}
        draw={draw}
      />
      <ul className="flex flex-col gap-1 text-[13px] text-ink leading-[1.35]">
        {lines.map((line) => (
          <Line key={line.name} line={line} reader={reader} subject={subject} />
        ))}
        {(seal === 'fits' || seal === 'fits-wrongly' || seal === 'broken') && (
          <Mark result={seal === 'broken' ? 'failed' : 'passed'}>
            {say(proof ? 'trust.check.exchange' : 'trust.check.seal')}
          </Mark>
        )}
        {lines.length === 0 && seal === 'none' && (
          <Mark result="skipped">{say('trust.check.nothing')}</Mark>
        )}
      </ul>
      <div>
        <p className={classes('font-[650] text-[14px]', TEXT_OF[reader])}>
          {say(refused ? 'trust.concludes.no' : 'trust.concludes.yes', { name })}
        </p>
        {why !== null && <p className="text-[13px] text-ink2 leading-[1.4]">{why}</p>}
      </div>
      {shown && (
        <details className="text-[12px] text-ink2">
          <summary className="inline-flex min-h-6 scroll-mb-[160px] cursor-pointer items-center font-semibold">
            {say('trust.check.details')}
            <span className="ml-0.5 size-4">
              <ChevronDownIcon />
            </span>
          </summary>
          <ol className="mt-1 list-decimal pl-5">
            {shown.judged.checks.map(({ name, about, result }) => (
              <li key={`${name} ${about}`} className="break-words leading-[1.4]">
                {say(`trust.result.${result}`)} {say(`trust.check.${name}`, { reader, subject })}{' '}
                <span className="font-mono text-[11px]">{about}</span>
              </li>
            ))}
          </ol>
        </details>
      )}
    </div>
  );
}

function Line({
  line: { name, result, passed, made },
  reader,
  subject,
}: {
  readonly line: CheckLine;
  readonly reader: Scene['reader'];
  readonly subject: Scene['subject'];
}) {
  const say = useWords();
  return (
    <Mark result={result}>
      {say(`trust.check.${name}`, { reader, subject })}
      {made > 1 && (
        <span className="whitespace-nowrap text-ink2 tabular-nums">
          {' '}
          {say('trust.check.count', { passed, made })}
        </span>
      )}
    </Mark>
  );
}

/** Tick, cross, or a dash for what nobody looked at; the word is there for who does not see the sign. */
function Mark({
  result,
  children,
}: {
  readonly result: CheckLine['result'];
  readonly children: React.ReactNode;
}) {
  const say = useWords();
  const icon = 'mt-0.5 size-3.5 flex-none';
  return (
    <li className={classes('flex gap-1.5', result === 'skipped' && 'text-ink2')}>
      {result === 'passed' ? (
        <TickMark className={icon} />
      ) : result === 'failed' ? (
        <CrossMark className={icon} />
      ) : (
        <svg viewBox="0 0 16 16" aria-hidden="true" className={icon}>
          <path d="M3.5 8H12.5" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
        </svg>
      )}
      <span className="min-w-0">
        <span className="sr-only">{say(`trust.result.${result}`)} </span>
        {children}
      </span>
    </li>
  );
}
