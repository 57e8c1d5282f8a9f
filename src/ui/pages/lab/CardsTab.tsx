import type { ReactNode } from 'react';
import { facts, sides, stations } from '../../../content/facts/positions.ts';
import { useWords } from '../../../content/words/use-words.ts';
import { announce } from '../../live-region.tsx';
import { FactCards } from '../../panels/cards/FactCards.tsx';
import { type SidePoint, Sides } from '../../panels/cards/Sides.tsx';
import { Way } from '../../panels/cards/Way.tsx';
import { go } from '../../place.ts';
import type { LabTab } from '../../routes.ts';
import { useFrameSize } from '../../use-frame-size.ts';
import { TabHead } from './TabHead.tsx';

/** Where certification stands, who doubts and who builds, with dated sources and no verdict. */
export function CardsTab({ head, wide }: { readonly head: ReactNode; readonly wide: boolean }) {
  const say = useWords();
  const phone = useFrameSize() === 'vertical';
  const title = <h2 className="font-bold text-title">{say('question.cards')}</h2>;
  const onTab = (tab: LabTab) => go({ screen: 'lab', tab });
  return (
    <>
      <TabHead head={head} wide={wide} title={title} spoken={say('lab.tab.cards')} />
      <div className="flex min-w-0 flex-col gap-3 pb-4">
        <p className="max-w-[90ch] px-1 text-[13px] text-ink2 leading-[1.45]">
          {say('cards.intro')} {say('cards.no-verdict')}
        </p>
        <Way stations={stations} onTab={onTab} onTold={(text) => announce(text, true)} />
        <Sides
          sides={{ doubt: sides.doubt.map(withSource), build: sides.build.map(withSource) }}
          onTab={onTab}
        />
        <FactCards facts={facts} narrow={phone} />
      </div>
    </>
  );
}

function withSource({
  fact,
  ...point
}: Pick<SidePoint, 'id' | 'tab'> & { readonly fact: string }): SidePoint {
  const { publisher, edition } = facts.find(({ id }) => id === fact)!.source;
  return { ...point, publisher, edition };
}
