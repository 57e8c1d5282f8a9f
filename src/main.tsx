import { createRoot } from 'react-dom/client';
import { keepForOffline, requestAhead } from './offline.ts';
import { App } from './ui/App.tsx';
import { openApp } from './ui/open-app.ts';
import './ui/theme/theme.css';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no element with the id "root".');
requestAhead();
openApp();
afterFirstPaint(() => createRoot(root).render(<App />));
keepForOffline();

/** The page's own words are read while the app is drawn; where frames do not come, a moment will do. */
function afterFirstPaint(draw: () => void): void {
  let drawn = false;
  const once = () => {
    if (!drawn) draw();
    drawn = true;
  };
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, 100);
}
