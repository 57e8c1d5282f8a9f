import { useStore } from 'zustand';
import { useWords } from '../content/words/use-words.ts';
import { toggleTheme } from './appearance.ts';
import { NoticeInBar } from './Notices.tsx';
import { IconButton } from './parts/IconButton.tsx';
import { go, openDialog, placeStore, present } from './place.ts';
import { EXPERIMENTS, HOME, partOf, pathOf, REAL_BOXES, type Route } from './routes.ts';
import { SeedChip } from './SeedChip.tsx';
import { HelpIcon, Mark, PresentIcon, SettingsIcon, ThemeIcon } from './shell-icons.tsx';

/** Only the screens that exist. */
const PLACES: readonly {
  readonly route: Route;
  readonly key: 'nav.lab' | 'nav.experiments' | 'nav.boxes' | 'nav.about';
}[] = [
  { route: HOME, key: 'nav.lab' },
  { route: EXPERIMENTS, key: 'nav.experiments' },
  { route: REAL_BOXES, key: 'nav.boxes' },
  { route: { screen: 'about' }, key: 'nav.about' },
];

export function TopBar({ wide }: { readonly wide: boolean }) {
  const say = useWords();
  const here = useStore(placeStore, ({ route }) => route);
  return (
    <header className="flex h-[52px] shrink-0 items-center gap-4 border-line border-b bg-surface px-4">
      <a
        href={`#${pathOf(HOME)}`}
        onClick={(event) => follow(event, HOME)}
        className="flex h-11 items-center gap-2.5 whitespace-nowrap font-bold text-[15px] text-ink tracking-[-.01em]"
      >
        <Mark />
        <span className={wide ? '' : 'max-[800px]:sr-only'}>{say('app.name')}</span>
      </a>
      <nav
        aria-label={say('nav.label')}
        className="ml-1 flex gap-0.5 rounded-[9px] bg-track p-[3px]"
      >
        {PLACES.map(({ route, key }) => {
          const current = isAt(route, here);
          return (
            <a
              key={key}
              href={`#${pathOf(route)}`}
              aria-current={current ? 'page' : undefined}
              onClick={(event) => follow(event, route)}
              className={`relative whitespace-nowrap rounded-[7px] px-[11px] py-1 text-[13px] leading-5 after:absolute after:inset-x-0 after:-inset-y-[9px] ${
                current
                  ? 'bg-seg-on font-semibold text-ink shadow-[0_1px_2px_rgb(0_0_0/.12)] forced-colors:outline-2'
                  : 'font-medium text-ink2 hover:text-ink'
              }`}
            >
              {say(key)}
            </a>
          );
        })}
      </nav>
      {wide ? <NoticeInBar /> : <div className="flex-1" />}
      <SeedChip />
      <div className="flex items-center gap-1.5">
        <IconButton label={say('bar.present')} onClick={() => present(true)}>
          <PresentIcon />
        </IconButton>
        <IconButton label={say('bar.theme')} onClick={toggleTheme}>
          <ThemeIcon />
        </IconButton>
        <IconButton label={say('bar.settings')} onClick={() => openDialog('settings')}>
          <SettingsIcon />
        </IconButton>
        <IconButton label={say('bar.help')} onClick={() => openDialog('help')}>
          <HelpIcon />
        </IconButton>
      </div>
    </header>
  );
}

/** The parts of the Lab are places of their own here. */
function isAt(route: Route, here: Route): boolean {
  if (route.screen !== 'lab' || here.screen !== 'lab') return route.screen === here.screen;
  return partOf(route.tab) === partOf(here.tab);
}

/** A link that keeps the run: the address is written by the stores, not by the browser. */
function follow(
  event: { metaKey: boolean; ctrlKey: boolean; preventDefault(): void },
  route: Route,
) {
  if (event.metaKey || event.ctrlKey) return;
  event.preventDefault();
  go(route);
}
