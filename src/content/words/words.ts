import { IntlMessageFormat } from 'intl-messageformat';

/** What fills the holes of a message. */
export type WordValues = Readonly<Record<string, string | number | boolean>>;

/** Messages by key, in ICU MessageFormat: `{n, number}`, `{n, plural, one {# bit} other {# bits}}`. */
export type Catalogue = Readonly<Record<string, string>>;

/** The text of a key, with its holes filled. */
export type Say<Key extends string> = (key: Key, values?: WordValues) => string;

/** Speaks one catalogue in one language. Each message is parsed once, when it is first said. */
export function speaker<Words extends Catalogue>(
  words: Words,
  locale: string,
): Say<Extract<keyof Words, string>> {
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
