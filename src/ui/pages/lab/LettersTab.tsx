import type { ReactNode } from 'react';
import { useTimeline, useView } from '../../../store/view.ts';
import { Card } from '../../parts/Panel.tsx';

/** Every letter of the run so far, with its seal. */
export function LettersTab({ head }: { readonly head: ReactNode }) {
  const view = useView();
  const timeline = useTimeline();
  return (
    <Card className="flex min-h-0 flex-1 flex-col">
      {head}
      {view && timeline && <div className="min-h-0 flex-1 overflow-y-auto p-4" />}
    </Card>
  );
}
