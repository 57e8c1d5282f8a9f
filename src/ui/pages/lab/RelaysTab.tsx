import type { ReactNode } from 'react';
import { useWords } from '../../../content/words/use-words.ts';
import { TabHead } from './TabHead.tsx';

export function RelaysTab({ head, wide }: { readonly head: ReactNode; readonly wide: boolean }) {
  const say = useWords();
  const title = <h2 className="font-bold text-title">{say('question.relays')}</h2>;
  return <TabHead head={head} wide={wide} title={title} spoken={say('lab.tab.relays')} />;
}
