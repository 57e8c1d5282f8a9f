import { LazyMotion, MotionConfig } from 'framer-motion';
import { useStore } from 'zustand';
import { useReducedMotion, useThemeOnDocument } from './appearance.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { later } from './later.tsx';
import { LiveRegion } from './live-region.tsx';
import { loadMotion } from './motion-features.ts';
import { Narrator } from './Narrator.tsx';
import { PhoneBar } from './PhoneBar.tsx';
import { BadLinkPage } from './pages/BadLinkPage.tsx';
import { LabPage } from './pages/lab/LabPage.tsx';
import { PhoneLab } from './pages/lab/PhoneLab.tsx';
import { placeStore } from './place.ts';
import { TopBar } from './TopBar.tsx';
import { useFrameSize } from './use-frame-size.ts';
import { jumpTo, useKeyboard } from './use-keyboard.ts';

const AboutPage = later(({ AboutPage }) => AboutPage);
const ReceiptPage = later(({ ReceiptPage }) => ReceiptPage);
const EmbedFrame = later(({ EmbedFrame }) => EmbedFrame);
const PresentFrame = later(({ PresentFrame }) => PresentFrame);
const HelpDialog = later(({ HelpDialog }) => HelpDialog);
const ReceiptDialog = later(({ ReceiptDialog }) => ReceiptDialog);
const SettingsDialog = later(({ SettingsDialog }) => SettingsDialog);

export function App() {
  useThemeOnDocument();
  const reduced = useReducedMotion();
  const screen = (
    <MotionConfig reducedMotion={reduced ? 'always' : 'never'}>
      <Screen />
      <Dialogs />
      <Narrator />
      <LiveRegion />
    </MotionConfig>
  );
  return (
    <ErrorBoundary>
      {loadMotion ? (
        <LazyMotion strict features={loadMotion}>
          {screen}
        </LazyMotion>
      ) : (
        screen
      )}
    </ErrorBoundary>
  );
}

function Screen() {
  const frame = useStore(placeStore, ({ frame }) => frame);
  const route = useStore(placeStore, ({ route }) => route);
  const badLink = useStore(placeStore, ({ badLink }) => badLink);
  const size = useFrameSize();
  useKeyboard(jumpTo);
  if (!badLink && frame === 'embed') return <EmbedFrame />;
  if (!badLink && frame === 'present') return <PresentFrame />;
  const vertical = size === 'vertical';
  if (!badLink && vertical && route.screen === 'lab') return <PhoneLab tab={route.tab} />;
  return (
    <div className="flex min-h-dvh flex-col">
      {vertical ? <PhoneBar /> : <TopBar wide={size === 'wide'} />}
      {badLink ? (
        <main>
          <BadLinkPage badLink={badLink} />
        </main>
      ) : route.screen === 'lab' ? (
        <LabPage tab={route.tab} size={vertical ? 'compact' : size} />
      ) : (
        <main>{route.screen === 'receipt' ? <ReceiptPage /> : <AboutPage />}</main>
      )}
    </div>
  );
}

function Dialogs() {
  const dialog = useStore(placeStore, ({ dialog }) => dialog);
  switch (dialog) {
    case null:
      return null;
    case 'help':
      return <HelpDialog />;
    case 'settings':
      return <SettingsDialog />;
    case 'receipt':
      return <ReceiptDialog />;
    default:
      return dialog satisfies never;
  }
}
