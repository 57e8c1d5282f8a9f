import type { ReactNode } from 'react';
import { Card } from '../../parts/Panel.tsx';

/** One photon, one question: the physics that the exchange rests on. */
export function LightTab({ head }: { readonly head: ReactNode }) {
  return (
    <Card className="flex min-h-0 flex-1 flex-col">
      {head}
      <div className="min-h-0 flex-1 overflow-y-auto p-4" />
    </Card>
  );
}
