import { useWords } from '../../content/words/use-words.ts';
import { openWithoutBadFields } from '../address.ts';
import { Button } from '../parts/Button.tsx';
import { Notice } from '../parts/Notice.tsx';
import type { BadLink } from '../place.ts';

/** A link with an impossible configuration: which field, what is allowed, and the way on. */
export function BadLinkPage({ badLink }: { readonly badLink: BadLink }) {
  const say = useWords();
  return (
    <div className="mx-auto w-full max-w-2xl p-4 pt-10">
      <h1 className="mb-4 font-bold text-title">{say('bad-link.title')}</h1>
      <Notice
        urgent
        title={say('bad-link.more')}
        actions={
          <Button look="primary" onClick={() => openWithoutBadFields(badLink)}>
            {say('bad-link.open', { n: badLink.problems.length })}
          </Button>
        }
      >
        <ul className="mt-1 flex flex-col gap-1">
          {badLink.problems.map(({ path, message }) => (
            <li key={`${path} ${message}`} className="break-words">
              <code className="font-mono text-ink">{path}</code> {message}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
