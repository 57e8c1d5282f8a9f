import type { ReactNode } from 'react';
import { useWords } from '../../../content/words/use-words.ts';
import { TabHead } from './TabHead.tsx';

export function ReadOutTab({ head, wide }: { readonly head: ReactNode; readonly wide: boolean }) {
  const say = useWords();
  const title = <h2 className="m-0 font-semibold text-lg">{say('question.read-out')}</h2>;
  return <TabHead head={head} wide={wide} title={title} spoken={say('lab.tab.read-out')} />;
}
