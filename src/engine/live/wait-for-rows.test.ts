import { describe, expect, it } from 'vitest';
import type { PipelineDocument } from '../../graph/document';
import { createLake } from '../../lake/create-lake';
import type { DataLake } from '../../lake/lake';
import { createMemoryBlobs } from '../../lib/blob-store';
import { yieldNow } from '../../lib/yielding';
import { liveRunners } from '../../nodes/live-runners';
import { runners } from '../../nodes/runners';
import { specs } from '../../nodes/specs';
import { takeRows } from '../../table/rows';
import type { Table } from '../../table/table';
import { emptyHost, pipeline } from '../../testing/engine/fake-kinds';
import { fakeRows } from '../../testing/engine/fake-live-kinds';
import { play } from '../../testing/engine/fake-session';
import { indexKinds } from '../kinds';

const kinds = indexKinds(specs, runners, liveRunners);
const rows = (from: number, to: number): Table => {
  const part = takeRows(
    fakeRows(to),
    Uint32Array.from({ length: to - from }, (_, i) => from + i),
  );
  return { ...part, sourceRows: null };
};

function following(labelDelay: number, follow: string): PipelineDocument {
  const document = pipeline(
    { lake: 'ingest.lake', stream: 'retrain.stream', linear: 'train.linear', deploy: 'serve.deploy' },
    [
      'lake.table > stream.table',
      'stream.table > linear.table',
      'linear.model > deploy.model',
      'stream.stream > deploy.stream',
    ],
  );
  const params: Readonly<Record<string, PipelineDocument['nodes'][number]['params']>> = {
    lake: { name: 'meter' },
    stream: { historyRows: 40, batchRows: 10, follow, target: 'y', labelDelay },
    linear: { epochs: 3 },
  };
  return { ...document, nodes: document.nodes.map((node) => ({ ...node, params: params[node.id] ?? {} })) };
}

async function setUp(labelDelay = 0, follow = 'meter', meanwhile: (lake: DataLake) => unknown = () => undefined) {
  const lake: DataLake = createLake(createMemoryBlobs(), () => new Date(0));
  await lake.append('meter', rows(0, 55), 'first.csv');
  const controller = new AbortController();
  const heard = play(following(labelDelay, follow), {
    kinds,
    host: { ...emptyHost, lake },
    waits: true,
    signal: controller.signal,
    emitRun: (event) => {
      if (event.type === 'nodeCompleted' && event.nodeId === 'linear') void meanwhile(lake);
    },
  });
  const batches = () =>
    heard.events().flatMap(({ type, figures }) => (type === 'batch' ? [`${figures.from} ${figures.to}`] : []));
  const status = () => heard.records().at(-1)?.statuses.stream;
  const waiting = async (of: number): Promise<void> => {
    const patience = performance.now() + 5_000;
    while (performance.now() < patience) {
      const figures = status()?.figures;
      if (figures?.rows === of && figures.labelledTo === of && status()?.level === 'ok') break;
      await yieldNow();
    }
    expect(status()?.figures).toMatchObject({ rows: of, labelledTo: of });
    // Long enough for a loop that does not wait to make many ticks more.
    for (let i = 0; i < 30; i++) await yieldNow();
    expect(status()).toMatchObject({
      message: { code: 'stream/waits', args: { follow: follow.trim(), to: of } },
    });
  };
  return { lake, heard, controller, batches, waiting };
}

describe('a stream that follows a data set on the page', () => {
  it('waits at its end, making no ticks, and goes on with the rows that are appended', async () => {
    const { lake, heard, controller, batches, waiting } = await setUp();
    await waiting(55);
    const made = heard.records().length;
    for (let i = 0; i < 50; i++) await yieldNow();
    expect(heard.records()).toHaveLength(made);
    await lake.append('other', rows(0, 5), 'other.csv');
    heard.session.rowsCame('other');
    for (let i = 0; i < 50; i++) await yieldNow();
    expect(heard.records()).toHaveLength(made);
    await lake.append('meter', rows(55, 68), 'second.csv');
    heard.session.rowsCame('meter');
    await waiting(68);
    expect(batches()).toEqual(['40 50', '50 55', '55 65', '65 68']);
    expect(heard.phases().at(-1)).toBe('playing');
    controller.abort();
    expect((await heard.session.done).status).toBe('completed');
    expect(heard.phases().at(-1)).toBe('ended');
  });

  it('takes the rows that come while the pipeline runs, and a name with spaces around it', async () => {
    const { controller, heard, batches, waiting } = await setUp(0, ' more ', (lake) =>
      lake.append('more', rows(55, 63), 'while it ran.csv'),
    );
    await waiting(63);
    expect(batches()).toEqual(['40 50', '50 55', '55 63']);
    controller.abort();
    await heard.session.done;
  });

  it('lets labels that are late arrive before it waits, and makes the ticks it is told to', async () => {
    const { heard, controller, waiting } = await setUp(3);
    await waiting(55);
    const made = heard.records().length;
    heard.session.control({ type: 'step', ticks: 2 });
    for (let i = 0; i < 2_000 && heard.records().length < made + 2; i++) await yieldNow();
    expect(heard.records()).toHaveLength(made + 2);
    controller.abort();
    await heard.session.done;
  });
});
