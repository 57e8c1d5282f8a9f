import { useWords } from '../../../content/words/use-words.ts';
import type { Crossed, ShelfView } from '../../../scenarios/knowledge/shelf-view.ts';
import { formatCount } from '../../format.ts';
import { EnvelopeGlyph } from '../../parts/glyphs/Envelope.tsx';
import type { Maker } from '../../parts/glyphs/maker.ts';
import { UnknownPhotonGlyph } from '../../parts/glyphs/Photon.tsx';
import { SealGlyph } from '../../parts/glyphs/Seal.tsx';
import { bytesText, hexOf } from './texts.ts';

const BORDER: Readonly<Record<Maker, string>> = {
  alice: 'border-alice',
  bob: 'border-bob',
  eve: 'border-eve',
};

/** What went over the line that day: open cards with their seals, light, and one closed envelope. */
export function CrossedLine({ view }: { readonly view: ShelfView }) {
  const say = useWords();
  const { crossed, pulses, sealed } = view;
  const heap = (kind: Crossed['kind']) => crossed.find((one) => one.kind === kind);
  const [shares, kemKey, capsule, letters, introductions] = [
    heap('shares'),
    heap('kem-key'),
    heap('kem-ciphertext'),
    heap('letters'),
    heap('introductions'),
  ];
  const both = pulses > 0 && kemKey !== undefined;
  const makerOf = (one: Crossed) => one.first[0]?.by ?? 'alice';
  return (
    <div className="flex min-w-0 items-center gap-3">
      <div className="grid min-w-0 flex-1 grid-cols-2 gap-1.5">
        {shares?.first.map(({ bytes, by }, i) => (
          <Card
            // biome-ignore lint/suspicious/noArrayIndexKey: the first is Alice's, the second Bob's.
            key={i}
            by={by}
            sealed={sealed}
            title={say(i === 0 ? 'later.share.alice' : 'later.share.bob')}
            line={hexOf(bytes, 5)}
          />
        ))}
        {shares && shares.first.length === 0 && (
          <Card
            by="alice"
            sealed={sealed}
            title={say('later.heap.shares')}
            line={bytesText(say, shares.bytes)}
          />
        )}
        {kemKey && (
          <Card
            by={makerOf(kemKey)}
            sealed={sealed}
            narrow={both}
            title={say('later.heap.kem-key')}
            line={bytesText(say, kemKey.bytes)}
          />
        )}
        {capsule && (
          <Card
            by={capsule.first[0]?.by ?? 'bob'}
            sealed={sealed}
            narrow={both}
            title={say('later.heap.kem-ciphertext')}
            line={bytesText(say, capsule.bytes)}
          />
        )}
        {pulses > 0 && <Light pulses={pulses} narrow={both} />}
        {letters && pulses > 0 && (
          <Card
            by="alice"
            sealed={sealed}
            narrow={both}
            title={say('later.crossed.letters', { count: letters.items })}
            line={say('later.crossed.all-open')}
          />
        )}
        {introductions && (
          <p className="col-span-2 text-[12px] text-ink2">
            {say('later.crossed.introductions', { count: introductions.items })}
          </p>
        )}
      </div>
      <Envelope sent={view.sent} />
    </div>
  );
}

function Card({
  by,
  title,
  line,
  sealed,
  narrow = false,
}: {
  readonly by: Maker;
  readonly title: string;
  readonly line: string;
  readonly sealed: boolean;
  readonly narrow?: boolean;
}) {
  return (
    <div
      className={`flex h-[38px] min-w-0 items-center gap-1 rounded-lg border-[1.6px] bg-surface pr-1.5 pl-2 ${BORDER[by]} ${narrow ? '' : 'col-span-2'}`}
    >
      <div className="min-w-0 flex-1 leading-[14px]">
        <div className="truncate font-semibold text-[12px] text-ink" title={title}>
          {title}
        </div>
        <div className="truncate font-mono text-[11px] text-ink2">{line}</div>
      </div>
      {!narrow && (
        <svg viewBox="-14 -14 28 28" aria-hidden="true" className="size-[18px] flex-none">
          <SealGlyph state={sealed ? 'fits' : 'none'} maker={by} />
        </svg>
      )}
    </div>
  );
}

/** That photons went by, and how many; what each of them said is not in a recording. */
function Light({ pulses, narrow }: { readonly pulses: number; readonly narrow: boolean }) {
  const say = useWords();
  return (
    <div
      className={`flex h-[38px] min-w-0 items-center justify-center gap-1.5 overflow-hidden rounded-full border border-fibre-edge bg-fibre ${narrow ? 'px-1' : 'col-span-2 px-2'}`}
    >
      <svg
        viewBox="0 0 22 22"
        aria-hidden="true"
        className={`flex-none ${narrow ? 'size-[18px]' : 'size-[22px]'}`}
      >
        <g transform="translate(11 11)">
          <UnknownPhotonGlyph r={7} />
        </g>
      </svg>
      <span className="min-w-0 truncate text-[12px] text-ink tabular-nums leading-tight">
        {narrow ? formatCount(pulses) : say('later.crossed.photons', { count: pulses })}
        {narrow && <span className="sr-only"> {say('later.heap.light')}</span>}
      </span>
    </div>
  );
}

function Envelope({ sent }: { readonly sent: boolean }) {
  const say = useWords();
  return (
    <svg
      viewBox="-24 -16 48 32"
      role="img"
      aria-label={say(sent ? 'later.heap.envelope' : 'later.no-envelope')}
      className="h-8 w-12 flex-none"
    >
      {sent ? (
        <EnvelopeGlyph maker="alice" width={45} height={30} />
      ) : (
        <rect
          x="-22"
          y="-14"
          width="44"
          height="28"
          rx="5"
          className="fill-none stroke-ink3"
          strokeDasharray="3.2 3.4"
          strokeWidth="1.5"
        />
      )}
    </svg>
  );
}
