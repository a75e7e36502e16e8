import { expose } from 'comlink';
import { createEngine } from '../engine/engine';
import type { EngineEvent } from '../engine/events';
import type { LiveMessage } from '../engine/live/messages';
import { performJob } from '../engine/live/perform-job';
import { createWorkerApi } from './create-worker-api';
import { createJobPool } from './job-pool';
import type { EventMessage, LiveEnvelope } from './worker-api';
import { openWorkerParts } from './worker-parts';

const { kinds, lake, registry, host, disk } = openWorkerParts();
const engine = createEngine({ kinds, host });
const send = (events: readonly EngineEvent[]): void => {
  self.postMessage({ millraceEvents: events } satisfies EventMessage);
};
const sendLive = (messages: readonly LiveMessage[]): void => {
  self.postMessage({ millraceLive: messages } satisfies LiveEnvelope);
};

const loadLive = async () => (await import('./live-half')).liveHalf(kinds);

/** Retraining leaves one core to the ticks. */
const threads = Math.max(1, Math.min(4, navigator.hardwareConcurrency - 1));
/** Some browsers let no worker start another. */
const pool =
  typeof Worker === 'undefined'
    ? {}
    : {
        pool: createJobPool({
          createWorker: () => new Worker(new URL('./train.worker.ts', import.meta.url), { type: 'module' }),
          threads,
          perform: (job, signal) => performJob(job, { kinds, host, signal, recall: engine.result }),
        }),
      };
expose(createWorkerApi({ engine, kinds, host: { ...host, ...pool }, loadLive, lake, registry, disk, send, sendLive }));
// Fetched while nobody waits for it; a failure is told to whoever goes live.
void loadLive().catch(() => undefined);
