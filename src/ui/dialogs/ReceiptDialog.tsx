import { useStore } from 'zustand';
import { useWords } from '../../content/words/use-words.ts';
import type { Receipt } from '../../scenarios/receipt.ts';
import { livesStore } from '../../store/lifecycle.ts';
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

/** Of the run on screen; where lives are shown, of the life in view. */
function useReceiptOnScreen(): Receipt | null {
  const run = useStore(runStore, ({ run }) => run);
  const life = useStore(livesStore, ({ lives, chosen }) => lives[chosen]);
  const living = useStore(
    placeStore,
    ({ route }) => route.screen === 'lab' && route.tab === 'time',
  );
  return (living ? life : run)?.receipt ?? null;
}
