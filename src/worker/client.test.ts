import { expose } from 'comlink';
import { afterEach, describe, expect, it } from 'vitest';
import { createEngine } from '../engine/engine';
import { createEventBatcher } from '../engine/event-batcher';
import type { EngineEvent } from '../engine/events';
import type { Text } from '../lib/text';
import type { FakeKind } from '../testing/engine/fake-kinds';
import { arithmetic, cell, chain, emptyHost, fakeKinds, pipeline } from '../testing/engine/fake-kinds';
import { createEngineClient } from './client';
import type { EngineClient } from './protocol';
import type { WorkerLike } from './running-engine';
import type { WorkerApi } from './worker-api';

/** A worker on this thread: a real engine behind a real message channel. */
function fakeWorker(kinds = fakeKinds(arithmetic), overrides: Partial<Record<keyof WorkerApi, unknown>> = {}) {
  const { port1, port2 } = new MessageChannel();
  const engine = createEngine({ kinds, host: emptyHost });
  const cancels = new Map<string, AbortController>();
  const batcher = createEventBatcher(
    (millraceEvents) => port2.postMessage({ millraceEvents }),
    () => performance.now(),
  );
  const api = {
    async run(runId: string, request: Parameters<WorkerApi['run']>[1]) {
      const controller = new AbortController();
      cancels.set(runId, controller);
      const report = await engine.run({ ...request, runId, signal: controller.signal, emit: batcher.push });
      await batcher.drain();
      return report;
    },
    cancel: (runId: string) => cancels.get(runId)?.abort(),
    ping: () => undefined,
    keys: (document: Parameters<WorkerApi['keys']>[0], backend: Parameters<WorkerApi['keys']>[1]) =>
      engine.keys(document, backend),
    ...overrides,
  };
  expose(api, port2);
  port2.start();
  port1.start();
  const errors = new EventTarget();
  const worker: WorkerLike & { break(message: string): void; ended: boolean } = {
    ended: false,
    postMessage: (message: unknown, transfer?: unknown) =>
      port1.postMessage(message, Array.isArray(transfer) ? transfer : []),
    addEventListener: (type: string, listener: EventListenerOrEventListenerObject) =>
      (type === 'message' ? port1 : errors).addEventListener(type, listener),
    removeEventListener: (type: string, listener: EventListenerOrEventListenerObject) =>
      (type === 'message' ? port1 : errors).removeEventListener(type, listener),
    terminate() {
      worker.ended = true;
      port1.close();
      port2.close();
    },
    break: (message) => errors.dispatchEvent(Object.assign(new Event('error'), { message })),
  };
  return worker;
}

const stuck: FakeKind = { id: 'stuck', inputs: ['in'], run: () => new Promise(() => undefined) };
const stuckDocument = pipeline({ s: 'source', x: 'stuck', y: 'add' }, ['s.table > x.in', 'x.table > y.in']);

/** A client over fake workers, and all it said. */
function setUp(makeWorker = () => fakeWorker(), options: Parameters<typeof createEngineClient>[0] = {}) {
  const workers: ReturnType<typeof fakeWorker>[] = [];
  const client = createEngineClient({
    createWorker: () => {
      const worker = makeWorker();
      workers.push(worker);
      return worker;
    },
    patienceMs: 60,
    ...options,
  });
  const events: EngineEvent[] = [];
  const restarts: Text[] = [];
  client.listen((batch) => events.push(...batch));
  client.onRestart((reason) => restarts.push(reason));
  open.push(client);
  return { client, workers, events, restarts };
}
const open: EngineClient[] = [];
afterEach(() => {
  for (const client of open.splice(0)) client.dispose();
});

const untilStarted = async (events: readonly EngineEvent[], nodeId: string): Promise<void> => {
  while (!events.some((event) => event.type === 'nodeStarted' && event.nodeId === nodeId)) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};

describe('the engine client', () => {
  it('starts no worker before it is asked for something', () => {
    expect(setUp().workers).toHaveLength(0);
  });

  it('runs a document and has handed over every event when the run is done', async () => {
    const { client, events } = setUp();
    const handle = client.run({ document: chain(3), backend: 'auto' });
    const report = await handle.done;
    expect(report).toMatchObject({ runId: handle.runId, status: 'completed' });
    expect(events.at(-1)).toMatchObject({ type: 'runFinished', status: 'completed', runId: handle.runId });
  });

  it('gives the keys of a backend, so that what has just run on it counts as run', async () => {
    const kinds = fakeKinds([...arithmetic, { id: 'train', computesWith: 'network', run: () => cell(1) }]);
    const { client } = setUp(() => fakeWorker(kinds));
    const document = pipeline({ t: 'train' });
    const report = await client.run({ document, backend: 'cpu' }).done;
    expect((await client.keys(document, 'cpu')).t).toBe(report.nodes.t?.key);
    expect((await client.keys(document, 'wasm')).t).not.toBe(report.nodes.t?.key);
  });

  it('ends a worker that does not stop when asked, and settles the run as cancelled', async () => {
    const { client, workers, events, restarts } = setUp(() => fakeWorker(fakeKinds([...arithmetic, stuck])));
    const handle = client.run({ document: stuckDocument, backend: 'auto' });
    await untilStarted(events, 'x');
    await handle.cancel();
    const report = await handle.done;
    expect(report.status).toBe('cancelled');
    expect(report.nodes.s?.status).toBe('completed');
    expect(report.nodes.y?.status).toBe('cancelled');
    expect(workers[0]?.ended).toBe(true);
    expect(restarts).toHaveLength(1);
    expect(events.at(-1)).toMatchObject({ type: 'runFinished', status: 'cancelled' });
  });

  it('goes on with a new worker after one was ended', async () => {
    const { client, workers, events } = setUp(() => fakeWorker(fakeKinds([...arithmetic, stuck])));
    const handle = client.run({ document: stuckDocument, backend: 'auto' });
    await untilStarted(events, 'x');
    await handle.cancel();
    expect((await client.run({ document: chain(2), backend: 'auto' }).done).status).toBe('completed');
    expect(workers).toHaveLength(2);
  });

  it('settles a run as failed, blaming the node at work, when the worker breaks', async () => {
    const { client, workers, events, restarts } = setUp(() => fakeWorker(fakeKinds([...arithmetic, stuck])));
    const handle = client.run({ document: stuckDocument, backend: 'auto' });
    await untilStarted(events, 'x');
    workers[0]?.break('out of memory');
    const report = await handle.done;
    expect(report.status).toBe('failed');
    expect(report.nodes.x?.failure?.code).toBe('engine-stopped');
    expect(restarts[0]?.en).toContain('out of memory');
  });

  it('notices a worker that answers no more', async () => {
    const silent = () =>
      fakeWorker(fakeKinds([...arithmetic, stuck]), { ping: () => new Promise<void>(() => undefined) });
    const { client, events, restarts } = setUp(silent, { beatMs: 10, silentBeats: 3 });
    const report = await client.run({ document: stuckDocument, backend: 'auto' }).done;
    expect(report.status).toBe('failed');
    expect(restarts).toHaveLength(1);
    expect(events.at(-1)).toMatchObject({ type: 'runFinished', status: 'failed' });
  });

  it('notices at once a worker that is gone, by its lifeline', async () => {
    const gone: (() => void)[] = [];
    const { client, restarts } = setUp(
      () => fakeWorker(fakeKinds([...arithmetic, stuck]), { ping: async () => 'life' }),
      { onceGone: (_, tell) => gone.push(tell) },
    );
    const handle = client.run({ document: stuckDocument, backend: 'auto' });
    while (gone.length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    gone[0]?.();
    expect((await handle.done).status).toBe('failed');
    expect(restarts[0]?.en).toContain('is gone');
  });

  it('says how long a worker has been silent that is alive, takes it back when it answers, and ends it when told to', async () => {
    let answer: (name: string) => void = () => undefined;
    let pings = 0;
    const ping = () => (pings++ === 0 ? 'life' : new Promise<string>((resolve) => (answer = resolve)));
    const { client, restarts } = setUp(() => fakeWorker(fakeKinds([...arithmetic, stuck]), { ping }), {
      beatMs: 10,
      silentBeats: 5,
      busyBeats: 1_000,
      onceGone: () => undefined,
    });
    const heard: (number | null)[] = [];
    client.onSilence((seconds) => heard.push(seconds));
    const handle = client.run({ document: stuckDocument, backend: 'auto' });
    while (heard.length < 8) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(heard.slice(0, 3)).toEqual([0.03, 0.04, 0.05]);
    expect(restarts).toEqual([]);
    answer('life');
    while (heard.at(-1) !== null) await new Promise((resolve) => setTimeout(resolve, 1));
    client.restart();
    expect((await handle.done).status).toBe('failed');
    expect(restarts[0]?.en).toContain('started again');
  });

  it('says with a file what the page needs, and tells of what went for it', async () => {
    const asked: unknown[] = [];
    const file = { name: 'one.csv', hash: 'a'.repeat(64), bytes: 3 };
    const put = (...given: readonly unknown[]): unknown => {
      asked.push(given[1]);
      return { ok: true, value: { file, freed: { files: 2, bytes: 9 } } };
    };
    const page = { document: chain(1), undoFiles: ['b'.repeat(64)], backend: 'auto' } as const;
    const { client } = setUp(() => fakeWorker(undefined, { files: { put } }), { page: () => page });
    const heard: unknown[] = [];
    client.disk.onFreed((freed) => heard.push(freed));
    expect(await client.putFile(new File(['abc'], 'one.csv'))).toEqual({ ok: true, value: file });
    expect([asked, heard]).toEqual([[page], [{ files: 2, bytes: 9 }]]);
  });

  it('asks the next worker where one ended before it answered', async () => {
    let started = 0;
    const { client, workers } = setUp(() =>
      started++ === 0
        ? fakeWorker(fakeKinds(arithmetic), { keys: () => new Promise<never>(() => undefined) })
        : fakeWorker(),
    );
    const keys = client.keys(chain(2), 'auto');
    workers[0]?.break('gone');
    expect(Object.keys(await keys)).toEqual(['n0', 'n1']);
  });

  it('hands a question to the next worker as it was asked, the backend with it', async () => {
    const asked: unknown[] = [];
    const predict = (...given: readonly unknown[]) => {
      asked.push(given);
      return asked.length === 1 ? new Promise<never>(() => undefined) : { ok: true, value: [{ value: 'a' }] };
    };
    const { client, workers } = setUp(() => fakeWorker(undefined, { predict }));
    const answer = client.predict({ version: 'v' }, [{ x: '1' }], { backend: 'cpu' });
    while (asked.length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    workers[0]?.break('gone');
    expect(await answer).toEqual({ ok: true, value: [{ value: 'a' }] });
    expect(asked[1]).toEqual([{ version: 'v' }, [{ x: '1' }], { backend: 'cpu' }]);
  });

  it('asks areas within the api, and answers with a failure where two workers ended', async () => {
    const list = () => new Promise<never>(() => undefined);
    const { client, workers } = setUp(() => fakeWorker(undefined, { models: { list } }));
    const answer = client.models.list();
    workers[0]?.break('gone');
    while (workers.length < 2) await new Promise((resolve) => setTimeout(resolve, 1));
    workers[1]?.break('gone again');
    expect(await answer).toMatchObject({ ok: false, failure: { code: 'engine-stopped' } });
  });
});
