/** How a chain ended, in a title and a sentence or two. */
import type { SayWords } from '../../../content/words/use-words.ts';
import type { RelayView } from '../../../scenarios/knowledge/relay-view.ts';

export interface RelayStory {
  readonly title: string;
  readonly more: string;
}

export function storyOf(say: SayWords, view: RelayView): RelayStory {
  const { ending, observer } = view;
  const relays = view.boxes.length - 2;
  const number = view.boxes.find(({ read }) => read)?.number ?? 0;
  const name = nameOf(view);
  const told = (key: typeof name): RelayStory => ({
    title: say(`relays.title.${key}`, { boxes: view.boxes.length }),
    more: say(`relays.title.${key}.more`, { relays, number }),
  });
  const story = told(name);
  const end = observer === 'alice' || observer === 'bob';
  if (ending !== 'key' || relays === 0 || !end) return story;
  return { ...story, more: `${story.more} ${say('relays.cannot-tell', { who: observer })}` };
}

function nameOf(view: RelayView) {
  switch (view.ending) {
    case 'key':
      return view.boxes.length === 2 ? 'direct' : 'key';
    case 'fooled':
      return view.readOut ? 'read' : 'fooled';
    case 'stopped-seal':
      return 'seal';
    case 'stopped-alarm':
      return 'alarm';
    case 'stopped-short':
      return view.hops.every(({ keyBits }) => keyBits > 0) ? 'seals' : reasonOf(view);
    default:
      return view.hops.every(({ keyBits }) => keyBits > 0) ? 'errors' : reasonOf(view);
  }
}

/** Only who knows that nobody disturbed the light can say that the way was too long. */
function reasonOf({ attacked }: RelayView) {
  return attacked === false ? 'too-far' : 'no-hop';
}

/** The first bytes as hexadecimal digits, in pairs. */
export function hexOf(bytes: Uint8Array, shown: number): string {
  const pairs = Array.from(bytes.slice(0, shown), (byte) => byte.toString(16).padStart(2, '0'));
  return `${pairs.join(' ')}${bytes.length > shown ? ' …' : ''}`;
}

/** 12.5 → "12.5", 50 → "50" */
export function shortOf(value: number): string {
  return String(Number(value.toFixed(1)));
}

export function nameOfBox(say: SayWords, name: string): string {
  const relay = /^relay-(\d+)$/.exec(name);
  if (relay) return say('relays.relay', { number: Number(relay[1]) });
  return say(name === 'alice' ? 'relays.alice' : 'relays.bob');
}
