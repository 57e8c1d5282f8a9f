import { notify } from '../store/notices.ts';
import { warmRunner } from '../store/run.ts';
import { memoryOnly, openStorage } from '../store/safe-storage.ts';
import { openSettings } from '../store/settings.ts';
import { openAddress } from './address.ts';
import { readLink } from './permalink.ts';

/** Before the first drawing: the worker warms up, settings are read, the address is opened. */
export function openApp(): void {
  warmRunner();
  const embedded = readLink(location.hash).state.frame === 'embed';
  const storage = embedded ? memoryOnly() : openStorage(() => window.localStorage);
  openSettings(storage);
  if (!storage.lasting && !embedded) notify('notice.not-kept');
  openAddress();
}
