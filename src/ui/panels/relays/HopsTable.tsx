import { useWords } from '../../../content/words/use-words.ts';
import type { RelayHopView } from '../../../scenarios/knowledge/relay-view.ts';
import { formatCount, formatPercent, formatShare } from '../../format.ts';
import { Ending, Way } from './Chain.tsx';
import { nameOfBox } from './story.ts';

/** Every hop with its figures; what scrolls can be reached by keys. */
export function HopsTable({ hops }: { readonly hops: readonly RelayHopView[] }) {
  const say = useWords();
  const cell = 'whitespace-nowrap px-2 py-1 text-right';
  const heads = ['way', 'clicks', 'errors', 'ends', 'bits'] as const;
  return (
    <section
      aria-label={say('relays.hops')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
      tabIndex={0}
      className="relative max-h-[190px] overflow-auto"
    >
      <table className="w-full border-collapse text-[12px] tabular-nums">
        <thead className="text-ink2">
          <tr>
            <th scope="col" className="py-1 text-left font-medium">
              {say('relays.hops.hop')}
            </th>
            {heads.map((head) => (
              <th key={head} scope="col" className={`${cell} font-medium`}>
                {say(`relays.hops.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {hops.map((hop) => (
            <tr key={hop.from} className="border-line border-t">
              <th scope="row" className="whitespace-nowrap py-1 text-left font-medium">
                {say('relays.hop', { from: nameOfBox(say, hop.from), to: nameOfBox(say, hop.to) })}
              </th>
              <td className={cell}>
                <Way hop={hop} />
              </td>
              <td className={cell}>{formatShare(hop.detected, hop.sent, 2)}</td>
              <td className={cell}>
                {hop.qber === null ? say('relays.none') : formatPercent(hop.qber)}
              </td>
              <td className={cell}>
                <Ending hop={hop} />
              </td>
              <td className={cell}>{formatCount(hop.keyBits)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
