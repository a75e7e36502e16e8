import { createRoot } from 'react-dom/client';
import '../../src/app/styles.css';
import { followTheme } from '../../src/app/theme';
import { loadWords } from '../../src/i18n/load-words';
import { fetchHelps } from '../../src/store/view/kind-helps';
import { createEngineClient } from '../../src/worker/client';
import { Gallery } from './Gallery';

const engine = createEngineClient();
followTheme();

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
void Promise.all([loadWords('en'), loadWords('ko'), fetchHelps()]).then(() =>
  createRoot(root).render(<Gallery engine={engine} />),
);
