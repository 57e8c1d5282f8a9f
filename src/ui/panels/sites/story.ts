/** What a delivery comes to, in words, as its observer can tell. */
import type { SayWords } from '../../../content/words/use-words.ts';
import type { MessageView, SiteView } from '../../../scenarios/knowledge/site-view.ts';

export interface Story {
  readonly title: string;
  readonly more: string;
}

export function storyOf(say: SayWords, view: SiteView): Story {
  const kind = kindOf(view);
  const exposed = view.hops.find((hop) => hop?.state === 'exposed');
  const values = {
    who: view.observer,
    insiders: view.insiders ?? -1,
    hop: view.protection,
    bytes: exposed?.recorded ?? -1,
    steps: exposed?.steps ?? -1,
    people: view.corrupt?.length ?? 0,
  };
  return {
    title: say(`site.story.${kind}`, values),
    more: say(`site.story.${kind}.more`, values),
  };
}

export type StoryKind =
  | 'no-key'
  | 'store-empty'
  | 'differs'
  | 'arrived'
  | 'bare'
  | 'q-day'
  | 'both-fall'
  | 'insider'
  | 'link'
  | 'same-box'
  | 'inside'
  | 'dh-holds'
  | 'hybrid-holds';

/** Which of them. An end cannot tell what Eve reads. */
function kindOf(view: SiteView): StoryKind {
  const { outcome, observer, envelope, wall, protection } = view;
  if (envelope === null) return view.link.key ? 'store-empty' : 'no-key';
  switch (outcome) {
    case null:
      return observer === 'bob' && view.text === null ? 'differs' : 'arrived';
    case 'hop':
      return protection === 'none' ? 'bare' : protection === 'tls-dh' ? 'q-day' : 'both-fall';
    case 'insider':
    case 'link':
      return outcome;
    case 'closed':
      if (wall === 'same-box') return 'same-box';
      if (view.exposedHops === 0) return 'inside';
      return protection === 'tls-dh' ? 'dh-holds' : 'hybrid-holds';
    default:
      return outcome satisfies never;
  }
}

/** The first and the last digits of a key number. */
export function shortId(id: string): string {
  return id.length > 12 ? `${id.slice(0, 4)}…${id.slice(-4)}` : id;
}

/** What is asked, in one line: the last part of the path, with the other application's name. */
export function requestLine(say: SayWords, message: MessageView): string {
  if (message.known === 'existence') return say('site.message.closed');
  if (message.method === 'CARD') return say('site.message.card');
  return `${message.method} ${message.path.replace(/^\/api\/v1\/keys\//, '…/')}`;
}

/** What came of it, in one line. */
export function answerLine(
  say: SayWords,
  message: MessageView,
  all: readonly MessageView[],
): string {
  const { method, status, known } = message;
  if (known === 'existence') return say('site.message.closed.more');
  const response = objectOf(message.response);
  const body = objectOf(message.body);
  if (method === 'CARD') {
    const [id] = idsIn(body['key_IDs']);
    return id === undefined ? '' : shortId(id);
  }
  if (status !== null && status >= 400) return String(response['message'] ?? '');
  if (message.path.endsWith('/status')) {
    return say('site.message.status', { count: Number(response['stored_key_count']) });
  }
  if (message.path.endsWith('/enc_keys')) {
    return say('site.message.enc', {
      number: Number(body['number']),
      size: Number(body['size']),
    });
  }
  const made = all.find(
    (other) => other.status === 200 && other.from === 'sae-a' && other.path.endsWith('/enc_keys'),
  );
  // Who sees one side only cannot compare.
  if (made?.known !== 'full') {
    return say('site.message.dec', { count: idsIn(response['keys']).length });
  }
  const same = JSON.stringify(made.response) === JSON.stringify(message.response);
  return say(same ? 'site.message.same' : 'site.message.differs');
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function idsIn(entries: unknown): string[] {
  return Array.isArray(entries)
    ? entries.map((entry: unknown) => String(objectOf(entry)['key_ID']))
    : [];
}

/** The message to look at first: one that was refused, or else the one that brings the key. */
export function firstOpen(messages: readonly MessageView[]): number | null {
  const refused = messages.find(({ status }) => status !== null && status >= 400);
  const key = messages.find(
    ({ path, known }) => known === 'full' && /\/(enc|dec)_keys$/.test(path),
  );
  return (refused ?? key ?? messages[0])?.number ?? null;
}
