import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useWords } from '../content/words/use-words.ts';
import { cancel, change, restartRun, runStore } from '../store/run.ts';
import { copyText } from './clipboard.ts';
import { formatCount } from './format.ts';
import { Button } from './parts/Button.tsx';
import { Notice } from './parts/Notice.tsx';

/** A run that ends sooner than this shows no progress: it would only flash. */
const SHOW_PROGRESS_AFTER_MS = 300;

/** Progress, a crash, or nothing at all while things are as they should be. */
export function RunState() {
  const status = useStore(runStore, ({ status }) => status);
  const failure = useStore(runStore, ({ failure }) => failure);
  if (status === 'running') return <Running />;
  if (status === 'crashed' && failure?.kind === 'crashed') return <Crashed />;
  if (status === 'crashed' && failure?.kind === 'no-worker') {
    return <TooBigHere photons={failure.photons} />;
  }
  return null;
}

function Running() {
  const say = useWords();
  const progress = useStore(runStore, ({ progress }) => progress);
  const slow = useStore(runStore, ({ slow }) => slow);
  const photons = useStore(runStore, ({ config }) => config.exchange.photons);
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), SHOW_PROGRESS_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!shown) return null;
  // A middleman's run counts the pulses of both links.
  const done = progress ? Math.floor((progress.pulsesDone / progress.pulses) * photons) : 0;
  const smaller = Math.max(1, Math.floor(photons / 10));
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-[12px] border border-ink3 bg-surface px-4 py-2.5 text-[13px] text-ink2">
      <span className="min-w-48 tabular-nums">
        {done === 0
          ? say('run.starting')
          : say('run.progress', { done: formatCount(done), of: formatCount(photons) })}
      </span>
      <progress
        aria-label={say('run.progress-label')}
        value={done}
        max={photons}
        className="h-2 min-w-32 flex-1 appearance-none overflow-hidden rounded-full bg-track [&::-moz-progress-bar]:bg-ink [&::-webkit-progress-bar]:bg-track [&::-webkit-progress-value]:bg-ink"
      />
      {slow && (
        <Button size="small" onClick={() => change('exchange.photons', smaller)}>
          {say('run.smaller', { n: formatCount(smaller) })}
        </Button>
      )}
      <Button size="small" onClick={cancel}>
        {say('run.cancel')}
      </Button>
    </div>
  );
}

function Crashed() {
  const say = useWords();
  const message = useStore(runStore, ({ message }) => message);
  const [copied, setCopied] = useState(false);
  return (
    <Notice
      urgent
      title={say('run.crashed')}
      actions={
        <>
          <Button size="small" look="primary" onClick={restartRun}>
            {say('run.restart')}
          </Button>
          <Button size="small" onClick={async () => setCopied(await copyText(message ?? ''))}>
            {say(copied ? 'copied' : 'run.copy-details')}
          </Button>
        </>
      }
    >
      {say('run.crashed-more')}
    </Notice>
  );
}

function TooBigHere({ photons }: { readonly photons: number }) {
  const say = useWords();
  return (
    <Notice
      urgent
      title={say('run.too-big')}
      actions={
        <Button size="small" look="primary" onClick={() => change('exchange.photons', photons)}>
          {say('run.smaller', { n: formatCount(photons) })}
        </Button>
      }
    >
      {say('run.too-big-more', { n: formatCount(photons) })}
    </Notice>
  );
}
