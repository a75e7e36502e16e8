import { createRoot } from 'react-dom/client';
import document from '../../public/templates/sudden-drift.json?raw';
import { openDocument } from '../../src/graph/open-document';
import { loadWords } from '../../src/i18n/load-words';
import { LanguageProvider } from '../../src/i18n/use-t';
import { catalog } from '../../src/nodes/catalog';
import { EngineProvider } from '../../src/panels/engine-context';
import { LivePanel } from '../../src/panels/live/LivePanel';
import { useDocument } from '../../src/store/document/document-store';
import { connectLive, useLive } from '../../src/store/live/live-store';
import { TooltipProvider } from '../../src/ui/Tooltip';
import { createEngineClient } from '../../src/worker/client';
import type { LiveClient } from '../../src/worker/live-protocol';
import './page.css';
import { tickRecord } from './script';

/** The panel in front of a loop that is made up here: what is measured is the page alone. */
const engine = createEngineClient();
let tell: Parameters<LiveClient['listen']>[0] = () => undefined;
const sessionId = 'scripted';
connectLive(
  {
    ...engine.live,
    start: () => ({
      sessionId,
      done: new Promise(() => undefined),
      control: () => undefined,
      command: () => undefined,
      stop: async () => undefined,
      kept: () => null,
    }),
    listen: (listener) => {
      tell = listener;
      return () => undefined;
    },
  },
  engine.models,
);

let tick = 0;
const push = (count: number): void => {
  const records = Array.from({ length: count }, () => tickRecord(++tick));
  if (count > 0) tell([{ sessionId, type: 'ticks', records }]);
};

await loadWords('en');
const opened = openDocument(document, catalog);
if (!opened.ok) throw new Error('the template does not open');
useDocument.getState().open(opened.document);
void useLive.getState().start();
tell([{ sessionId, type: 'phase', phase: 'playing' }]);

Object.assign(window, {
  /** Tells of many ticks at once. */
  fill: (count: number) => push(count),
  /** Goes on telling, thirty messages a second. Returns what stops it. */
  stream: (ticksPerSecond: number) => {
    let owed = 0;
    const timer = setInterval(() => {
      owed += ticksPerSecond / 30;
      push(Math.floor(owed));
      owed -= Math.floor(owed);
    }, 1000 / 30);
    return () => clearInterval(timer);
  },
  ticks: () => tick,
});

const root = window.document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <LanguageProvider language="en">
    <EngineProvider client={engine}>
      <TooltipProvider>
        <div className="fixed inset-0 bg-surface">
          <LivePanel />
        </div>
      </TooltipProvider>
    </EngineProvider>
  </LanguageProvider>,
);
