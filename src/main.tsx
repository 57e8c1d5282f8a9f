import { createRoot } from 'react-dom/client';
import { keepForOffline } from './offline.ts';
import { App } from './ui/App.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no element with the id "root".');
createRoot(root).render(<App />);
keepForOffline();
