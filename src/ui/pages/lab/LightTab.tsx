import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { useWords } from '../../../content/words/use-words.ts';
import { fire, oddsOf } from '../../../store/bench.ts';
import { runStore } from '../../../store/run.ts';
import { LightPanel } from '../../panels/light/LightPanel.tsx';
import { Card } from '../../parts/Panel.tsx';

/** One photon, one question: the physics that the exchange rests on. */
export function LightTab({ head, wide }: { readonly head: ReactNode; readonly wide: boolean }) {
  const say = useWords();
  const seed = useStore(runStore, ({ config }) => config.seed);
  const title = (
    <div>
      <p className="font-semibold text-[12px] text-ink3">{say('light-tab.eyebrow')}</p>
      <h2 className="font-bold text-title">{say('light-tab.title')}</h2>
    </div>
  );
  return (
    <>
      {wide ? (
        <div className="grid grid-cols-[300px_minmax(0,1fr)] items-center gap-x-4">
          {title}
          <Card className="[&>*]:border-b-0">{head}</Card>
        </div>
      ) : (
        <Card>
          {head}
          <div className="px-4 py-2">{title}</div>
        </Card>
      )}
      <Card className="mb-3 min-h-0 p-5 max-[599px]:p-4">
        {/* Another seed is another source of photons: what was counted belongs to the old one. */}
        <LightPanel key={String(seed)} fire={fire} oddsOf={oddsOf} />
      </Card>
    </>
  );
}
