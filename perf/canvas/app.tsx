import { createRoot } from 'react-dom/client';
import { App } from '../../src/app/App';
import { pageHost } from '../../src/app/page-host';
import type { EngineEvent } from '../../src/engine/events';
import { loadWords } from '../../src/i18n/load-words';
import { provideHost } from '../../src/store/commands/command-host';
import { useDocument } from '../../src/store/document/document-store';
import { connectLive } from '../../src/store/live/live-store';
import { connectEngine, useRun } from '../../src/store/run/run-store';
import { createEngineClient } from '../../src/worker/client';
import { manyNodes, tenTrainers } from './many-nodes';
import './page.css';

/** The whole page in front of a run that is made up here: what is measured is the page alone. */
const engine = createEngineClient();
const runId = 'scripted';
let tell: (events: readonly EngineEvent[]) => void = () => undefined;
connectEngine({
  ...engine,
  run: () => ({ runId, done: new Promise(() => undefined), cancel: async () => undefined }),
  keys: async () => ({}),
  listen: (listener) => {
    tell = listener;
    return () => undefined;
  },
});
connectLive(engine.live, engine.models);
provideHost(pageHost);

await loadWords('en');
createRoot(document.getElementById('root') ?? document.body).render(<App engine={engine} />);

let epoch = 0;
let timer: ReturnType<typeof setInterval> | undefined;
/** Thirty messages a second, as the engine's thread sends them: each trainer tells of an epoch, and how far it is. */
const trained = (): readonly EngineEvent[] => {
  epoch++;
  return tenTrainers.flatMap((nodeId): readonly EngineEvent[] => [
    { runId, type: 'nodeMetric', nodeId, point: { epoch, epochs: 10_000, values: { loss: 1 / epoch } } },
    { runId, type: 'nodeProgress', nodeId, fraction: (epoch % 1000) / 1000 },
  ]);
};
Object.assign(window, {
  show: (count: number) => useDocument.getState().open(manyNodes(count)),
  train: (on: boolean) => {
    clearInterval(timer);
    if (!on) return;
    void useRun.getState().run();
    tell([{ runId, type: 'runStarted', nodeIds: tenTrainers }]);
    tell(tenTrainers.map((nodeId) => ({ runId, type: 'nodeStarted', nodeId })));
    timer = setInterval(() => tell(trained()), 1000 / 30);
  },
});
