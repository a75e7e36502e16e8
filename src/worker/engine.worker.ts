import './keep-to-own-origin';

import { expose } from 'comlink';
import { createWorkspace } from '../application/workspace';
import type { EngineEvent } from '../engine/events';
import type { LiveMessage } from '../engine/live/messages';
import { createWorkerApi } from './create-worker-api';
import { createJobPool } from './job-pool';
import type { EventMessage, LiveEnvelope } from './worker-api';
import { openWorkerParts } from './worker-parts';

const parts = openWorkerParts();
const send = (events: readonly EngineEvent[]): void => {
  self.postMessage({ millraceEvents: events } satisfies EventMessage);
};
const sendLive = (messages: readonly LiveMessage[]): void => {
  self.postMessage({ millraceLive: messages } satisfies LiveEnvelope);
};

/** Retraining leaves one core to the ticks. */
const size = Math.max(1, Math.min(4, navigator.hardwareConcurrency - 1));
const workspace = createWorkspace({
  ...parts,
  files: parts.disk.files,
  threads: (inThread) =>
    // Some browsers let no worker start another.
    typeof Worker === 'undefined'
      ? undefined
      : createJobPool({
          createWorker: () => new Worker(new URL('./train.worker.ts', import.meta.url), { type: 'module' }),
          threads: size,
          inThread,
        }),
});
expose(createWorkerApi({ workspace, catalog: parts.kinds.catalog, disk: parts.disk, send, sendLive }));
// Fetched while nobody waits for it; a failure is told to whoever goes live.
void import('../application/live-half').catch(() => undefined);
