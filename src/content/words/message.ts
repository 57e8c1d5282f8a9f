/**
 * ICU MessageFormat, as much of it as the catalogue uses:
 *
 *   {name}                             a text, or a number as it is
 *   {n, number}  {share, number, ::percent .0}   .0 fixed digits, .## at most so many
 *   {n, plural, =0 {none} one {# bit} other {# bits}}
 *   {who, select, alice {Alice} other {someone}}
 *
 * words.test.ts holds every message against a full implementation. That one weighs 10 kB in the
 * page, a twentieth of all its script, and refuses "stopped-seal" as the name of a case.
 */
export type WordValues = Readonly<Record<string, string | number | boolean>>;

type Part =
  | { readonly kind: 'text'; readonly text: string }
  /** "#": the number of the plural around it. */
  | { readonly kind: 'count' }
  | { readonly kind: 'value'; readonly name: string }
  | { readonly kind: 'number'; readonly name: string; readonly format: Intl.NumberFormat }
  | {
      readonly kind: 'plural' | 'select';
      readonly name: string;
      readonly cases: ReadonlyMap<string, Message>;
    };

export type Message = readonly Part[];

const HOLE = /^\{\s*(\w+)\s*(?:,\s*(number|plural|select)\s*)?/;
const NUMBER_STYLE = /^(?:,\s*(?:::)?([^{}]*?))?\s*\}/;
const CASE = /^\s*(=?[\w-]+)\s*\{/;

/** Reads a message; throws on what it does not know, which a test finds before a reader does. */
export function readMessage(text: string, locale: string): Message {
  let at = 0;
  const rest = () => text.slice(at);
  const surprise = (expected: string) =>
    new SyntaxError(`expected ${expected} before "${rest()}" of "${text}"`);
  const take = (pattern: RegExp): RegExpExecArray => {
    const found = pattern.exec(rest());
    if (!found) throw surprise(String(pattern));
    at += found[0].length;
    return found;
  };

  /** Up to the brace that closes it, or the end. */
  function parts(inPlural: boolean): Message {
    const found: Part[] = [];
    while (at < text.length && text[at] !== '}') {
      if (text[at] === '{') found.push(hole(inPlural));
      else if (text[at] === '#' && inPlural) {
        at += 1;
        found.push({ kind: 'count' });
      } else found.push({ kind: 'text', text: take(inPlural ? /^[^{}#]+/ : /^[^{}]+/)[0] });
    }
    return found;
  }

  function hole(inPlural: boolean): Part {
    const [, name = '', type] = take(HOLE);
    if (type === undefined) {
      take(/^\}/);
      return { kind: 'value', name };
    }
    if (type === 'number') {
      const [, style = ''] = take(NUMBER_STYLE);
      return { kind: 'number', name, format: numberFormat(style, locale) };
    }
    take(/^,/);
    const kind = type === 'plural' ? 'plural' : 'select';
    const cases = new Map<string, Message>();
    while (!/^\s*\}/.test(rest())) {
      const [, key = ''] = take(CASE);
      cases.set(key, parts(inPlural || kind === 'plural'));
      take(/^\}/);
    }
    take(/^\s*\}/);
    if (!cases.has('other')) throw surprise('a case "other"');
    return { kind, name, cases };
  }

  const message = parts(false);
  if (at < text.length) throw surprise('the end');
  return message;
}

export function formatMessage(message: Message, values: WordValues, locale: string): string {
  const { plural, plain } = grammarOf(locale);
  const say = (parts: Message, count: number): string =>
    parts.map((part) => sayPart(part, count)).join('');
  const sayPart = (part: Part, count: number): string => {
    switch (part.kind) {
      case 'text':
        return part.text;
      case 'count':
        return plain.format(count);
      case 'value':
        return String(given(part.name));
      case 'number':
        return part.format.format(Number(given(part.name)));
      case 'select': {
        const chosen = part.cases.get(String(given(part.name))) ?? part.cases.get('other');
        return say(chosen ?? [], count);
      }
      case 'plural': {
        const n = Number(given(part.name));
        const chosen =
          part.cases.get(`=${n}`) ?? part.cases.get(plural.select(n)) ?? part.cases.get('other');
        return say(chosen ?? [], n);
      }
      default:
        return part satisfies never;
    }
  };
  const given = (name: string) => {
    const value = values[name];
    if (value === undefined) throw new TypeError(`a message expected "${name}", got nothing`);
    return value;
  };
  return say(message, 0);
}

/** Made once a language: each costs more than a hundred messages said. */
const grammars = new Map<string, { plural: Intl.PluralRules; plain: Intl.NumberFormat }>();

function grammarOf(locale: string) {
  let grammar = grammars.get(locale);
  if (!grammar) {
    grammar = { plural: new Intl.PluralRules(locale), plain: new Intl.NumberFormat(locale) };
    grammars.set(locale, grammar);
  }
  return grammar;
}

/** "", "percent", "percent .0", ".##": a style and the digits after the point. */
function numberFormat(style: string, locale: string): Intl.NumberFormat {
  const options: Intl.NumberFormatOptions = {};
  for (const word of style.split(/\s+/).filter(Boolean)) {
    const digits = /^\.(0*)(#*)$/.exec(word);
    if (word === 'percent') options.style = 'percent';
    else if (digits) {
      const [, fixed = '', more = ''] = digits;
      options.minimumFractionDigits = fixed.length;
      options.maximumFractionDigits = fixed.length + more.length;
    } else throw new SyntaxError(`a number style has no "${word}"`);
  }
  return new Intl.NumberFormat(locale, options);
}
