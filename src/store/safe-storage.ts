/**
 * The browser's storage, or memory where it is refused: a sandboxed frame and a strict privacy
 * setting throw at the mere word localStorage. The app works all the same and forgets at the end.
 */
export interface SafeStorage {
  /** False when what is kept will not outlive the page. */
  readonly lasting: boolean;
  get(key: string): string | null;
  set(key: string, value: string): void;
}

export function openStorage(browser: () => Storage): SafeStorage {
  const memory = new Map<string, string>();
  let storage: Storage | null = null;
  try {
    storage = browser();
    const probe = 'light-and-letters/probe';
    storage.setItem(probe, '1');
    storage.removeItem(probe);
  } catch {
    storage = null;
  }
  return {
    lasting: storage !== null,
    get: (key) => memory.get(key) ?? storage?.getItem(key) ?? null,
    set(key, value) {
      memory.set(key, value);
      try {
        storage?.setItem(key, value);
      } catch {
        // Full: the value lives on in memory until the page closes.
      }
    },
  };
}

/** For pages that must keep nothing, such as frames in other sites. */
export function memoryOnly(): SafeStorage {
  return openStorage(() => {
    throw new Error('this page keeps nothing');
  });
}
