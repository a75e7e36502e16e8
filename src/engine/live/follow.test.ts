import { describe, expect, it } from 'vitest';
import type { PipelineDocument } from '../../graph/document';
import { createLake } from '../../lake/create-lake';
import type { DataLake } from '../../lake/lake';
import { type BlobStore, createMemoryBlobs } from '../../lib/blob-store';
import { liveRunners } from '../../nodes/live-runners';
import { runners } from '../../nodes/runners';
import { specs } from '../../nodes/specs';
import { takeRows } from '../../table/rows';
import type { Table } from '../../table/table';
import { emptyHost, pipeline } from '../../testing/engine/fake-kinds';
import { fakeRows } from '../../testing/engine/fake-live-kinds';
import { memoryRegistry, play } from '../../testing/engine/fake-session';
import { indexKinds } from '../kinds';

const kinds = indexKinds(specs, runners, liveRunners);
const rows = (from: number, to: number): Table => {
  const part = takeRows(
    fakeRows(to),
    Uint32Array.from({ length: to - from }, (_, i) => from + i),
  );
  return { ...part, sourceRows: null };
};

/** The lake's newest rows → a stream that follows them → a linear model → a deployment. */
function following(): PipelineDocument {
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
    stream: { historyRows: 40, batchRows: 10, follow: 'meter', target: 'y' },
    linear: { epochs: 3 },
  };
  return { ...document, nodes: document.nodes.map((node) => ({ ...node, params: params[node.id] ?? {} })) };
}

async function lakeOf(first: number): Promise<DataLake> {
  const lake = createLake(createMemoryBlobs(), () => new Date(0));
  await lake.append('meter', rows(0, first), 'first.csv');
  return lake;
}

describe('a stream that follows a data set', () => {
  it('hands out what is appended to it while the clock goes, and goes on there after a restart', async () => {
    const lake = await lakeOf(50);
    const registry = memoryRegistry();
    let minutes = 0;
    const wallTime = (): number => {
      minutes++;
      return Date.UTC(2026, 0, 1) + minutes * 60_000;
    };
    let saved: string | undefined;
    const live = (ticks: number, appended: Readonly<Record<number, readonly [number, number]>>) =>
      play(following(), {
        kinds,
        registry,
        host: { ...emptyHost, lake },
        clock: 'wall',
        wallTime,
        ticks,
        ...(saved === undefined ? {} : { from: JSON.parse(saved) }),
        afterTick: async ({ tick }, checkpoint) => {
          saved = JSON.stringify(checkpoint());
          const range = appended[tick];
          if (range !== undefined) await lake.append('meter', rows(...range), `${tick}.csv`);
        },
      });
    const first = live(5, { 2: [50, 64], 4: [64, 70] });
    expect((await first.session.done).status).toBe('completed');
    const handed = (heard: ReturnType<typeof play>) =>
      heard.events().flatMap(({ type, figures }) => (type === 'batch' ? [`${figures.from} ${figures.to}`] : []));
    // Tick 2 finds nothing new: an empty batch is no event.
    expect(handed(first)).toEqual(['40 50', '50 60', '60 64', '64 70']);
    await lake.append('meter', rows(70, 73), 'while-away.csv');
    const second = live(2, {});
    await second.session.done;
    expect(second.records().map(({ tick }) => tick)).toEqual([6, 7]);
    expect(handed(second)).toEqual(['70 73']);
    const times = [...first.records(), ...second.records()].map(({ time }) => time);
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });

  it('looks in each tick at its own set’s index, and reads the chunks of rows that came since alone', async () => {
    const blobs = createMemoryBlobs();
    let read: string[] = [];
    const store: BlobStore = {
      ...blobs,
      read: (name) => {
        read.push(name.split('/')[0] ?? '');
        return blobs.read(name);
      },
    };
    const lake = createLake(store, () => new Date(0));
    for (let k = 0; k < 10; k++) await lake.append('meter', rows(6 * k, 6 * k + 6), `${k}.csv`);
    for (const other of ['a', 'b']) await lake.append(other, rows(0, 9), 'other.csv');
    const asked: string[] = [];
    const heard = play(following(), {
      kinds,
      host: { ...emptyHost, lake },
      clock: 'wall',
      wallTime: () => 0,
      ticks: 5,
      afterTick: async ({ tick }) => {
        asked.push(read.join(' '));
        if (tick === 3) await lake.append('meter', rows(60, 65), 'more.csv');
        read = [];
      },
    });
    expect((await heard.session.done).status).toBe('completed');
    expect(asked.slice(1)).toEqual(['sets', 'sets', 'sets sets chunks', 'sets']);
  });

  it('ends with the rows that there are on the virtual clock', async () => {
    const heard = play(following(), { kinds, host: { ...emptyHost, lake: await lakeOf(75) } });
    expect((await heard.session.done).status).toBe('completed');
    expect(heard.records()).toHaveLength(4);
  });
});
