import { describe, expect, it } from 'vitest';
import { createLake } from '../lake/create-lake';
import type { DataLake } from '../lake/lake';
import { createMemoryBlobs } from '../lib/blob-store';
import { lakeRunner } from '../nodes/ingest/lake/run';
import { lakeSpec } from '../nodes/ingest/lake/spec';
import { emptyHost, pipeline } from '../testing/engine/fake-kinds';
import { cellsOf, makeTable } from '../testing/table/make-table';
import { createEngine } from './engine';
import { indexKinds } from './kinds';

const kinds = indexKinds([lakeSpec], [lakeRunner]);
const newLake = (): DataLake => createLake(createMemoryBlobs(), () => new Date(0));

/** Reads `sales` through the engine, as a document's only node. */
function setUp(lake: DataLake | undefined, version = '', name = ' sales ') {
  const engine = createEngine({ kinds, host: lake === undefined ? emptyHost : { ...emptyHost, lake } });
  const bare = pipeline({ lake1: 'ingest.lake' });
  const document = { ...bare, nodes: bare.nodes.map((node) => ({ ...node, params: { name, version } })) };
  const run = async () => {
    const report = await engine.run({
      runId: 'r',
      document,
      backend: 'auto',
      signal: new AbortController().signal,
      emit: () => undefined,
    });
    const node = report.nodes.lake1;
    const output = (await engine.result(node?.key ?? ''))?.outputs.table;
    return { node, output: output?.type === 'table' ? output : undefined };
  };
  return { run, keys: async () => (await engine.keys(document, 'auto')).lake1 };
}

describe('a document that reads the data lake', () => {
  it('takes the newest rows, says which version they are, and recalls them until rows come', async () => {
    const lake = newLake();
    const first = await lake.append('sales', makeTable({ x: [1, null] }), 'monday.csv');
    const { run, keys } = setUp(lake);
    const monday = await run();
    expect(monday.output && cellsOf(monday.output.table, 'x')).toEqual([1, null]);
    expect(monday.output?.notes?.[0]?.message.en).toBe(
      `Version ${first.hash.slice(0, 12)} of “sales”: 2 rows, the last 2 from monday.csv.`,
    );
    expect(monday.node?.key).toBe(await keys());
    expect((await run()).node).toMatchObject({ cached: true });
    await lake.append('sales', makeTable({ x: [3] }), 'tuesday.csv');
    const tuesday = await run();
    expect(tuesday.node).toMatchObject({ cached: false, rows: 3 });
    expect(tuesday.node?.key).toBe(await keys());
    expect(tuesday.node?.key).not.toBe(monday.node?.key);
  });

  it('stays on a version that is named, by its hash or the beginning of it, under one key', async () => {
    const lake = newLake();
    const { hash } = await lake.append('sales', makeTable({ x: [1, 2] }), 'monday.csv');
    await lake.append('sales', makeTable({ x: [3] }), 'tuesday.csv');
    const whole = await setUp(lake, hash).run();
    const short = await setUp(lake, hash.slice(0, 8)).run();
    expect(whole.node?.rows).toBe(2);
    expect(short.node?.key).toBe(whole.node?.key);
  });

  it('fails where there is no such set or version, naming those there are, and goes on once there is', async () => {
    const lake = newLake();
    await lake.append('weather', makeTable({ x: [1] }), 'a.csv');
    const { run } = setUp(lake);
    expect((await run()).node).toMatchObject({
      status: 'failed',
      failure: { code: 'lake-gone', hint: { en: 'Choose one of those there are: “weather”.' } },
    });
    await lake.append('sales', makeTable({ x: [1] }), 'a.csv');
    expect((await run()).node).toMatchObject({ status: 'completed' });
    expect((await setUp(lake, 'abcdef01').run()).node).toMatchObject({ failure: { code: 'lake-version-gone' } });
  });

  it('fails with the remedy where no lake is open', async () => {
    expect((await setUp(undefined).run()).node).toMatchObject({
      failure: { code: 'no-lake', hint: { en: expect.stringContaining('--lake DIR') } },
    });
  });
});
