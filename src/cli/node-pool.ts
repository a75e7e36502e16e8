import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Host } from '../engine/host';
import { noLake } from '../engine/host';
import type { JobPool, TrainJob, TrainJobResult } from '../engine/live/train-job';
import { Cancelled, Failure, throwIfCancelled } from '../lib/failure';
import { type Text, text } from '../lib/text';
import type { FromThread, HostQuestion, HostReply, ToThread } from './pool-protocol';

export interface NodePool extends JobPool {
  /** Ends its threads. */
  close(): Promise<void>;
}

export interface NodePoolOptions {
  /** Answers what threads ask for: files, assets, tables. */
  readonly host: Host;
  /** Trains in this thread, where no other can be had. */
  readonly inThread: JobPool;
  /** Hears once why there are no threads. */
  readonly log: (message: Text) => void;
  /** Threads at most. */
  readonly size?: number;
  /** The threads' program. */
  readonly program?: URL;
}

interface Thread {
  readonly worker: Worker;
  busy: boolean;
  /** It was told to end, and its end is waited for. */
  ending: boolean;
  settle: (outcome: TrainJobResult | Error) => void;
}

const PROGRAM = new URL(import.meta.url.endsWith('.ts') ? './pool-thread.ts' : './pool-thread.js', import.meta.url);
const BOOT = new URL('./pool-boot.mjs', import.meta.url);
const nobody = (): void => {};

/**
 * Trains in threads of Node while the loop goes on serving, to the same bits as in this thread. Threads start when
 * there is work; where none can be started, jobs are done in this thread after all.
 */
export function createNodePool(options: NodePoolOptions): NodePool {
  const { host, inThread, log, program = PROGRAM } = options;
  const size = options.size ?? Math.max(1, Math.min(3, availableParallelism() - 1));
  const threads = new Set<Thread>();
  const waiting: (() => void)[] = [];
  let broken = false;
  let closed = false;

  const giveUp = (cause: unknown): undefined => {
    if (closed) throw new Cancelled();
    if (!broken) log(notStarted(cause));
    broken = true;
    for (const wake of waiting.splice(0)) wake();
  };

  const start = async (): Promise<Thread> => {
    const worker = program.pathname.endsWith('.ts')
      ? new Worker(BOOT, { execArgv: [], workerData: { program: program.href } })
      : new Worker(program, { execArgv: [] });
    const thread: Thread = { worker, busy: true, ending: false, settle: nobody };
    threads.add(thread);
    await new Promise<void>((resolve, reject) => {
      worker.on('message', (message: FromThread) => {
        if (message.type === 'ready') resolve();
        else hear(thread, message);
      });
      const lost = (cause: Error): void => {
        threads.delete(thread);
        reject(cause);
        thread.settle(thread.ending ? new Cancelled() : cause);
      };
      worker.on('error', lost);
      worker.on('exit', (code) => lost(new Error(`a training thread ended with ${code}`)));
    });
    return thread;
  };

  const hear = (thread: Thread, message: Exclude<FromThread, { readonly type: 'ready' }>): void => {
    switch (message.type) {
      case 'done':
        thread.settle(message.result);
        return;
      case 'cancelled':
        thread.settle(new Cancelled());
        return;
      case 'failed':
        thread.settle(new Error(message.message));
        return;
      case 'ask':
        void replyTo(host, message.question).then((reply) => say(thread, { type: 'reply', id: message.id, reply }));
    }
  };

  /** Nothing where no thread can be had. */
  const take = async (): Promise<Thread | undefined> => {
    while (!broken) {
      if (closed) throw new Cancelled();
      const idle = [...threads].find(({ busy }) => !busy);
      if (idle !== undefined) {
        idle.busy = true;
        return idle;
      }
      if (threads.size < size) return start().catch(giveUp);
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
    return undefined;
  };

  return {
    async run(job, signal) {
      throwIfCancelled(signal);
      const thread = await take();
      if (thread === undefined) return inThread.run(job, signal);
      try {
        return await workOn(thread, job, signal);
      } finally {
        thread.busy = false;
        waiting.shift()?.();
      }
    },
    async close() {
      closed = true;
      const ended = [...threads].map((thread) => {
        thread.ending = true;
        return thread.worker.terminate();
      });
      for (const wake of waiting.splice(0)) wake();
      await Promise.all(ended);
    },
  };
}

function workOn(thread: Thread, job: TrainJob, signal: AbortSignal): Promise<TrainJobResult> {
  const { worker } = thread;
  return new Promise((resolve, reject) => {
    const cancel = (): void => say(thread, { type: 'cancel' });
    thread.settle = (outcome) => {
      thread.settle = nobody;
      signal.removeEventListener('abort', cancel);
      // An idle thread keeps no process alive; one whose end is waited for does.
      if (!thread.ending) worker.unref();
      if (outcome instanceof Error) reject(outcome);
      else resolve(outcome);
    };
    worker.ref();
    signal.addEventListener('abort', cancel, { once: true });
    if (signal.aborted) thread.settle(new Cancelled());
    else say(thread, { type: 'job', job });
  });
}

const say = ({ worker }: Thread, message: ToThread): void => worker.postMessage(message);

async function replyTo(host: Host, question: HostQuestion): Promise<HostReply> {
  try {
    switch (question.of) {
      case 'file':
        return { of: 'file', bytes: await host.readFile(question.hash, question.name) };
      case 'asset':
        return { of: 'asset', bytes: await host.readAsset(question.path) };
      case 'table':
        if (host.lake === undefined) throw noLake();
        return { of: 'table', read: await host.lake.read(question.name, question.version) };
    }
  } catch (cause) {
    if (cause instanceof Failure) return { of: 'failure', failure: cause.detail };
    return { of: 'error', message: cause instanceof Error ? cause.message : String(cause) };
  }
}

function notStarted(cause: unknown): Text {
  const why = cause instanceof Error ? cause.message : String(cause);
  return text(
    `No training thread could be started, so models train in turns with the ticks: ${why}`,
    `학습 스레드를 시작할 수 없어 틱과 번갈아 가며 학습해요: ${why}`,
  );
}
