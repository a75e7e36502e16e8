import { expose } from 'comlink';
import { createWorkspace } from '../application/workspace';
import type { EngineEvent } from '../engine/events';
import type { LiveMessage } from '../engine/live/messages';
import { fetchFirst } from '../lib/fetch-first';
import { createWorkerApi } from './create-worker-api';
import { createJobPool } from './job-pool';
import { holdLifeline } from './lifeline';
import type { KeptLoop } from './loop-keeper';
import { createTrainApi } from './train-api';
import type { EventMessage, KeptEnvelope, LiveEnvelope } from './worker-api';
import { openWorkerParts } from './worker-parts';

/* What workers do. All have one program, so that the parts of the engine are fetched once; a worker's name says its part. */

// What the build calls in place of each `import()` of the files that are fetched from here.
Reflect.set(self, 'fetchFirst', fetchFirst);

const TRAINS = 'train';
const parts = openWorkerParts();
const lifeline = holdLifeline();

/** Trains, for the worker that started it. */
function train(): void {
  const { kinds, host } = parts;
  expose(createTrainApi({ kinds, host, lifeline, recall: async (key) => host.results?.read(key) }));
}

/** Does all that the product can do, for the page. */
function work(): void {
  const send = (events: readonly EngineEvent[]): void => {
    self.postMessage({ millraceEvents: events } satisfies EventMessage);
  };
  const sendLive = (messages: readonly LiveMessage[]): void => {
    self.postMessage({ millraceLive: messages } satisfies LiveEnvelope);
  };
  const keep = (millraceKept: KeptLoop): void => {
    self.postMessage({ millraceKept } satisfies KeptEnvelope);
  };
  const workspace = createWorkspace({
    ...parts,
    files: parts.disk.files,
    threads: (inThread) =>
      // Some browsers let no worker start another.
      typeof Worker === 'undefined'
        ? undefined
        : createJobPool({
            createWorker: () => new Worker(self.location.href, { type: 'module', name: TRAINS }),
            // Retraining leaves one core to the ticks.
            threads: Math.max(1, Math.min(4, navigator.hardwareConcurrency - 1)),
            inThread,
          }),
  });
  expose(
    createWorkerApi({ workspace, catalog: parts.kinds.catalog, disk: parts.disk, lifeline, send, sendLive, keep }),
  );
}

/** Begins to answer. */
export function startProgram(): void {
  if (self.name === TRAINS) train();
  else work();
}
