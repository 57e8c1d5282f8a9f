import type { ReactNode } from 'react';
import { glossary } from '../../content/glossary.ts';
import { licences, sources } from '../../content/sources.ts';
import { useWords } from '../../content/words/use-words.ts';
import { Card } from '../parts/Panel.tsx';

const SIMULATED = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
const SIMPLIFIED = [1, 2, 3, 4, 5] as const;

/** What is simulated, what is simplified, and where it comes from. */
export function AboutPage() {
  const say = useWords();
  return (
    <div className="mx-auto flex w-full max-w-4xl flex-col gap-4 p-4 pb-10">
      <div>
        <h1 className="font-bold text-title">{say('about.title')}</h1>
        <p className="mt-2 max-w-2xl text-ink2">{say('about.intro')}</p>
        <p className="mt-1 max-w-2xl font-semibold">{say('about.warning')}</p>
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <Part title={say('about.simulated')}>
          <Lines lines={SIMULATED.map((n) => say(`about.simulated.${n}`))} />
        </Part>
        <Part title={say('about.simplified')}>
          <Lines lines={SIMPLIFIED.map((n) => say(`about.simplified.${n}`))} />
        </Part>
      </div>
      <Part title={say('about.chance')}>
        <p className="text-ink2">{say('about.chance-more')}</p>
      </Part>
      <Part title={say('about.glossary')}>
        <dl className="grid gap-x-8 gap-y-2.5 sm:grid-cols-2">
          {glossary.map(({ word, field, meaning }) => (
            <div key={word}>
              <dt className="font-semibold">
                {word}
                {field !== null && <span className="ml-2 font-normal text-ink3">{field}</span>}
              </dt>
              <dd className="text-ink2">{meaning}</dd>
            </div>
          ))}
        </dl>
      </Part>
      <Part title={say('about.sources')}>
        <ul className="flex flex-col gap-2">
          {sources.map(({ authors, title, where, url }) => (
            <li key={url} className="text-ink2">
              {authors}.{' '}
              <a href={url} className="text-ink underline underline-offset-2" rel="noreferrer">
                {title}
              </a>
              . {where}.
            </li>
          ))}
        </ul>
      </Part>
      <Part title={say('about.licences')}>
        <p className="text-ink2">
          {say('about.licence.own')} {say('about.licence.parts')}
        </p>
        <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-ink2">
          {licences.map(({ name, licence }) => (
            <li key={name}>
              {name} <span className="text-ink3">{licence}</span>
            </li>
          ))}
        </ul>
        <p className="mt-3 text-ink3">{say('about.version', { version: __ENGINE_VERSION__ })}</p>
      </Part>
    </div>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Card className="p-4">
      <h2 className="mb-2 font-[650] text-[15px]">{title}</h2>
      {children}
    </Card>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul className="flex list-disc flex-col gap-1.5 pl-4 text-ink2">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
