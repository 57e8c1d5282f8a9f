import { createRoot } from 'react-dom/client';
import { keepForOffline } from './offline.ts';
import { App } from './ui/App.tsx';
import { openApp } from './ui/open-app.ts';
import './ui/theme/theme.css';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no element with the id "root".');
openApp();
createRoot(root).render(<App />);
keepForOffline();
