import { type ComponentType, lazy, Suspense, useState } from 'react';

/**
 * The code that the first view does not need. It is asked for at once, not when it is first shown,
 * so that a page that has loaded asks for nothing more.
 */
type Rest = typeof import('./rest.ts')['rest'];
let rest: Rest | null = null;
const loading: Promise<Rest> = import('./rest.ts').then((loaded) => {
  rest = loaded.rest;
  return rest;
});
// Whoever shows a part of it meets the failure; nobody else has to.
loading.catch(() => undefined);

/** A component of the rest. */
export function later<Props extends object>(
  pick: (rest: Rest) => ComponentType<Props>,
): ComponentType<Props> {
  const Waiting = lazy(async () => ({ default: pick(await loading) }));
  return function Later(props: Props) {
    // Chosen once: a component that changes its type would lose its state.
    const [Shown] = useState<ComponentType<Props>>(() => (rest ? pick(rest) : Waiting));
    return (
      <Suspense fallback={null}>
        <Shown {...props} />
      </Suspense>
    );
  };
}
