import { type ReactNode, useMemo } from 'react';
import { useStore } from 'zustand';
import { openForge } from '../../../store/bench.ts';
import { runStore } from '../../../store/run.ts';
import { useView } from '../../../store/view.ts';
import { jump } from '../../connected.tsx';
import { ForgeryPanel } from '../../panels/forgery/ForgeryPanel.tsx';
import { LettersList } from '../../panels/letters-list/LettersList.tsx';
import { Card } from '../../parts/Panel.tsx';

/** Every letter of the run so far, with its seal; and a bench where seals are forged. */
export function LettersTab({ head }: { readonly head: ReactNode }) {
  const view = useView();
  const run = useStore(runStore, ({ run }) => run);
  const forge = useMemo(() => (run ? openForge(run.config) : null), [run]);
  if (!view || !run || !forge) return <Card>{head}</Card>;
  const { authentication, seed } = run.config;
  const { seals } = run.receipt;
  const sealed = authentication.method !== 'none';
  return (
    <>
      <Card className="min-w-0">
        {head}
        <div className="max-h-[calc(100dvh-372px)] min-h-60 overflow-y-auto px-4 pt-3 pb-2">
          <LettersList view={view} onSeek={jump} bare />
        </div>
      </Card>
      <ForgeryPanel
        key={`${seed} ${authentication.method} ${authentication.tagBits}`}
        run={forge}
        tagBits={sealed ? authentication.tagBits : null}
        oddsLog2={seals.forgeryOdds}
        oddsAre={seals.kind === 'bound' ? 'bound' : 'best-known'}
      />
    </>
  );
}
