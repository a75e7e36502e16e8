import { expose } from 'comlink';
import { describe, expect, it } from 'vitest';
import type { TrainJob, TrainJobResult } from '../engine/live/train-job';
import { Cancelled } from '../lib/failure';
import { text } from '../lib/text';
import { fakeModel, fakeRows } from '../testing/engine/fake-live-kinds';
import { createJobPool, type TrainApi } from './job-pool';
import type { WorkerLike } from './running-engine';

const job = (id: string): TrainJob => ({
  id,
  backend: 'cpu',
  seed: 1,
  rows: fakeRows(4),
  mode: 'incremental',
  base: fakeModel(2),
  epochs: 1,
  learningRateFactor: 1,
});
const result = (word: string): TrainJobResult => ({ ok: false, message: text(word, word), hint: text('', '') });
const signal = (): AbortSignal => new AbortController().signal;

/** A thread on this one; `api` answers, `break` is what a browser does when a script cannot be loaded. */
function fakeThread(api: TrainApi): WorkerLike & { break(): void } {
  const { port1, port2 } = new MessageChannel();
  expose(api, port2);
  port1.start();
  port2.start();
  const errors = new EventTarget();
  const of = (type: string): EventTarget => (type === 'message' ? port1 : errors);
  return {
    postMessage: (message: unknown) => port1.postMessage(message),
    addEventListener: (type: string, listener: EventListenerOrEventListenerObject) =>
      of(type).addEventListener(type, listener),
    removeEventListener: (type: string, listener: EventListenerOrEventListenerObject) =>
      of(type).removeEventListener(type, listener),
    terminate: () => {
      port1.close();
      port2.close();
    },
    break: () => errors.dispatchEvent(new Event('error')),
  };
}

/** Threads whose lifelines the test cuts by calling what waits for it. */
function setUp(api: Omit<TrainApi, 'lifeline'>, threads = 1) {
  const gone: (() => void)[] = [];
  const workers: ReturnType<typeof fakeThread>[] = [];
  const pool = createJobPool({
    threads,
    createWorker: () => {
      const worker = fakeThread({ ...api, lifeline: async () => 'life' });
      workers.push(worker);
      return worker;
    },
    inThread: { run: async ({ id }) => result(`${id} here`) },
    onceGone: (_, tell) => gone.push(tell),
  });
  return { pool, workers, gone };
}

describe('threads that retrain', () => {
  it('are started when they are needed, not more than allowed, and used again', async () => {
    let [now, most] = [0, 0];
    const { pool, workers } = setUp(
      {
        perform: async ({ id }) => {
          most = Math.max(most, ++now);
          await new Promise((resolve) => setTimeout(resolve, 10));
          now--;
          return result(id);
        },
        giveUp: () => undefined,
      },
      2,
    );
    expect(workers).toHaveLength(0);
    const made = await Promise.all(['a', 'b', 'c', 'd'].map((id) => pool.run(job(id), signal())));
    expect(made.map((one) => (one.ok ? '' : one.message.en))).toEqual(['a', 'b', 'c', 'd']);
    expect([workers.length, most]).toEqual([2, 2]);
  });

  it('give a job up when they are told to', async () => {
    let stop: () => void = () => undefined;
    const { pool } = setUp({
      perform: () =>
        new Promise((resolve) => {
          stop = () => resolve(null);
        }),
      giveUp: () => stop(),
    });
    const controller = new AbortController();
    const given = pool.run(job('a'), controller.signal);
    setTimeout(() => controller.abort(), 20);
    await expect(given).rejects.toBeInstanceOf(Cancelled);
  });

  it('leave a job to this thread when theirs breaks', async () => {
    const { pool, workers } = setUp({ perform: () => new Promise(() => undefined), giveUp: () => undefined });
    const made = pool.run(job('a'), signal());
    await new Promise((resolve) => setTimeout(resolve, 10));
    workers[0]?.break();
    expect(await made).toEqual(result('a here'));
  });

  it('leave a job to this thread when theirs is gone without a word', async () => {
    const { pool, gone } = setUp({ perform: () => new Promise(() => undefined), giveUp: () => undefined });
    const made = pool.run(job('a'), signal());
    while (gone.length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    gone[0]?.();
    expect(await made).toEqual(result('a here'));
  });

  it('leave it to this thread where no thread can be started', async () => {
    const pool = createJobPool({
      threads: 1,
      createWorker: () => {
        throw new Error('not here');
      },
      inThread: { run: async ({ id }) => result(`${id} here`) },
    });
    expect(await pool.run(job('a'), signal())).toEqual(result('a here'));
  });
});
