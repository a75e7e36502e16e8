import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { provideHost } from '../store/command-host';
import { connectLive } from '../store/live-store';
import { connectEngine } from '../store/run-store';
import { createEngineClient } from '../worker/client';
import { App } from './App';
import { Broken } from './Broken';
import { pageHost } from './page-host';
import './styles.css';
import { followTheme } from './theme';
import { suitSmallScreen } from './use-media';

const engine = createEngineClient();
connectEngine(engine);
connectLive(engine.live, engine.models);
provideHost(pageHost);
suitSmallScreen();
followTheme();
void import('./wake-pipeline').then(({ wakePipeline }) => wakePipeline());

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <Broken>
      <App engine={engine} />
    </Broken>
  </StrictMode>,
);
