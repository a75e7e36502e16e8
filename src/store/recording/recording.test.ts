import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EngineEvent } from '../../engine/events';
import type { LiveMessage } from '../../engine/live/messages';
import type { RunReport } from '../../engine/report';
import { openDocument } from '../../graph/open-document';
import { text } from '../../lib/text';
import { catalog } from '../../nodes/catalog';
import { exampleDocument, exampleNode } from '../../testing/graph/example-catalog';
import { emptyReport } from '../../testing/store/empty-report';
import { scriptedTicks } from '../../testing/store/scripted-loop';
import { createEngineClient } from '../../worker/client';
import type { LiveHandle } from '../../worker/live-protocol';
import type { EngineClient, RunHandle } from '../../worker/protocol';
import { useDocument } from '../document/document-store';
import { connectLive, useLive } from '../live/live-store';
import { connectEngine, useRun } from '../run/run-store';
import { connectRecorded, useDebug } from './debug-store';
import { readRecording } from './read-recording';
import { createRecorder } from './recorder';

/** An engine that says what the test says, and nothing by itself. */
function fakeEngine() {
  let hearRun: (events: readonly EngineEvent[]) => void = () => undefined;
  let hearLoop: (messages: readonly LiveMessage[]) => void = () => undefined;
  const heardBy = new Set<(events: readonly EngineEvent[]) => void>();
  const loopHeardBy = new Set<(messages: readonly LiveMessage[]) => void>();
  hearRun = (events) => {
    for (const listener of heardBy) listener(events);
  };
  hearLoop = (messages) => {
    for (const listener of loopHeardBy) listener(messages);
  };
  const ends: ((report: RunReport) => void)[] = [];
  const over = (): Promise<RunReport> => new Promise((resolve) => ends.push(resolve));
  let runs = 0;
  const run = (): RunHandle => ({ runId: `run${++runs}`, done: over(), cancel: async () => undefined });
  const start = (): LiveHandle => ({
    sessionId: 'live1',
    done: over(),
    kept: () => null,
    control: () => undefined,
    command: () => undefined,
    stop: async () => ends.at(-1)?.(emptyReport),
  });
  const client: EngineClient = {
    ...createEngineClient({
      createWorker: () => {
        throw new Error('no worker here');
      },
    }),
    run,
    keys: () => Promise.reject(new Error('not asked')),
    listen: (listener) => {
      heardBy.add(listener);
      return () => heardBy.delete(listener);
    },
    live: {
      start,
      listen: (listener) => {
        loopHeardBy.add(listener);
        return () => loopHeardBy.delete(listener);
      },
      evidence: () => Promise.reject(new Error('not asked')),
    },
  };
  return {
    client,
    run: (...events: EngineEvent[]) => hearRun(events),
    loop: (...said: LiveMessage[]) => hearLoop(said),
    end: () => ends.at(-1)?.(emptyReport),
  };
}

const connect = (
  engine:
    | Pick<EngineClient, 'run' | 'keys' | 'listen' | 'onRestart' | 'onSilence' | 'disk' | 'live'>
    | Parameters<Parameters<typeof connectRecorded>[1]>[0],
) => {
  const stops = [connectEngine(engine), connectLive(engine.live)];
  return () => {
    for (const stop of stops) stop();
  };
};

const chain = exampleDocument([exampleNode('iris', 'ingest.sample'), exampleNode('split', 'prepare.split')]);
const loop = exampleDocument(
  [exampleNode('stream', 'retrain.stream'), exampleNode('deploy', 'serve.deploy')],
  [{ from: 'stream.stream', to: 'deploy.stream' }],
);

const aRun = (runId: string): readonly EngineEvent[] => [
  { runId, type: 'runStarted', nodeIds: ['iris', 'split'] },
  { runId, type: 'nodeStarted', nodeId: 'iris' },
  { runId, type: 'nodeProgress', nodeId: 'iris', fraction: 0.5, doing: text('Reading', '읽는 중') },
  {
    runId,
    type: 'nodeCompleted',
    nodeId: 'iris',
    key: 'k1',
    ms: 12,
    cached: false,
    outputs: {
      table: {
        schema: {
          type: 'table',
          fields: [{ name: 'a', type: 'number', role: null }],
          complete: true,
          partitioned: false,
          fittedBeforeSplit: [],
        },
        rows: 150,
        columns: 5,
      },
    },
  },
  {
    runId,
    type: 'nodeFailed',
    nodeId: 'split',
    failure: { code: 'no-rows', message: text('No rows', '행이 없어요'), hint: text('Add', '추가') },
    ms: 3,
  },
  { runId, type: 'runFinished', status: 'failed', ms: 15 },
];

let engine: ReturnType<typeof fakeEngine>;
beforeEach(() => {
  vi.useFakeTimers();
  useDocument.getState().open(chain);
  useDebug.setState({ shown: null, refusal: null });
  engine = fakeEngine();
  connectRecorded(engine.client, connect);
});
afterEach(() => {
  useDebug.getState().endReplay();
  vi.useRealTimers();
});

const shown = () => {
  const { shown } = useDebug.getState();
  if (shown === null) throw new Error('nothing is replayed');
  return shown;
};
const settled = () => vi.advanceTimersByTimeAsync(0);

async function recordRun(): Promise<string> {
  void useRun.getState().run();
  engine.run(...aRun('run1'));
  engine.end();
  await settled();
  return useDebug.getState().recording();
}

async function recordLoop(): Promise<string> {
  useDocument.getState().open(loop);
  void useLive.getState().start();
  engine.run(
    { runId: 'live1', type: 'runStarted', nodeIds: ['deploy'] },
    { runId: 'live1', type: 'runFinished', status: 'completed', ms: 1 },
  );
  engine.loop({ sessionId: 'live1', type: 'phase', phase: 'playing' });
  engine.loop({ sessionId: 'live1', type: 'ticks', records: scriptedTicks(1, 45) });
  engine.loop({ sessionId: 'live1', type: 'phase', phase: 'ended' });
  engine.end();
  await settled();
  return useDebug.getState().recording();
}

describe('a run', () => {
  it('is replayed in another page as it was seen in the first, pipeline and all', async () => {
    const source = await recordRun();
    const seen = useRun.getState().nodes;
    expect(seen.split?.failure?.code).toBe('no-rows');
    useDocument.getState().open(loop);
    await useDebug.getState().replay('a.ndjson', source);
    expect(useDocument.getState().document).toEqual(chain);
    expect(useRun.getState().nodes).toEqual({});
    shown().replay.setSpeed(null);
    shown().replay.play();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(useRun.getState().nodes).toEqual(seen);
    expect(useRun.getState()).toMatchObject({ running: false, lastStatus: 'failed' });
    expect(shown().replay.playing).toBe(false);
  });

  it('goes on step by step, each of which shows something', async () => {
    const source = await recordRun();
    await useDebug.getState().replay('a.ndjson', source);
    const { replay } = shown();
    const status = () => useRun.getState().nodes.iris?.status;
    const seen = [];
    for (let step = 0; step < 5; step++) {
      replay.step();
      seen.push(status());
    }
    expect(seen).toEqual([undefined, 'waiting', 'running', 'running', 'completed']);
    expect(useRun.getState().running).toBe(true);
  });

  it('takes its time at the speed that was chosen, and does not wait for who waited', async () => {
    const source = await recordRun();
    const late = source.replace(
      '{"at":0,"says":{"runId":"run1","type":"runFinished"',
      '{"at":60000,"says":{"runId":"run1","type":"runFinished"',
    );
    expect(late).not.toBe(source);
    await useDebug.getState().replay('a.ndjson', late);
    const { replay, entries } = shown();
    replay.setSpeed(4);
    replay.play();
    await vi.advanceTimersByTimeAsync(450);
    expect(replay.at).toBe(entries.length - 1);
    await vi.advanceTimersByTimeAsync(100);
    expect(replay.at).toBe(entries.length);
  });

  it('pauses where a person cancels it, and leaves the engine alone', async () => {
    await useDebug.getState().replay('a.ndjson', await recordRun());
    const { replay } = shown();
    replay.step();
    replay.step();
    replay.play();
    await useRun.getState().cancel();
    expect(replay.playing).toBe(false);
  });

  it('of the page’s own reading of a source is replayed as that', async () => {
    void useRun.getState().run();
    useRun.setState({ probing: true, running: false });
    engine.run(...aRun('run1').slice(0, 2));
    await useDebug.getState().replay('a.ndjson', useDebug.getState().recording());
    shown().replay.step();
    shown().replay.step();
    expect(useRun.getState()).toMatchObject({ probing: true, running: false });
  });

  it('that a person asks for meanwhile is the engine’s own', async () => {
    await useDebug.getState().replay('a.ndjson', await recordRun());
    shown().replay.step();
    useRun.getState().clear();
    void useRun.getState().run();
    expect(useDebug.getState().shown).toBeNull();
    engine.run(...aRun('run2').slice(0, 2));
    expect(useRun.getState().nodes.iris?.status).toBe('running');
  });

  it('as the command line prints it is replayed over the pipeline that is open', async () => {
    const printed = aRun('run-x').map((event) => JSON.stringify(event));
    await useDebug.getState().replay('run.ndjson', `${printed.join('\n')}\n`);
    shown().replay.setSpeed(null);
    shown().replay.play();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(useRun.getState().nodes.split?.failure?.code).toBe('no-rows');
    expect(useDocument.getState().document).toEqual(chain);
  });
});

describe('a loop', () => {
  it('is replayed with all that its monitors, its champions and its nodes said', async () => {
    const source = await recordLoop();
    const { history, statuses, reports, tick } = useLive.getState();
    const [events, champions] = [[...history.events], [...(history.champions.get('deploy') ?? [])]];
    expect(champions).toHaveLength(3);
    await useDebug.getState().replay('loop.ndjson', source);
    expect(useLive.getState().phase).toBe('idle');
    shown().replay.setSpeed(null);
    shown().replay.play();
    await vi.advanceTimersByTimeAsync(1_000);
    const again = useLive.getState();
    expect(again).toMatchObject({ phase: 'ended', tick, statuses, reports });
    expect(again.history.events).toEqual(events);
    expect(again.history.champions.get('deploy')).toEqual(champions);
    expect(again.report?.events).toHaveLength(events.length);
  });

  it('is replayed after a run of another pipeline, which it brings along', async () => {
    await recordRun();
    const source = await recordLoop();
    useDocument.getState().open(chain);
    await useDebug.getState().replay('both.ndjson', source);
    shown().replay.setSpeed(null);
    shown().replay.play();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(shown().replay.at).toBe(shown().entries.length);
    expect(useDocument.getState().document).toEqual(loop);
    expect(useLive.getState()).toMatchObject({ phase: 'ended', tick: 44 });
    useDocument.getState().undo();
    expect(useDocument.getState().document).toEqual(chain);
  });

  it('is paused, played and stepped by its own buttons too', async () => {
    await useDebug.getState().replay('loop.ndjson', await recordLoop());
    const { replay } = shown();
    while (useLive.getState().tick < 3) replay.step();
    replay.play();
    useLive.getState().pause();
    expect(replay.playing).toBe(false);
    expect(useLive.getState().phase).toBe('paused');
    useLive.getState().step();
    expect(useLive.getState().tick).toBe(4);
    useLive.getState().play();
    expect(replay.playing).toBe(true);
    await useLive.getState().stop();
    expect(useLive.getState().phase).toBe('ended');
    expect(replay.playing).toBe(false);
  });

  it('of a file that an earlier version wrote on the disk is replayed over its pipeline', async () => {
    const at = 'src/testing/fixtures/v1';
    const opened = openDocument(readFileSync(`${at}/documents/loop.json`, 'utf8'), catalog);
    if (!opened.ok) throw new Error('the fixture does not open');
    const file = readFileSync(`${at}/expected/loop-events.ndjson`, 'utf8');
    useDocument.getState().open(chain);
    await useDebug.getState().replay('events.ndjson', file);
    expect(useDebug.getState().refusal?.message.en).toContain('none of its nodes');
    useDocument.getState().open(opened.document);
    await useDebug.getState().replay('events.ndjson', file);
    shown().replay.setSpeed(null);
    shown().replay.play();
    await vi.advanceTimersByTimeAsync(1_000);
    const { phase, history } = useLive.getState();
    expect(phase).toBe('ended');
    expect(history.events).toHaveLength(file.trim().split('\n').length);
    expect(history.champions.size).toBeGreaterThan(0);
  });
});

describe('a file from elsewhere', () => {
  const [started, , , completed] = aRun('r');
  const refused = (source: string): string => {
    const read = readRecording(source);
    return read.ok ? '' : read.refusal.message.en;
  };

  it.each([
    ['', 'There is no event'],
    ['{"format":"millrace/recording","version":1}\n', 'There is no event'],
    ['{"format":"millrace/recording","version":2}\n', 'later version'],
    ['a,b\n1,2\n', 'Line 1 is not JSON'],
    [`${JSON.stringify(started)}\n{"x\n${JSON.stringify(started)}\n`, 'Line 2 is not JSON'],
    ['{"type":"explode"}\n{}\n', 'Line 1 is no event'],
    [
      JSON.stringify({ ...completed, outputs: { table: { schema: { type: 'table', fields: 7 } } } }),
      '“outputs.table.schema.fields”',
    ],
    ['{"at":1,"says":{"type":"pipeline","plays":"run","id":"a","document":{}}}', 'pipeline of line 1 cannot be opened'],
    ['{"type":"tick","tick":1,"time":1e300,"statuses":{},"reports":{}}', '“time”'],
    [`[${'['.repeat(50_000)}${']'.repeat(50_000)}]`, 'Line 1 is no event'],
    [
      '{"type":"tick","tick":1,"time":0,"statuses":{},"reports":{}}\n{"type":"tick","tick":90000000,"time":0,"statuses":{},"reports":{}}\n',
      'Line 2',
    ],
    [
      '{"type":"tick","tick":1,"time":0,"statuses":{"a":{"level":"ok","message":{"code":"distribution/columns","args":{}}}},"reports":{}}',
      '“message”',
    ],
  ])('is refused with a sentence on what is wrong: %#', (source, sentence) => {
    expect(refused(source)).toContain(sentence);
  });

  it('of more than 64 MB is refused before it is read', async () => {
    const read = vi.fn(async () => '');
    await useDebug.getState().openFile({ name: 'a', size: 65 * 1024 * 1024, text: read });
    expect(useDebug.getState().refusal?.message.en).toContain('65 MB');
    expect(read).not.toHaveBeenCalled();
  });

  it('that ends in the middle of a line is read up to there', () => {
    const read = readRecording(`${JSON.stringify(started)}\n{"runId":"r","ty`);
    expect(read.ok && read.entries).toHaveLength(1);
  });

  it('may be the list of events of a report', async () => {
    const source = await recordLoop();
    const list = source.split('\n').flatMap((line) => (line.includes('"reasonKo"') ? [JSON.parse(line).says] : []));
    const read = readRecording(JSON.stringify({ format: 'millrace/report', events: list }, null, 2));
    expect(read.ok && read.entries).toHaveLength(list.length);
  });
});

it('lets the oldest go where a recording grows too long, but never the pipeline that plays', () => {
  const { client, run } = fakeEngine();
  const recorder = createRecorder(client, { now: () => 0, onHeard: () => undefined, most: 4_000 });
  recorder.engine.run({ document: chain, backend: 'auto' });
  for (let i = 0; i < 200; i++) run({ runId: 'run1', type: 'nodeStarted', nodeId: 'iris' });
  expect(recorder.heard[0]?.type).toBe('pipeline');
  expect(recorder.heard.length).toBeLessThan(100);
  expect(recorder.letGo).toBeGreaterThan(100);
  recorder.clear();
  expect(recorder.heard.map(({ type }) => type)).toEqual(['pipeline']);
});
