import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { useWords } from '../../content/words/use-words.ts';
import { type Motion, set, settingsStore, type Theme } from '../../store/settings.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { Segmented } from '../parts/Segmented.tsx';
import { Toggle } from '../parts/Toggle.tsx';
import { closeDialog, placeStore } from '../place.ts';

const THEMES: readonly Theme[] = ['system', 'light', 'dark'];
const MOTIONS: readonly Motion[] = ['system', 'on', 'off'];

export function SettingsDialog() {
  const say = useWords();
  const settings = useStore(settingsStore);
  return (
    <Dialog title={say('settings.title')} onClose={closeDialog}>
      <div className="flex flex-col gap-4">
        <Choice title={say('settings.theme')}>
          <Segmented
            label={say('settings.theme')}
            value={settings.theme}
            options={THEMES.map((value) => ({ value, label: say(`settings.theme.${value}`) }))}
            onChange={(theme) => {
              placeStore.setState({ theme: null });
              set('theme', theme);
            }}
            stretch
          />
        </Choice>
        <Choice title={say('settings.motion')}>
          <Segmented
            label={say('settings.motion')}
            value={settings.motion}
            options={MOTIONS.map((value) => ({ value, label: say(`settings.motion.${value}`) }))}
            onChange={(motion) => set('motion', motion)}
            stretch
          />
          <p className="mt-2 text-[12px] text-ink2">{say('settings.motion-more')}</p>
        </Choice>
        <Toggle
          label={say('settings.single-keys')}
          describe={say('settings.single-keys-more')}
          on={settings.singleKeys}
          onChange={(on) => set('singleKeys', on)}
        />
        <Toggle
          label={say('settings.describe')}
          describe={say('settings.describe-more')}
          on={settings.describePhotons}
          onChange={(on) => set('describePhotons', on)}
        />
      </div>
    </Dialog>
  );
}

function Choice({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div>
      <div className="mb-2 font-semibold text-[13px]" aria-hidden="true">
        {title}
      </div>
      {children}
    </div>
  );
}
