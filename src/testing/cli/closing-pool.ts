import { createNodePool } from '../../cli/node-pool';
import { emptyHost } from '../engine/fake-kinds';
import { fakeLinearModel } from '../models/fake-model';
import { makeTable } from '../table/make-table';

/* A program that closes a pool while its thread answers, and says so once the pool is closed. */

const pool = createNodePool({
  host: emptyHost,
  inThread: { run: () => Promise.reject(new Error('trains in threads alone')) },
  log: ({ en }) => process.stderr.write(en),
  program: new URL('./answering-thread.ts', import.meta.url),
  size: 1,
});
const controller = new AbortController();
const made = pool.run(
  {
    id: 'job',
    mode: 'incremental',
    backend: 'cpu',
    seed: 1,
    rows: makeTable([]),
    base: fakeLinearModel(['x'], [[1]], { name: 'y' }),
    epochs: 1,
    learningRateFactor: 1,
  },
  controller.signal,
);
// The job is on its way once the thread has said that it is ready.
await new Promise((resolve) => setTimeout(resolve, 1500));
controller.abort();
// The answer is there, and not yet heard, when the pool is closed.
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
const [outcome] = await Promise.allSettled([made, pool.close()]);
process.stdout.write(`closed, ${outcome.status}`);
