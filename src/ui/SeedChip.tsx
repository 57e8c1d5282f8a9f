import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useWords } from '../content/words/use-words.ts';
import type { Seed } from '../scenarios/config.ts';
import { changeSeed, runStore } from '../store/run.ts';
import { formatSeed } from './format.ts';
import { Button } from './parts/Button.tsx';

/** The seed of the run; pressed, it becomes a field. */
export function SeedChip() {
  const say = useWords();
  const seed = useStore(runStore, ({ config }) => config.seed);
  const [editing, setEditing] = useState(false);
  const chip = useRef<HTMLButtonElement>(null);
  if (editing) {
    const close = () => {
      setEditing(false);
      // The field is gone with the next drawing; the chip takes the focus back then.
      requestAnimationFrame(() => chip.current?.focus());
    };
    return <SeedField seed={seed} onClose={close} />;
  }
  return (
    <button
      ref={chip}
      type="button"
      title={say('seed.change')}
      onClick={() => setEditing(true)}
      className="relative inline-flex max-w-44 items-center rounded-full border border-line2 px-[9px] py-px font-medium text-[12px] text-ink2 after:absolute after:-inset-x-1 after:-inset-y-3 hover:text-ink"
    >
      <span className="truncate">{say('seed.chip', { seed: formatSeed(seed) })}</span>
    </button>
  );
}

function SeedField({ seed, onClose }: { readonly seed: Seed; readonly onClose: () => void }) {
  const say = useWords();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(String(seed));
  useEffect(() => field.current?.select(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const next = seedOf(text);
    if (next !== null && next !== seed) changeSeed(next);
    onClose();
  };
  return (
    <form onSubmit={submit} className="flex items-center gap-1.5">
      <input
        ref={field}
        aria-label={say('seed.label')}
        value={text}
        maxLength={64}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose();
        }}
        className="h-8 w-32 rounded-[9px] border border-ink3 bg-surface px-2.5 font-mono text-[13px] text-ink"
      />
      <Button size="small" type="submit">
        {say('seed.use')}
      </Button>
    </form>
  );
}

/** Digits are a number, anything else a text; nothing at all is no seed. */
function seedOf(text: string): Seed | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  return /^\d+$/.test(trimmed) && Number(trimmed) <= 0xffff_ffff ? Number(trimmed) : trimmed;
}
