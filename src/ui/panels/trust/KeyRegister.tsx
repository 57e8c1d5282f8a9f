import { useWords } from '../../../content/words/use-words.ts';
import type { ActorId } from '../../../scenarios/actors.ts';
import type { RunConfig } from '../../../scenarios/config.ts';
import { KeyMark } from '../../parts/glyphs/marks.tsx';
import { shortFingerprint } from './marks.tsx';
import type { KeyHolders } from './PkiRegister.tsx';

/** Of the shared key, in each hand. */
export type Fingerprints = readonly { readonly hand: ActorId; readonly fingerprint: string }[];

/** A courier leaves the same secret at both ends. If it leaked, a third hand holds it. */
export function KeyRegister({
  bits,
  stores,
  holders,
}: {
  readonly bits: RunConfig['authentication']['preSharedBits'];
  readonly stores: Fingerprints;
  readonly holders: KeyHolders;
}) {
  const say = useWords();
  const leaked = holders === 'owner-and-eve';
  return (
    <div>
      <svg
        viewBox={`0 0 300 ${leaked ? 132 : 80}`}
        aria-hidden="true"
        className="mx-auto block w-full max-w-[340px]"
      >
        <path d="M72 44H228" className="stroke-line2" strokeWidth="2" strokeDasharray="2 5" />
        <Store x={40} end="alice" letter={say('trust.letter.alice')} />
        <Store x={260} end="bob" letter={say('trust.letter.bob')} />
        <Bag />
        {leaked && (
          <g>
            <path d="M150 66V88" className="stroke-eve" strokeWidth="2" strokeDasharray="2 4" />
            <g transform="translate(150 108)" className="text-eve">
              <rect
                x="-34"
                y="-18"
                width="68"
                height="36"
                rx="9"
                className="fill-surface"
                stroke="currentColor"
                strokeWidth="2"
              />
              <KeyMark x={-27} y={-10} width={22} height={20} />
              <text
                x="14"
                y="5"
                textAnchor="middle"
                fontSize="14"
                fontWeight="700"
                fill="currentColor"
              >
                {say('trust.letter.eve')}
              </text>
            </g>
          </g>
        )}
      </svg>
      <p className="text-[12px] text-ink2 leading-[1.4]">{say('trust.shared.courier', { bits })}</p>
      <FingerprintList stores={stores} />
      {holders !== null && (
        <p className="mt-1 text-[12px] text-ink2 leading-[1.4]">
          {say(leaked ? 'trust.shared.leaked' : 'trust.shared.kept')}
        </p>
      )}
    </div>
  );
}

/** What the two ends read to each other before they trust the bag. */
function FingerprintList({ stores }: { readonly stores: Fingerprints }) {
  const say = useWords();
  const of = (hand: ActorId) => stores.find((store) => store.hand === hand)?.fingerprint;
  const [alice, bob] = [of('alice'), of('bob')];
  if (stores.length === 0) return null;
  return (
    <div className="mt-2 text-[12px] text-ink2 leading-[1.4]">
      <p>{say('trust.shared.fingerprint')}</p>
      <ul className="my-0.5">
        {stores.map(({ hand, fingerprint }) => (
          <li key={hand} className="flex justify-between gap-2">
            <span>{say('trust.shared.hand', { who: hand })}</span>
            <span className="font-mono text-ink">{shortFingerprint(fingerprint)}</span>
          </li>
        ))}
      </ul>
      {alice !== undefined && bob !== undefined && (
        <p className="font-[650] text-ink">
          {say(alice === bob ? 'trust.shared.same' : 'trust.shared.differ')}
        </p>
      )}
    </div>
  );
}

function Store({
  x,
  end,
  letter,
}: {
  readonly x: number;
  readonly end: 'alice' | 'bob';
  readonly letter: string;
}) {
  return (
    <g transform={`translate(${x} 44)`} className={end === 'alice' ? 'text-alice' : 'text-bob'}>
      <rect
        x="-34"
        y="-22"
        width="68"
        height="44"
        rx="10"
        className="fill-surface"
        stroke="currentColor"
        strokeWidth="2"
      />
      <KeyMark x={-27} y={-10} width={22} height={20} />
      <text x="14" y="5" textAnchor="middle" fontSize="14" fontWeight="700" fill="currentColor">
        {letter}
      </text>
    </g>
  );
}

function Bag() {
  return (
    <g transform="translate(150 44)" className="text-ink">
      <path
        d="M-7 -14V-18C-7 -21 -5 -22 -3 -22H3C5 -22 7 -21 7 -18V-14"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
      />
      <rect
        x="-22"
        y="-14"
        width="44"
        height="32"
        rx="6"
        className="fill-surface"
        stroke="currentColor"
        strokeWidth="2"
      />
      <path d="M-22 -2H-5M5 -2H22" stroke="currentColor" strokeWidth="1.6" />
      <rect
        x="-5"
        y="-6"
        width="10"
        height="8"
        rx="2"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
      />
    </g>
  );
}
