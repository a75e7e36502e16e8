import { expose } from 'comlink';
import { afterEach, describe, expect, it } from 'vitest';
import type { LiveControl, LiveMessage } from '../engine/live/messages';
import type { RunReport } from '../engine/report';
import { emptyDocument } from '../graph/empty-document';
import { createEngineClient } from './client';
import type { KeptLoop } from './loop-keeper';
import type { EngineClient } from './protocol';
import type { WorkerLike } from './running-engine';
import type { LiveThread } from './worker-api';

const request = { document: emptyDocument(), backend: 'auto', ticksPerSecond: 5 } as const;
const open: EngineClient[] = [];
afterEach(() => {
  for (const client of open.splice(0)) client.dispose();
});

/** A worker on this thread whose loop plays until it is stopped; `deaf` to stopping where told. */
function setUp({ deaf = false } = {}) {
  const asked: LiveControl[] = [];
  const workers: {
    break(message: string): void;
    ended: boolean;
    say(...messages: LiveMessage[]): void;
    keep(kept: KeptLoop): void;
  }[] = [];
  const client = createEngineClient({
    patienceMs: 40,
    createWorker: () => {
      const { port1, port2 } = new MessageChannel();
      const errors = new EventTarget();
      let stop: () => void = () => undefined;
      const live: Partial<LiveThread> = {
        start: (runId) =>
          new Promise<RunReport>((resolve) => {
            const report = { format: 'millrace/report', version: 1, runId, backend: 'cpu', seed: 1, ms: 1 } as const;
            stop = () => resolve({ ...report, status: 'completed', nodes: {}, events: [] });
          }),
        stop: () => {
          if (!deaf) stop();
        },
        control: (_, control) => void asked.push(control),
      };
      expose({ ping: () => undefined, live }, port2);
      port1.start();
      port2.start();
      const of = (type: string): EventTarget => (type === 'message' ? port1 : errors);
      const worker: WorkerLike & (typeof workers)[number] = {
        ended: false,
        postMessage: (message: unknown) => port1.postMessage(message),
        addEventListener: (type: string, listener: EventListenerOrEventListenerObject) =>
          of(type).addEventListener(type, listener),
        removeEventListener: (type: string, listener: EventListenerOrEventListenerObject) =>
          of(type).removeEventListener(type, listener),
        terminate() {
          worker.ended = true;
          port1.close();
          port2.close();
        },
        break: (message) => errors.dispatchEvent(Object.assign(new Event('error'), { message })),
        keep: (millraceKept) => port2.postMessage({ millraceKept }),
        say: (...millraceLive) => port2.postMessage({ millraceLive }),
      };
      workers.push(worker);
      return worker;
    },
  });
  open.push(client);
  const heard: LiveMessage[] = [];
  client.live.listen((messages) => heard.push(...messages));
  return { client, workers, heard, asked };
}
const aWhile = () => new Promise((resolve) => setTimeout(resolve, 15));

describe('the loop as the page sees it', () => {
  it('hears its session, steers it, and stops it', async () => {
    const { client, workers, heard, asked } = setUp();
    const session = client.live.start(request);
    workers[0]?.say({ sessionId: session.sessionId, type: 'phase', phase: 'playing' });
    session.control({ type: 'pause' });
    await aWhile();
    expect(heard).toEqual([{ sessionId: session.sessionId, type: 'phase', phase: 'playing' }]);
    expect(asked).toEqual([{ type: 'pause' }]);
    await session.stop();
    expect(await session.done).toMatchObject({ runId: session.sessionId, status: 'completed' });
    await session.stop();
  });

  it('is told, with a remedy, when the engine goes', async () => {
    const { client, workers, heard } = setUp();
    const session = client.live.start(request);
    await aWhile();
    workers[0]?.break('out of memory');
    expect((await session.done).status).toBe('failed');
    expect(heard).toMatchObject([{ sessionId: session.sessionId, phase: 'failed', failure: { code: 'live-lost' } }]);
    const [last] = heard;
    expect(last?.type === 'phase' && last.failure?.message.en).toContain('out of memory');
    expect(last?.type === 'phase' && last.failure?.hint.en).toMatch(/^Go live again/);
    client.live.start(request);
    expect(workers).toHaveLength(2);
  });

  it('holds the newest checkpoint of its session when the engine goes, for another to go on from', async () => {
    const { client, workers, heard } = setUp();
    const session = client.live.start(request);
    await aWhile();
    expect(session.kept()).toBeNull();
    workers[0]?.keep({ sessionId: session.sessionId, tick: 4, checkpoint: { tick: 4 } });
    workers[0]?.keep({ sessionId: session.sessionId, tick: 9, checkpoint: { tick: 9 } });
    await aWhile();
    workers[0]?.break('out of memory');
    await session.done;
    expect(session.kept()).toMatchObject({ tick: 9, checkpoint: { tick: 9 } });
    const last = heard.at(-1);
    expect(last?.type === 'phase' && last.failure?.hint.en).toMatch(/^Go on from/);
    expect(client.live.start({ ...request, from: session.kept()?.checkpoint }).kept()).toBeNull();
  });

  it('says nothing more of a session that was over when the engine went', async () => {
    const { client, workers, heard } = setUp();
    const session = client.live.start(request);
    await session.stop();
    workers[0]?.break('gone');
    await aWhile();
    expect(heard).toEqual([]);
  });

  it('ends the worker of a session that does not stop', async () => {
    const { client, workers } = setUp({ deaf: true });
    const session = client.live.start(request);
    await session.stop();
    expect((await session.done).status).toBe('failed');
    expect(workers[0]?.ended).toBe(true);
  });
});
