import { useStore } from 'zustand';
import { useWords } from '../../content/words/use-words.ts';
import type { Receipt } from '../../scenarios/receipt.ts';
import { boxesStore, boxReceipt } from '../../store/boxes.ts';
import { livesStore } from '../../store/lifecycle.ts';
import { relaysReceipt, relaysStore } from '../../store/relays.ts';
import { runStore } from '../../store/run.ts';
import { focusedReceipt, shelfStore } from '../../store/shelf.ts';
import { siteReceipt, siteStore } from '../../store/site.ts';
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

/** Of what the tab shows: a life, the lane in focus, a site, a chain, an attack; else of the run on screen. */
function useReceiptOnScreen(): Receipt | null {
  const run = useStore(runStore, ({ run }) => run?.receipt ?? null);
  const life = useStore(livesStore, ({ lives, chosen }) => lives[chosen]?.receipt ?? null);
  const lane = useStore(shelfStore, focusedReceipt);
  const site = useStore(siteStore, siteReceipt);
  const box = useStore(boxesStore, boxReceipt);
  const chain = useStore(relaysStore, relaysReceipt);
  const tab = useStore(placeStore, ({ route }) => (route.screen === 'lab' ? route.tab : null));
  switch (tab) {
    case 'time':
      return life;
    case 'later':
      return lane;
    case 'site':
      return site;
    case 'boxes':
      return box;
    case 'relays':
      return chain;
    default:
      return run;
  }
}
