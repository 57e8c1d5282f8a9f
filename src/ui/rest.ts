/**
 * All that the first view does not show, as one file of the built app: fifteen small ones would cost
 * more in requests than they save. Loaded by later.tsx; nothing else imports from here.
 */
import { enLater } from '../content/words/en-later.ts';
import { learnWords } from '../content/words/use-words.ts';
import '../scenarios/knowledge/key-views.ts';
import { followBeside } from './beside-link.ts';
import { HelpDialog } from './dialogs/HelpDialog.tsx';
import { ReceiptDialog } from './dialogs/ReceiptDialog.tsx';
import { SettingsDialog } from './dialogs/SettingsDialog.tsx';
import { AboutPage } from './pages/AboutPage.tsx';
import { EmbedFrame } from './pages/EmbedFrame.tsx';
import { BoxesTab } from './pages/lab/BoxesTab.tsx';
import { CardsTab } from './pages/lab/CardsTab.tsx';
import { Compare } from './pages/lab/Compare.tsx';
import { DistanceTab } from './pages/lab/DistanceTab.tsx';
import { LaterTab } from './pages/lab/LaterTab.tsx';
import { LettersTab } from './pages/lab/LettersTab.tsx';
import { LightTab } from './pages/lab/LightTab.tsx';
import { MiddlemanTab } from './pages/lab/MiddlemanTab.tsx';
import { ReadOutTab } from './pages/lab/ReadOutTab.tsx';
import { RelaysTab } from './pages/lab/RelaysTab.tsx';
import { SideTab } from './pages/lab/SideTab.tsx';
import { SiteTab } from './pages/lab/SiteTab.tsx';
import { StepsTab } from './pages/lab/StepsTab.tsx';
import { TimeTab } from './pages/lab/TimeTab.tsx';
import { TrustTab } from './pages/lab/TrustTab.tsx';
import { PresentFrame } from './pages/PresentFrame.tsx';
import { ReceiptPage } from './pages/ReceiptPage.tsx';
import { LowerSections } from './panels/controls/LowerSections.tsx';

learnWords(enLater);
followBeside();

export const rest = {
  HelpDialog,
  ReceiptDialog,
  SettingsDialog,
  AboutPage,
  BoxesTab,
  CardsTab,
  Compare,
  DistanceTab,
  RelaysTab,
  EmbedFrame,
  LettersTab,
  LightTab,
  SiteTab,
  ReadOutTab,
  LaterTab,
  SideTab,
  LowerSections,
  MiddlemanTab,
  PresentFrame,
  ReceiptPage,
  StepsTab,
  TimeTab,
  TrustTab,
} as const;
