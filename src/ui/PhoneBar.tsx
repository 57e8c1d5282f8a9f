import { useEffect, useId, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useWords } from '../content/words/use-words.ts';
import { toggleTheme } from './appearance.ts';
import { IconButton } from './parts/IconButton.tsx';
import { go, openDialog, placeStore } from './place.ts';
import { LAB_PARTS } from './routes.ts';
import { SeedChip } from './SeedChip.tsx';
import { MenuIcon } from './shell-icons.tsx';
import { useQuestion } from './use-question.ts';

const TITLE = 'min-w-0 truncate font-bold text-[15px] tracking-[-.01em]';

/** The bar of a narrow page: the question, and a menu with all the wide one holds. */
export function PhoneBar() {
  const say = useWords();
  const id = useId();
  const question = useQuestion();
  const route = useStore(placeStore, ({ route }) => route);
  const inLab = useStore(placeStore, ({ route, badLink }) => route.screen === 'lab' && !badLink);
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    const onPress = (event: PointerEvent) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setOpen(false);
    };
    window.addEventListener('pointerdown', onPress);
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('pointerdown', onPress);
      window.removeEventListener('keydown', onKey);
    };
  }, [open]);
  const pick = (act: () => void) => () => {
    setOpen(false);
    act();
  };
  return (
    <header className="relative z-20 flex h-12 shrink-0 items-center justify-between gap-2 border-line border-b bg-surface pr-1.5 pl-4">
      {inLab ? <h1 className={TITLE}>{question}</h1> : <p className={TITLE}>{say('app.name')}</p>}
      <div ref={box}>
        <IconButton
          label={say('bar.menu')}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          <MenuIcon />
        </IconButton>
        <div
          id={id}
          hidden={!open}
          className="absolute top-full right-2 mt-1 max-h-[calc(100dvh-60px)] w-60 overflow-y-auto rounded-[12px] border border-line2 bg-surface p-2 shadow-card"
        >
          <div className="flex h-11 items-center px-3">
            <SeedChip />
          </div>
          {Object.entries(LAB_PARTS).map(([half, tabs]) => (
            <div
              key={half}
              className="[&+div]:mt-1 [&+div]:border-line [&+div]:border-t [&+div]:pt-1"
            >
              {tabs.map((tab) => (
                <MenuItem
                  key={tab}
                  current={route.screen === 'lab' && route.tab === tab}
                  onClick={pick(() => go({ screen: 'lab', tab }))}
                >
                  {say(`lab.tab.${tab}`)}
                </MenuItem>
              ))}
            </div>
          ))}
          <hr className="my-1 border-line" />
          <MenuItem onClick={pick(() => openDialog('receipt'))}>{say('lab.receipt')}</MenuItem>
          <MenuItem onClick={pick(toggleTheme)}>{say('bar.theme')}</MenuItem>
          <MenuItem onClick={pick(() => openDialog('settings'))}>{say('settings.title')}</MenuItem>
          <MenuItem onClick={pick(() => openDialog('help'))}>{say('help.title')}</MenuItem>
          <MenuItem onClick={pick(() => go({ screen: 'about' }))}>{say('nav.about')}</MenuItem>
        </div>
      </div>
    </header>
  );
}

function MenuItem({
  onClick,
  current = false,
  children,
}: {
  readonly onClick: () => void;
  readonly current?: boolean;
  readonly children: string;
}) {
  return (
    <button
      type="button"
      onClick={onClick}
      aria-current={current ? 'page' : undefined}
      className={`flex h-11 w-full items-center rounded-[9px] px-3 text-left text-[15px] hover:bg-surface2 ${current ? 'font-bold' : 'font-medium'}`}
    >
      {children}
    </button>
  );
}
