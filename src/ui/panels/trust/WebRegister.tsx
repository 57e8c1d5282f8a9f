import { useWords } from '../../../content/words/use-words.ts';
import type { IntroductionView } from '../../../scenarios/knowledge/view.ts';
import { THRESHOLD } from '../../../scenarios/trust/web-of-trust/graph.ts';
import { classes } from '../../parts/classes.ts';
import { BORDER_OF, shortFingerprint } from './marks.tsx';
import type { KeyHolders } from './PkiRegister.tsx';
import type { Party } from './scene.ts';
import { WEB_WIDTH, type WebNode, webOf } from './web.ts';

const INK_OF_END: Readonly<Record<Party, string>> = { alice: 'text-alice', bob: 'text-bob' };

/** People who vouch for a key, and the ways to it that counted. */
export function WebRegister({
  subject,
  reader,
  introduction,
  trusted,
  holders,
}: {
  readonly subject: Party;
  readonly reader: Party;
  readonly introduction: IntroductionView;
  /** Introducers that the reader has met. */
  readonly trusted: readonly string[];
  readonly holders: KeyHolders;
}) {
  const say = useWords();
  const web = webOf(introduction, trusted);
  const shownKey = introduction.credentials.find(
    (one) => one.subject.toLowerCase() === subject && one.kind === 'endorsement',
  );
  const hers = shownKey?.carriesKeyOf === 'eve';
  const at = (name: string) =>
    name === 'reader'
      ? web.reader
      : name === introduction.of
        ? web.key
        : (web.nodes.find((node) => node.name === name) ?? web.key);
  const listed = introduction.judged.checks.some(({ about }) => about === 'directory');
  return (
    <div>
      <svg
        viewBox={`0 0 ${WEB_WIDTH} ${web.height}`}
        role="img"
        aria-label={say('trust.web.picture', {
          reader,
          subject,
          ways: web.ways.length,
          vouching: introduction.credentials.length,
        })}
        className="mx-auto block w-full max-w-[340px]"
      >
        {web.edges.map(({ from, to, lit }) => {
          const [a, b] = [at(from), at(to)];
          return (
            <line
              key={`${from} ${to}`}
              x1={a.x}
              y1={a.y}
              x2={b.x}
              y2={b.y}
              className={lit ? 'stroke-ink' : 'stroke-ink3'}
              strokeWidth={lit ? 2.6 : 1.2}
              strokeDasharray={lit ? undefined : '3 4'}
            />
          );
        })}
        <g transform={`translate(${web.reader.x} ${web.reader.y})`} className={INK_OF_END[reader]}>
          <circle r="17" className="fill-surface" stroke="currentColor" strokeWidth="2" />
          <text y="5" textAnchor="middle" fontSize="14" fontWeight="700" fill="currentColor">
            {say(`trust.letter.${reader}`)}
          </text>
        </g>
        {web.nodes.map((node) => (
          <Introducer key={node.name} node={node} />
        ))}
        <g
          transform={`translate(${web.key.x} ${web.key.y})`}
          className={hers ? 'text-eve' : INK_OF_END[subject]}
        >
          <rect
            x="-26"
            y="-20"
            width="52"
            height="40"
            rx="9"
            className="fill-surface"
            stroke="currentColor"
            strokeWidth="2"
          />
          <g transform="translate(-12 -1)" fill="none" stroke="currentColor" strokeWidth="2">
            <circle r="5" />
            <path d="M5 0H25M18 0V5M24 0V4" strokeLinecap="round" />
          </g>
          <text y="36" textAnchor="middle" fontSize="12" fontWeight="600" className="fill-ink">
            {say('trust.quoted', { name: say(`value.${subject}`) })}
          </text>
        </g>
      </svg>
      <div
        className={classes(
          'rounded-[10px] border-2 bg-surface px-2.5 py-1.5 text-[12px] text-ink2 leading-[1.4]',
          hers ? BORDER_OF.eve : BORDER_OF[subject],
        )}
      >
        {shownKey && (
          <p className="font-mono text-[11px]">
            <span className="sr-only">{say('trust.fingerprint')} </span>
            {shortFingerprint(shownKey.fingerprint)}
          </p>
        )}
        <p>{say('trust.web.ways', { ways: web.ways.length, needed: THRESHOLD })}</p>
        {holders !== null && (
          <p>{say(`trust.holds.${hers ? 'eve' : holders}`, { who: subject })}</p>
        )}
      </div>
      {listed && (
        <div className="mt-2 flex items-start gap-2 text-[12px] text-ink2 leading-[1.4]">
          <svg viewBox="0 0 24 20" aria-hidden="true" className="mt-0.5 h-5 w-6 flex-none">
            <rect
              x="1.5"
              y="1.5"
              width="21"
              height="13"
              rx="1.5"
              className="fill-none stroke-ink3"
              strokeWidth="1.6"
            />
            <path
              d="M5 14.5V19M19 14.5V19M5 5H12M5 8H9M15 5H19M15 8H18M5 11H11"
              className="fill-none stroke-ink3"
              strokeWidth="1.4"
            />
          </svg>
          <p>{say('trust.web.directory', { who: subject })}</p>
        </div>
      )}
    </div>
  );
}

/** A person without a name: a head and shoulders, and a number. */
function Introducer({ node: { name, x, y, trusted, lit } }: { readonly node: WebNode }) {
  return (
    <g transform={`translate(${x} ${y})`} className={lit ? 'text-ink' : 'text-ink3'}>
      <circle
        r="16"
        className="fill-surface"
        stroke="currentColor"
        strokeWidth={lit ? 2.4 : 1.4}
        strokeDasharray={trusted || lit ? undefined : '3 3'}
      />
      <circle cy="-4.5" r="3.6" fill="currentColor" />
      <path d="M-7 8.5C-7 2.5 -3.5 1 0 1S7 2.5 7 8.5Z" fill="currentColor" />
      <text
        y="29"
        textAnchor="middle"
        fontSize="11.5"
        className="fill-ink2 stroke-surface [paint-order:stroke]"
        strokeWidth="4"
      >
        {name.replace(/^introducer-/, '')}
      </text>
    </g>
  );
}
