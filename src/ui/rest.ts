/**
 * All that the first view does not show, as one file of the built app: fifteen small ones would cost
 * more in requests than they save. Loaded by later.tsx; nothing else imports from here.
 */
export { HelpDialog } from './dialogs/HelpDialog.tsx';
export { ReceiptDialog } from './dialogs/ReceiptDialog.tsx';
export { SettingsDialog } from './dialogs/SettingsDialog.tsx';
export { AboutPage } from './pages/AboutPage.tsx';
export { EmbedFrame } from './pages/EmbedFrame.tsx';
export { LettersTab } from './pages/lab/LettersTab.tsx';
export { LightTab } from './pages/lab/LightTab.tsx';
export { MiddlemanTab } from './pages/lab/MiddlemanTab.tsx';
export { PresentFrame } from './pages/PresentFrame.tsx';
export { ReceiptPage } from './pages/ReceiptPage.tsx';
