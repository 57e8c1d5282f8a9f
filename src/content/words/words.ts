import { IntlMessageFormat } from 'intl-messageformat';

/** What fills the holes of a message. */
export type WordValues = Readonly<Record<string, string | number | boolean>>;

/** The text of a key, with its holes filled. */
export type Say<Key extends string> = (key: Key, values?: WordValues) => string;

/**
 * Speaks one catalogue, in ICU MessageFormat (`{n, number}`, `{n, plural, one {# bit} other {# bits}}`),
 * in one language. Each message is parsed once, when it is first said.
 */
export function speaker<Key extends string>(
  words: Readonly<Record<Key, string>>,
  locale: string,
): Say<Key> {
  const parsed = new Map<string, IntlMessageFormat>();
  return (key, values) => {
    let message = parsed.get(key);
    if (!message) {
      // Tags are not used, and "<" may stand in a sentence.
      message = new IntlMessageFormat(words[key], locale, undefined, { ignoreTag: true });
      parsed.set(key, message);
    }
    return String(message.format(values));
  };
}
