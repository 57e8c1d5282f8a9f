import { useWords } from '../../../content/words/use-words.ts';
import { Card } from '../../parts/Panel.tsx';
import { said } from './PairRow.tsx';
import type { Story } from './pair-story.ts';

/** Both runs' figures side by side, where only one stage has room. */
export function PairDifferences({ off, on }: { readonly off: Story; readonly on: Story }) {
  const say = useWords();
  const labels = [...new Set([...off.figures, ...on.figures].map(({ label }) => label))];
  const cell = (story: Story, label: (typeof labels)[number]) => {
    const value = story.figures.find((figure) => figure.label === label)?.value;
    if (value === undefined) return say('compare.none');
    return typeof value === 'string' ? value : said(say, value);
  };
  return (
    <Card className="px-4 py-2">
      <table className="w-full border-collapse text-left text-[13px]">
        <caption className="sr-only">{say('pair.figures')}</caption>
        <thead>
          <tr className="h-7 align-bottom">
            <td />
            <th className="pl-2 font-[650]">{say('pair.off')}</th>
            <th className="pl-2 font-[650]">{say('pair.on')}</th>
          </tr>
        </thead>
        <tbody className="tabular-nums">
          <tr className="border-line border-t font-[650] text-ink">
            <th className="py-1.5 font-medium">{say('compare.verdict')}</th>
            <td className="py-1.5 pl-2">{said(say, off.title)}</td>
            <td className="py-1.5 pl-2">{said(say, on.title)}</td>
          </tr>
          {labels.map((label) => (
            <tr key={label} className="border-line border-t text-ink2">
              <th className="py-1.5 font-medium">{say(label)}</th>
              <td className="py-1.5 pl-2">{cell(off, label)}</td>
              <td className="py-1.5 pl-2">{cell(on, label)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
