import { useWords } from '../../../content/words/use-words.ts';
import type { SiteView } from '../../../scenarios/knowledge/site-view.ts';
import { shortId } from './story.ts';

/** What crosses between the sites, in words, where the drawing shows one site only. */
export function Crossing({ view }: { readonly view: SiteView }) {
  const say = useWords();
  const { envelope, keyId, link, outcome } = view;
  const hers = outcome !== null && outcome !== 'closed';
  const rows = [
    [
      say('site.between.traffic'),
      envelope === null
        ? say('site.between.nothing')
        : say(hers ? 'site.between.read' : 'site.between.encrypted'),
    ],
    [
      say('site.between.card'),
      keyId === null
        ? say('site.between.nothing')
        : `${shortId(keyId)}: ${say('site.between.card.why')}`,
    ],
    [
      say('site.between.letters'),
      say('site.between.letters.both', { alice: link.letters.alice, bob: link.letters.bob }),
    ],
    [say('site.between.light.name'), say('site.between.light.pulses', { pulses: link.pulses })],
  ] as const;
  return (
    <dl className="m-0 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 border-line border-t pt-2.5 text-[13px]">
      {rows.map(([name, what]) => (
        <div key={name} className="contents">
          <dt className="font-[650] text-ink">{name}</dt>
          <dd className="m-0 text-ink2">{what}</dd>
        </div>
      ))}
    </dl>
  );
}
