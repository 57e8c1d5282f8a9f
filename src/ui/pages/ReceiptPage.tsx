import { useStore } from 'zustand';
import { useWords } from '../../content/words/use-words.ts';
import { runStore } from '../../store/run.ts';
import { Card } from '../parts/Panel.tsx';
import { ReceiptCheck } from './receipt/ReceiptCheck.tsx';
import { ThisReceipt } from './receipt/ThisReceipt.tsx';

/** Check or take a receipt, as a page of its own. */
export function ReceiptPage() {
  const say = useWords();
  const run = useStore(runStore, ({ run }) => run);
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-4 p-4">
      <h1 className="font-bold text-title">{say('receipt.title')}</h1>
      <Card className="p-4">
        <ReceiptCheck />
      </Card>
      {run && (
        <Card className="p-4">
          <ThisReceipt receipt={run.receipt} />
        </Card>
      )}
    </div>
  );
}
