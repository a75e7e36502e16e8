import { parentPort } from 'node:worker_threads';
import type { FromThread, ToThread } from '../../cli/pool-protocol';

/* A thread's program that trains nothing: it answers a job when that is given up, and not before. */

const post = (message: FromThread): void => parentPort?.postMessage(message);

parentPort?.on('message', ({ type }: ToThread) => {
  if (type === 'cancel') post({ type: 'cancelled' });
});
post({ type: 'ready' });
