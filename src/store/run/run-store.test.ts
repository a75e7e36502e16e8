import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EngineEvent } from '../../engine/events';
import type { RunReport } from '../../engine/report';
import type { PipelineDocument } from '../../graph/document';
import { text } from '../../lib/text';
import { catalog } from '../../nodes/catalog';
import { exampleDocument, exampleNode } from '../../testing/graph/example-catalog';
import { emptyReport } from '../../testing/store/empty-report';
import type { RunRequest } from '../../worker/protocol';
import { useDocument } from '../document/document-store';
import { useNotices } from '../view/notice-store';
import { connectEngine, filesCame, useRun } from './run-store';

const finished = (status: RunReport['status'] = 'completed'): RunReport => ({ ...emptyReport, status });

/** An engine that does nothing by itself: the test says what it says. Keys are the params as text. */
function fakeEngine() {
  let listener: (events: readonly EngineEvent[]) => void = () => undefined;
  let tellRestart: (reason: ReturnType<typeof text>) => void = () => undefined;
  let tellFreed: (freed: { readonly files: number; readonly bytes: number }) => void = () => undefined;
  const requests: RunRequest[] = [];
  const ends: { resolve: (report: RunReport) => void; reject: (error: Error) => void }[] = [];
  const keys = (document: PipelineDocument, backend: string) =>
    Object.fromEntries(
      document.nodes.map((node) => [node.id, `${node.kind} ${JSON.stringify(node.params)} ${backend}`]),
    );
  const client: Parameters<typeof connectEngine>[0] = {
    run: (request) => {
      requests.push(request);
      const at = ends.length;
      const done = new Promise<RunReport>((resolve, reject) => ends.push({ resolve, reject }));
      return {
        runId: `run${requests.length}`,
        done,
        cancel: async () => ends[at]?.resolve(finished('cancelled')),
      };
    },
    listen: (next) => {
      listener = next;
      return () => undefined;
    },
    keys: async (document, backend) => keys(document, backend),
    onSilence: () => () => undefined,
    onRestart: (next) => {
      tellRestart = next;
      return () => undefined;
    },
    disk: {
      onFreed: (next) => {
        tellFreed = next;
        return () => undefined;
      },
    },
  };
  return {
    client,
    requests,
    say: (...events: readonly EngineEvent[]) => listener(events),
    free: (files: number, bytes: number) => tellFreed({ files, bytes }),
    restart: () => tellRestart(text('It broke down.', '오류가 났어요.')),
    end: async (report = finished()) => {
      ends.at(-1)?.resolve(report);
      await vi.advanceTimersByTimeAsync(0);
    },
    crash: async () => {
      ends.at(-1)?.reject(new Error('gone'));
      await vi.advanceTimersByTimeAsync(0);
    },
    keyOf: (nodeId: string) => keys(useDocument.getState().document, 'auto')[nodeId] ?? '',
  };
}

// Kinds that no build knows: the store must not need to understand a node to show how it fares.
const document = exampleDocument([
  exampleNode('a', 'test.a', { params: { n: 1 } }),
  exampleNode('b', 'test.b', { params: { n: 1 } }),
]);
const setParams = (nodeId: string, n: number) =>
  useDocument.getState().apply({ type: 'setParams', nodeId, params: { n } }, text('Edit', '편집'));
const settle = () => vi.advanceTimersByTimeAsync(500);
const statuses = () => Object.fromEntries(Object.entries(useRun.getState().nodes).map(([id, run]) => [id, run.status]));

describe('the run store', () => {
  let engine = fakeEngine();
  let disconnect: () => void = () => undefined;

  beforeEach(() => {
    vi.useFakeTimers();
    useDocument.getState().open(document);
    engine = fakeEngine();
    disconnect = connectEngine(engine.client);
  });
  afterEach(() => {
    disconnect();
    vi.useRealTimers();
  });

  const completed = (runId: string, nodeId: string, key = engine.keyOf(nodeId), cached = false): EngineEvent => ({
    runId,
    type: 'nodeCompleted',
    nodeId,
    key,
    ms: 5,
    cached,
    outputs: {},
  });

  it('follows a run from waiting to completed, with progress over all its nodes', async () => {
    void useRun.getState().run();
    expect(useRun.getState()).toMatchObject({ running: true, runId: 'run1' });
    engine.say({ runId: 'run1', type: 'runStarted', nodeIds: ['a', 'b'] });
    expect(statuses()).toEqual({ a: 'waiting', b: 'waiting' });
    engine.say(
      { runId: 'run1', type: 'nodeStarted', nodeId: 'a' },
      { runId: 'run1', type: 'nodeProgress', nodeId: 'a', fraction: 0.5 },
    );
    expect(useRun.getState().progress).toBe(0.25);
    engine.say(completed('run1', 'a'), completed('run1', 'b', undefined, true));
    expect(statuses()).toEqual({ a: 'completed', b: 'cached' });
    await engine.end();
    expect(useRun.getState()).toMatchObject({ running: false, progress: 1, lastStatus: 'completed' });
  });

  it('marks stale what another backend would make anew, until the choice is taken back', async () => {
    void useRun.getState().run();
    engine.say({ runId: 'run1', type: 'runStarted', nodeIds: ['a'] }, completed('run1', 'a'));
    await engine.end();
    useRun.getState().setBackendChoice('cpu');
    await settle();
    expect(statuses()).toEqual({ a: 'stale' });
    useRun.getState().setBackendChoice('auto');
    await settle();
    expect(statuses()).toEqual({ a: 'completed' });
  });

  it('drops events of any run but the present one', async () => {
    void useRun.getState().run();
    await engine.end();
    void useRun.getState().run();
    engine.say({ runId: 'run1', type: 'nodeStarted', nodeId: 'a' });
    expect(statuses()).toEqual({});
  });

  it('still takes the last events of a run that is done', async () => {
    void useRun.getState().run();
    engine.say({ runId: 'run1', type: 'runStarted', nodeIds: ['a', 'b'] });
    await engine.end();
    engine.say(completed('run1', 'a'));
    expect(statuses().a).toBe('completed');
  });

  it('marks what an edit made stale, and undoing makes it completed again', async () => {
    void useRun.getState().run();
    engine.say(
      { runId: 'run1', type: 'runStarted', nodeIds: ['a', 'b'] },
      completed('run1', 'a'),
      completed('run1', 'b'),
    );
    await engine.end();
    setParams('a', 2);
    await settle();
    expect(statuses()).toEqual({ a: 'stale', b: 'completed' });
    useDocument.getState().undo();
    await settle();
    expect(statuses()).toEqual({ a: 'completed', b: 'completed' });
  });

  it('shows a result as stale where its node was edited while it ran', async () => {
    void useRun.getState().run();
    engine.say({ runId: 'run1', type: 'runStarted', nodeIds: ['a', 'b'] });
    const key = engine.keyOf('a');
    setParams('a', 2);
    await settle();
    expect(statuses().a).toBe('waiting');
    engine.say(completed('run1', 'a', key));
    await engine.end();
    await settle();
    expect(statuses().a).toBe('stale');
  });

  it('forgets a failure once its node is edited, and a removed node altogether', async () => {
    void useRun.getState().run();
    await settle();
    const failure = { code: 'x', message: text('x', 'x'), hint: text('x', 'x') };
    engine.say(
      { runId: 'run1', type: 'runStarted', nodeIds: ['a', 'b'] },
      { runId: 'run1', type: 'nodeFailed', nodeId: 'a', failure, ms: 1 },
      completed('run1', 'b'),
    );
    await engine.end(finished('failed'));
    await settle();
    expect(useRun.getState().nodes.a).toMatchObject({ status: 'failed', failure });
    setParams('a', 2);
    useDocument.getState().apply({ type: 'remove', nodeIds: ['b'], edges: [], noteIds: [] }, text('Delete', '삭제'));
    await settle();
    expect(statuses()).toEqual({ a: 'idle' });
    useDocument.getState().undo();
    await settle();
    expect(statuses()).toMatchObject({ b: 'completed' });
  });

  it('says cancelled of what had not come to an end', async () => {
    void useRun.getState().run();
    engine.say({ runId: 'run1', type: 'runStarted', nodeIds: ['a', 'b'] }, completed('run1', 'a'));
    await useRun.getState().cancel();
    await vi.advanceTimersByTimeAsync(0);
    expect(statuses()).toEqual({ a: 'completed', b: 'cancelled' });
    expect(useRun.getState()).toMatchObject({ running: false, lastStatus: 'cancelled' });
  });

  it('runs one thing at a time, and can run again after the engine broke down', async () => {
    void useRun.getState().run();
    void useRun.getState().run('a');
    expect(engine.requests).toHaveLength(1);
    engine.restart();
    await engine.crash();
    expect(useRun.getState()).toMatchObject({ running: false, lastStatus: 'failed' });
    expect(useNotices.getState().notices.some((notice) => notice.subject === 'engine')).toBe(true);
    void useRun.getState().run('a');
    expect(engine.requests.at(-1)).toMatchObject({ target: 'a', backend: 'auto' });
  });

  it('says what went when storage was short', () => {
    engine.free(2, 1_500_000);
    expect(useNotices.getState().notices.at(-1)).toMatchObject({
      severity: 'info',
      message: { en: 'Room was short: 2 old files that no pipeline uses (1.5 MB) went.' },
    });
  });

  it('forgets everything when another document is opened', async () => {
    void useRun.getState().run();
    engine.say({ runId: 'run1', type: 'runStarted', nodeIds: ['a', 'b'] }, completed('run1', 'a'));
    useDocument.getState().open(document);
    expect(useRun.getState()).toMatchObject({ running: false, nodes: {}, runId: null });
    engine.say(completed('run1', 'b'));
    expect(statuses()).toEqual({});
  });

  it('keeps at most 2,000 points of a curve, the first and the newest among them, and sparse series longest', () => {
    void useRun.getState().run();
    for (let batch = 0; batch < 50; batch++) {
      engine.say(
        ...Array.from({ length: 100 }, (_, i): EngineEvent => {
          const at = batch * 100 + i;
          const values = at % 10 === 9 ? { loss: at, validationLoss: at } : { loss: at };
          return { runId: 'run1', type: 'nodeMetric', nodeId: 'a', point: { epoch: at / 100, epochs: 50, values } };
        }),
      );
    }
    const points = useRun.getState().nodes.a?.points ?? [];
    expect(points.length).toBeLessThanOrEqual(2_000);
    expect(points.length).toBeGreaterThan(1_000);
    expect(points[0]?.values.loss).toBe(0);
    expect(points.at(-1)?.values.loss).toBe(4_999);
    const epochs = points.map((point) => point.epoch);
    expect(epochs).toEqual([...epochs].sort((x, y) => x - y));
    expect(points.filter((point) => point.values.validationLoss !== undefined).length).toBeGreaterThan(400);
  });

  it('runs a source alone once its file is chosen, and only once where that fails, until files have come', async () => {
    const file = { name: 'a.csv', hash: 'f'.repeat(64), bytes: 3 };
    const defaults = catalog.kind('ingest.file')?.defaults ?? {};
    useDocument.getState().open(exampleDocument([exampleNode('file1', 'ingest.file', { params: defaults })]));
    await settle();
    expect(engine.requests).toEqual([]);
    const params = { ...defaults, file };
    useDocument.getState().apply({ type: 'setParams', nodeId: 'file1', params }, text('Choose', '선택'));
    await settle();
    expect(engine.requests.map((request) => request.target)).toEqual(['file1']);
    expect(useRun.getState()).toMatchObject({ running: false, probing: true });
    await engine.end(finished('failed'));
    await settle();
    expect(engine.requests).toHaveLength(1);
    expect(useRun.getState()).toMatchObject({ probing: false, lastReport: null, lastStatus: null });
    filesCame();
    await settle();
    expect(engine.requests.map((request) => request.target)).toEqual(['file1', 'file1']);
  });

  it('lets a run asked for go before a probe', async () => {
    const params = { ...catalog.kind('ingest.file')?.defaults, file: { name: 'a', hash: 'e'.repeat(64), bytes: 1 } };
    useDocument.getState().open(exampleDocument([exampleNode('file1', 'ingest.file', { params })]));
    await settle();
    expect(useRun.getState().probing).toBe(true);
    void useRun.getState().run();
    await vi.advanceTimersByTimeAsync(0);
    expect(engine.requests.map((request) => request.target)).toEqual(['file1', undefined]);
    expect(useRun.getState()).toMatchObject({ running: true, probing: false });
  });
});
