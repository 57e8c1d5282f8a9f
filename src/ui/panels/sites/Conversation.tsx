import { useEffect, useId, useState } from 'react';
import { useWords } from '../../../content/words/use-words.ts';
import type { MessageView, SiteView } from '../../../scenarios/knowledge/site-view.ts';
import { Button } from '../../parts/Button.tsx';
import { classes } from '../../parts/classes.ts';
import { ChevronDownIcon } from '../../parts/icons.tsx';
import { answerLine, firstOpen, requestLine } from './story.ts';

/** The conversation with the key stores, as letters that open. */
export function Conversation({
  view,
  onCopy,
}: {
  readonly view: SiteView;
  /** Whether it worked. */
  readonly onCopy: (text: string) => Promise<boolean>;
}) {
  const say = useWords();
  const { messages, said } = view;
  // The viewer's own choice holds until the conversation is another one.
  const about = messages.map(({ path, status, known }) => `${path} ${status} ${known}`).join();
  const [chosen, setChosen] = useState<{ about: string; open: number | null } | null>(null);
  const open = chosen?.about === about ? chosen.open : firstOpen(messages);
  return (
    <div>
      <h3 className="font-semibold text-[12px] text-ink3">{say('site.messages')}</h3>
      <p className="mb-1.5 text-[12px] text-ink2">{say('site.messages.shape')}</p>
      <ol className="m-0 list-none p-0">
        {messages.map((message) => (
          <Letter
            key={message.number}
            message={message}
            all={messages}
            open={open === message.number}
            onToggle={() =>
              setChosen({ about, open: open === message.number ? null : message.number })
            }
            onCopy={onCopy}
          />
        ))}
      </ol>
      {messages.length < said && (
        <p className="border-line border-t pt-2 text-[12px] text-ink2 leading-[1.4]">
          {say('site.messages.unseen', { who: view.observer, count: said - messages.length })}
        </p>
      )}
    </div>
  );
}

function Letter({
  message,
  all,
  open,
  onToggle,
  onCopy,
}: {
  readonly message: MessageView;
  readonly all: readonly MessageView[];
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly onCopy: (text: string) => Promise<boolean>;
}) {
  const say = useWords();
  const id = useId();
  const { number, from, to, status, known } = message;
  const refused = status !== null && status >= 400;
  const readable = known === 'full';
  return (
    <li className="border-line border-t">
      <button
        type="button"
        aria-expanded={readable ? open : undefined}
        aria-controls={readable ? id : undefined}
        aria-disabled={!readable}
        onClick={readable ? onToggle : undefined}
        className="flex w-full items-center gap-2.5 py-[7px] text-left focus-visible:-outline-offset-2 aria-disabled:cursor-default"
      >
        <span className="inline-flex size-5 flex-none items-center justify-center rounded-full border-[1.5px] border-line2 font-bold text-[11px] tabular-nums">
          {number}
        </span>
        <span className="min-w-0 flex-1">
          <span className="block break-words font-mono font-semibold text-[12px] text-ink leading-[1.35]">
            {requestLine(say, message)}
          </span>
          <span className="block break-words text-[12px] text-ink2 leading-[1.35]">
            {say('site.message.who', { from: say(`site.who.${nameOf(from)}`) })}
            {': '}
            {answerLine(say, message, all)}
          </span>
        </span>
        <span
          className={classes(
            'flex-none rounded-full border px-2 py-px font-medium text-[12px] tabular-nums',
            refused ? 'border-btn bg-btn text-btnink' : 'border-line2 text-ink2',
          )}
        >
          {!readable
            ? say('site.status.closed')
            : status === null
              ? say('site.status.open')
              : status}
        </span>
        {readable && (
          <span
            className={classes(
              'size-3.5 flex-none text-ink2 transition-transform duration-150 motion-reduce:transition-none',
              open && 'rotate-180',
            )}
          >
            <ChevronDownIcon />
          </span>
        )}
      </button>
      {readable && (
        <div id={id} hidden={!open} className="mb-2 pl-[30px]">
          <p className="mb-1 text-[12px] text-ink2 leading-[1.4]">
            {say('site.message.to', {
              from: say(`site.who.${nameOf(from)}`),
              to: say(`site.who.${nameOf(to)}`),
            })}{' '}
            {refused &&
              (status === 400 || status === 401 || status === 503) &&
              say(`site.refused.${status}`)}
          </p>
          {open && <Json message={message} onCopy={onCopy} />}
        </div>
      )}
    </li>
  );
}

const NAMES = ['sae-a', 'sae-b', 'sae-c', 'sae-d', 'kme-a', 'kme-b'] as const;

function nameOf(id: string): (typeof NAMES)[number] {
  return NAMES.find((name) => name === id) ?? 'sae-a';
}

/** Request and answer as they are, to be read and copied. */
function Json({
  message,
  onCopy,
}: {
  readonly message: MessageView;
  readonly onCopy: (text: string) => Promise<boolean>;
}) {
  const say = useWords();
  const [copied, setCopied] = useState<boolean | null>(null);
  useEffect(() => {
    if (copied === null) return;
    const timer = setTimeout(() => setCopied(null), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  const { method, path, body, response } = message;
  const request = [
    method === 'CARD' ? null : `${method} ${path}`,
    body === null ? null : JSON.stringify(body, null, 2),
  ].filter((part) => part !== null);
  const answer = response === null ? [] : [JSON.stringify(response, null, 2)];
  const text = [...request, ...answer].join('\n');
  return (
    <div className="rounded-[8px] border border-line bg-surface2 px-2.5 py-2">
      <pre className="whitespace-pre-wrap font-mono text-[11.5px] text-ink2 leading-[1.45] [overflow-wrap:anywhere]">
        {request.join('\n')}
        {answer.length > 0 && (
          <span className="mt-1.5 block border-line border-t border-dashed pt-1.5">{answer}</span>
        )}
      </pre>
      <Button
        size="small"
        look="quiet"
        className="mt-1 -ml-2"
        onClick={async () => setCopied(await onCopy(text))}
      >
        {say(copied === null ? 'site.copy' : copied ? 'site.copied' : 'site.not-copied')}
      </Button>
    </div>
  );
}
