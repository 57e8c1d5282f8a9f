import { formatMessage, type Message, readMessage, type WordValues } from './message.ts';

export type { WordValues } from './message.ts';

/** The text of a key, with its holes filled. */
export type Say<Key extends string> = (key: Key, values?: WordValues) => string;

/** Speaks one catalogue in one language. Each message is read once, when it is first said. */
export function speaker<Key extends string>(
  words: Readonly<Record<Key, string>>,
  locale: string,
): Say<Key> {
  const known = new Map<Key, Message>();
  return (key, values = {}) => {
    let message = known.get(key);
    if (!message) {
      message = readMessage(words[key], locale);
      known.set(key, message);
    }
    return formatMessage(message, values, locale);
  };
}
