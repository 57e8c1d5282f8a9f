import { useState } from 'react';
import { useStore } from 'zustand';
import { useWords } from '../../../content/words/use-words.ts';
import { compare, pin, pinnedStore, unpin } from '../../../store/pinned.ts';
import { runStore } from '../../../store/run.ts';
import { currentAddress } from '../../address.ts';
import { copyText } from '../../clipboard.ts';
import { announce } from '../../live-region.tsx';
import { Button } from '../../parts/Button.tsx';
import { openDialog } from '../../place.ts';

const SAID_FOR_MS = 2_000;

/** Keep this run beside the next (where it is one run that is shown), take its receipt, share it. */
export function LabActions({
  pins = true,
  links = true,
}: {
  readonly pins?: boolean;
  /** false where the tab has a link of its own. */
  readonly links?: boolean;
}) {
  const say = useWords();
  const run = useStore(runStore, ({ run }) => run);
  const { pinned, comparing } = useStore(pinnedStore);
  const [link, setLink] = useState<'idle' | 'copied' | 'refused'>('idle');
  const copyLink = async () => {
    const copied = await copyText(currentAddress());
    setLink(copied ? 'copied' : 'refused');
    announce(say(copied ? 'copied' : 'copy-refused'), true);
    setTimeout(() => setLink('idle'), SAID_FOR_MS);
  };
  return (
    <div className="ml-auto flex flex-wrap items-center gap-2">
      {!pins ? null : pinned ? (
        <>
          <Button size="small" onClick={() => compare(!comparing)}>
            {say(comparing ? 'lab.ledger' : 'lab.compare')}
          </Button>
          <Button size="small" onClick={unpin}>
            {say('lab.unpin')}
          </Button>
        </>
      ) : (
        <Button
          size="small"
          disabled={!run}
          onClick={() => {
            if (!run) return;
            pin(run);
            announce(say('lab.pinned'), true);
          }}
        >
          {say('lab.pin')}
        </Button>
      )}
      <Button size="small" onClick={() => openDialog('receipt')}>
        {say('lab.receipt')}
      </Button>
      {links && (
        <Button size="small" look="primary" onClick={copyLink} className="min-w-[92px]">
          {say(link === 'idle' ? 'lab.copy-link' : link === 'copied' ? 'copied' : 'lab.not-copied')}
        </Button>
      )}
    </div>
  );
}
