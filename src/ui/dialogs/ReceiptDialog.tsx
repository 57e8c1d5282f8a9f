import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useWords } from '../../content/words/use-words.ts';
import { configFromDifferences } from '../../scenarios/config-parse.ts';
import type { Receipt } from '../../scenarios/receipt.ts';
import { livesStore } from '../../store/lifecycle.ts';
import { receiptOf } from '../../store/once.ts';
import { runStore } from '../../store/run.ts';
import { ReceiptCheck } from '../pages/receipt/ReceiptCheck.tsx';
import { ThisReceipt } from '../pages/receipt/ThisReceipt.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { closeDialog, placeStore } from '../place.ts';

export function ReceiptDialog() {
  const say = useWords();
  const receipt = useReceiptOnScreen();
  return (
    <Dialog title={say('receipt.dialog')} onClose={closeDialog} wide>
      <div className="flex flex-col gap-5">
        {receipt && <ThisReceipt receipt={receipt} />}
        <hr className="border-line" />
        <ReceiptCheck />
      </div>
    </Dialog>
  );
}

/**
 * Of the run on screen; where lives are shown, of the life in view. A recording or a site is executed
 * once more for it: null until that is done.
 */
function useReceiptOnScreen(): Receipt | null {
  const run = useStore(runStore, ({ run }) => run);
  const life = useStore(livesStore, ({ lives, chosen }) => lives[chosen]);
  const { route, beside } = useStore(placeStore);
  const tab = route.screen === 'lab' ? route.tab : null;
  const executed = tab === 'later' || tab === 'site';
  const [again, setAgain] = useState<Receipt | null>(null);
  useEffect(() => {
    const parsed = executed && beside ? configFromDifferences(beside) : null;
    if (!parsed?.ok) return;
    let wanted = true;
    void receiptOf(parsed.config).then(
      (receipt) => wanted && setAgain(receipt),
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [executed, beside]);
  if (executed) return again;
  return (tab === 'time' ? life : run)?.receipt ?? null;
}
