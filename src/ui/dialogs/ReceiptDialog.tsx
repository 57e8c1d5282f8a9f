import { useStore } from 'zustand';
import { useWords } from '../../content/words/use-words.ts';
import { runStore } from '../../store/run.ts';
import { ReceiptCheck } from '../pages/receipt/ReceiptCheck.tsx';
import { ThisReceipt } from '../pages/receipt/ThisReceipt.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { closeDialog } from '../place.ts';

export function ReceiptDialog() {
  const say = useWords();
  const run = useStore(runStore, ({ run }) => run);
  return (
    <Dialog title={say('receipt.dialog')} onClose={closeDialog} wide>
      <div className="flex flex-col gap-5">
        {run && <ThisReceipt receipt={run.receipt} />}
        <hr className="border-line" />
        <ReceiptCheck />
      </div>
    </Dialog>
  );
}
