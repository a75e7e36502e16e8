import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { loadWords } from '../i18n/load-words';
import { eventually } from '../lib/eventually';
import { provideHost } from '../store/commands/command-host';
import { useDocument } from '../store/document/document-store';
import { filesToUndo } from '../store/document/files-to-undo';
import { connectLive } from '../store/live/live-store';
import { connectEngine, type RunEngine, useRun } from '../store/run/run-store';
import { fetchHelps } from '../store/view/kind-helps';
import { useView } from '../store/view/view-store';
import { createEngineClient } from '../worker/client';
import type { EngineClient } from '../worker/protocol';
import { App } from './App';
import { Broken } from './Broken';
import { debugging } from './debugging';
import { pageHost } from './page-host';
import './styles.css';
import { followTheme } from './theme';
import { savesData, whenIdle } from './when-idle';

const { language } = useView.getState();
const words = eventually(() => loadWords(language).catch(() => loadWords(language === 'en' ? 'ko' : 'en')));
const engine = createEngineClient({
  page: () => ({
    document: useDocument.getState().document,
    undoFiles: filesToUndo(),
    backend: useRun.getState().backendChoice,
  }),
});
const connect = (to: RunEngine & Pick<EngineClient, 'live'>): (() => void) => {
  const stops = [connectEngine(to), connectLive(to.live, engine.models)];
  return () => {
    for (const stop of stops) stop();
  };
};
/** Where what the engine says is recorded, nothing is asked of it before the recorder hears. */
const connected = debugging
  ? eventually(() => import('../store/recording/debug-store')).then(({ connectRecorded }) =>
      connectRecorded(engine, connect),
    )
  : Promise.resolve(connect(engine));
provideHost(pageHost);
followTheme();
// Asked for with the words, and not when the page around it is drawn.
void eventually(() => import('../editor/canvas/FlowCanvas'));
void connected.then(() => eventually(() => import('./wake-pipeline'))).then(({ wakePipeline }) => wakePipeline(engine));

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

// Awaited at the top of the module, the words would keep the modules that lazy parts share out of this chunk.
void words.then(() =>
  createRoot(root).render(
    <StrictMode>
      <Broken>
        <App engine={engine} />
      </Broken>
    </StrictMode>,
  ),
);
// Who saves data fetches the engine with the first run, and help with the first list that shows it.
if (!savesData()) {
  void whenIdle().then(() => {
    void fetchHelps();
    engine.warmUp(useRun.getState().backendChoice);
  });
}
