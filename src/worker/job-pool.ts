import { type Remote, wrap } from 'comlink';
import type { JobPool, TrainJob, TrainJobResult } from '../engine/live/train-job';
import { Cancelled, throwIfCancelled } from '../lib/failure';
import { onceGone } from './lifeline';
import type { WorkerLike } from './running-engine';

/** What a thread that trains answers to. */
export interface TrainApi {
  /** Null: given up, because it was told to. */
  perform(job: TrainJob): Promise<TrainJobResult | null>;
  giveUp(jobId: string): void;
  /** See `lifeline.ts`. */
  lifeline(): Promise<string | null>;
}

export interface JobPoolOptions {
  readonly createWorker: () => WorkerLike;
  /** At most so many jobs at once; the others wait for their turn. */
  readonly threads: number;
  /** Trains in this thread: where no worker could be started. */
  readonly inThread: JobPool;
  readonly onceGone?: typeof onceGone;
}

interface Thread {
  readonly api: Remote<TrainApi>;
  /** Rejects when the worker breaks. */
  readonly broken: Promise<never>;
  busy: boolean;
}

class ThreadBroken extends Error {}

/**
 * Threads of their own for retraining, so that predictions go on meanwhile. A job whose thread breaks is done in this
 * one: the same bits, only with the ticks waiting in between.
 */
export function createJobPool({ createWorker, threads, inThread, onceGone: wait = onceGone }: JobPoolOptions): JobPool {
  const pool = new Set<Thread>();
  const waiting: (() => void)[] = [];

  const start = (): Thread => {
    const worker = createWorker();
    const api = wrap<TrainApi>(worker);
    const broken = new Promise<never>((_, reject) => {
      const fail = (): void => {
        pool.delete(thread);
        worker.terminate();
        reject(new ThreadBroken());
      };
      worker.addEventListener('error', fail);
      worker.addEventListener('messageerror', fail);
      api.lifeline().then(
        (name) => name !== null && wait(name, fail),
        () => undefined,
      );
    });
    broken.catch(() => undefined);
    const thread: Thread = { api, broken, busy: false };
    pool.add(thread);
    return thread;
  };
  const take = async (): Promise<Thread> => {
    for (;;) {
      const idle = [...pool].find((thread) => !thread.busy) ?? (pool.size < threads ? start() : undefined);
      if (idle !== undefined) {
        idle.busy = true;
        return idle;
      }
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
  };

  return {
    async run(job, signal) {
      throwIfCancelled(signal);
      let thread: Thread;
      try {
        thread = await take();
      } catch {
        return inThread.run(job, signal);
      }
      const giveUp = (): void => void thread.api.giveUp(job.id);
      signal.addEventListener('abort', giveUp, { once: true });
      try {
        throwIfCancelled(signal);
        const result = await Promise.race([thread.api.perform(job), thread.broken]);
        if (result === null) throw new Cancelled();
        return result;
      } catch (error) {
        if (error instanceof ThreadBroken && !signal.aborted) return await inThread.run(job, signal);
        throw signal.aborted ? new Cancelled() : error;
      } finally {
        signal.removeEventListener('abort', giveUp);
        thread.busy = false;
        waiting.shift()?.();
      }
    },
  };
}
