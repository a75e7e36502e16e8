import { describe, expect, it } from 'vitest';
import { createLake } from '../../lake/create-lake';
import { type BlobStore, createMemoryBlobs } from '../../lib/blob-store';
import { lakeRunner } from '../../nodes/ingest/lake/run';
import { lakeSpec } from '../../nodes/ingest/lake/spec';
import { pipeline } from '../../testing/engine/fake-kinds';
import { cellsOf, makeTable } from '../../testing/table/make-table';
import { indexKinds } from '../kinds';
import { rowsAtBegin, rowsSince } from './pins';

/** A store that notes what is read of it. */
function noted() {
  const blobs = createMemoryBlobs();
  const read: string[] = [];
  const store: BlobStore = {
    ...blobs,
    read: (name) => {
      read.push(name);
      return blobs.read(name);
    },
  };
  return { lake: createLake(store, () => new Date(0)), read };
}

describe('the new rows of a followed data set', () => {
  it('are read alone, with the ends of the versions that brought them', async () => {
    const { lake, read } = noted();
    for (let k = 0; k < 40; k++) await lake.append('meter', makeTable({ x: [k, k + 0.5] }), `${k}.csv`);
    await lake.append('other', makeTable({ x: [1] }), 'o.csv');
    read.length = 0;
    const more = await rowsSince(lake, 'meter', 75);
    expect(more?.versionEnds).toEqual([1, 3, 5]);
    expect(more === null ? [] : cellsOf(more.table, 'x')).toEqual([37.5, 38, 38.5, 39, 39.5]);
    expect(read.filter((name) => name.startsWith('chunks/'))).toHaveLength(3);
    expect(new Set(read.filter((name) => name.startsWith('sets/'))).size).toBe(1);
  });

  it('cost one look at one index where there are none', async () => {
    const { lake, read } = noted();
    for (const name of ['meter', 'a', 'b']) await lake.append(name, makeTable({ x: [1, 2] }), 'a.csv');
    read.length = 0;
    expect(await rowsSince(lake, 'meter', 2)).toBeNull();
    expect(read).toHaveLength(1);
    expect(await rowsSince(lake, 'none', 0)).toBeNull();
  });
});

describe('the rows that a loop began with', () => {
  const kinds = indexKinds([lakeSpec], [lakeRunner]);
  const reading = (name: string, version: string, mode: 'on' | 'off' = 'on') => {
    const document = pipeline({ lake: { kind: 'ingest.lake', mode } });
    return kinds.catalog.compile({
      ...document,
      nodes: document.nodes.map((node) => ({ ...node, params: { name, version } })),
    });
  };

  it('are those of the version that the pipeline reads, else all that the set had', async () => {
    const { lake } = noted();
    const first = await lake.append('meter', makeTable({ x: [1, 2] }), 'a.csv');
    await lake.append('meter', makeTable({ x: [3] }), 'b.csv');
    const sets = await lake.list();
    expect(rowsAtBegin('meter', reading(' meter ', first.hash), kinds, sets)).toBe(2);
    expect(rowsAtBegin('meter', reading('other', first.hash), kinds, sets)).toBe(3);
    expect(rowsAtBegin('meter', reading('meter', first.hash, 'off'), kinds, sets)).toBe(3);
    expect(rowsAtBegin('none', reading('meter', first.hash), kinds, sets)).toBe(0);
  });
});
