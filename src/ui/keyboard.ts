/** The keyboard map. Which key means what is a pure question; what it does is asked of the stores. */

export type KeyAction =
  | { readonly do: 'toggle-playing' }
  | { readonly do: 'step-by'; readonly events: number }
  | { readonly do: 'step-bar'; readonly by: 1 | -1 }
  | { readonly do: 'to-start' }
  | { readonly do: 'to-end' }
  | { readonly do: 'speed'; readonly speed: '1' | '10' | '1k' | '1M' }
  | { readonly do: 'see-as'; readonly by: 1 | -1 }
  | { readonly do: 'seals' }
  | { readonly do: 'to-ledger' }
  | { readonly do: 'to-chart' }
  | { readonly do: 'present' }
  | { readonly do: 'fullscreen' }
  | { readonly do: 'theme' }
  | { readonly do: 'restart' }
  | { readonly do: 'help' }
  | { readonly do: 'reveal' }
  | { readonly do: 'leave' };

/** What a key was pressed on, as far as the map cares. */
export interface KeyTarget {
  /** Text is typed here. */
  readonly types: boolean;
  /** Arrow keys, Home and End are this element's own. */
  readonly usesArrows: boolean;
  /** Space and Enter press this element. */
  readonly presses: boolean;
}

export interface Pressed {
  readonly key: string;
  readonly shift: boolean;
  /** Control, Alt or Meta: the browser's and the system's shortcuts. */
  readonly modified: boolean;
}

const SINGLE: Readonly<Record<string, KeyAction>> = {
  ',': { do: 'step-bar', by: -1 },
  '.': { do: 'step-bar', by: 1 },
  '1': { do: 'speed', speed: '1' },
  '2': { do: 'speed', speed: '10' },
  '3': { do: 'speed', speed: '1k' },
  '4': { do: 'speed', speed: '1M' },
  v: { do: 'see-as', by: 1 },
  V: { do: 'see-as', by: -1 },
  s: { do: 'seals' },
  l: { do: 'to-ledger' },
  c: { do: 'to-chart' },
  p: { do: 'present' },
  f: { do: 'fullscreen' },
  t: { do: 'theme' },
  r: { do: 'restart' },
  '?': { do: 'help' },
};

export function actionOf(
  { key, shift, modified }: Pressed,
  target: KeyTarget,
  singleKeys: boolean,
): KeyAction | null {
  if (modified) return null;
  if (key === 'Escape') return { do: 'leave' };
  if (target.types) return null;
  switch (key) {
    case ' ':
      return target.presses ? null : { do: 'toggle-playing' };
    case 'Enter':
      return target.presses ? null : { do: 'reveal' };
    case 'ArrowLeft':
      return target.usesArrows ? null : { do: 'step-by', events: shift ? -100 : -1 };
    case 'ArrowRight':
      return target.usesArrows ? null : { do: 'step-by', events: shift ? 100 : 1 };
    case 'Home':
      return target.usesArrows ? null : { do: 'to-start' };
    case 'End':
      return target.usesArrows ? null : { do: 'to-end' };
    default:
      return singleKeys && Object.hasOwn(SINGLE, key) ? (SINGLE[key] ?? null) : null;
  }
}

const ARROWS =
  'input, select, textarea, table, [role=tab], [role=slider], [role=grid], [role=listbox], [data-arrow-keys]';
// Space does nothing to a radio button that is chosen already.
const PRESSED =
  'button, a[href], input:not([type=radio]:checked), select, summary, [role=button], [role=switch], [role=tab]';
const TYPED =
  'textarea, select, [contenteditable=true], input:not([type=radio], [type=checkbox], [type=range], [type=button])';

export function describeTarget(target: EventTarget | null): KeyTarget {
  const element = target instanceof Element ? target : null;
  return {
    types: element?.closest(TYPED) != null,
    usesArrows: element?.closest(ARROWS) != null,
    presses: element?.closest(PRESSED) != null,
  };
}
