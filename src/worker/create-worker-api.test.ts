import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { createWorkspace } from '../application/workspace';
import type { EngineEvent } from '../engine/events';
import { emptyDocument } from '../graph/empty-document';
import type { WireValue } from '../nodes/contract/runner';
import { MAX_FILE_BYTES } from '../nodes/ingest/file/spec';
import type { Table } from '../table/table';
import { emptyDisk } from '../testing/empty-disk';
import { arithmetic, chain, emptyHost, fakeKinds } from '../testing/engine/fake-kinds';
import { createWorkerApi } from './create-worker-api';

const wide: Table = {
  rows: 3,
  columns: [
    { name: 'n', role: null, type: 'number', values: Float64Array.of(1.5, Number.NaN, 3) },
    { name: 'c', role: 'target', type: 'category', codes: Int32Array.of(0, 1, -1), dictionary: ['a', '=b'] },
    { name: 'i', role: null, type: 'image', shape: [1, 2, 1], values: Float32Array.of(0, 16, 8, 4, 0, 0) },
  ],
  partition: Uint8Array.of(0, 2, 1),
  sourceRows: Uint32Array.of(4, 5, 9),
  recipe: { source: [], steps: [] },
};
const word = 'a'.repeat(2_000_000);
const longCell: WireValue = {
  type: 'table',
  table: {
    rows: 1,
    columns: [{ name: 'c', role: null, type: 'category', codes: Int32Array.of(0), dictionary: [word] }],
    partition: null,
    sourceRows: null,
    recipe: { source: [], steps: [] },
  },
  notes: [{ code: 'odd', severity: 'info', message: { en: word, ko: word }, count: 1, examples: [word] }],
};
const notes: WireValue = {
  type: 'table',
  table: wide,
  notes: [{ code: 'repaired', severity: 'info', message: { en: 'Mended.', ko: '고침.' }, count: 1 }],
};

const page = { document: emptyDocument(), undoFiles: [], backend: 'auto' } as const;

/** The worker's answers over fake kinds and a disk in memory. */
function setUp() {
  const kinds = fakeKinds([
    ...arithmetic,
    { id: 'wide', run: () => ({ table: notes }) },
    { id: 'long', run: () => ({ table: longCell }) },
  ]);
  const disk = emptyDisk();
  const events: EngineEvent[] = [];
  const api = createWorkerApi({
    workspace: createWorkspace({ kinds, host: emptyHost, files: disk.files }),
    catalog: kinds.catalog,
    disk,
    lifeline: Promise.resolve('mine'),
    sendLive: () => undefined,
    keep: () => undefined,
    send: (batch) => {
      events.push(...batch);
    },
  });
  const refOf = async (kind: string) => {
    const document = chain(1);
    const [node] = document.nodes;
    if (node === undefined) throw new Error('a chain has nodes');
    const report = await api.run('r', {
      document: { ...document, nodes: [{ ...node, kind }] },
      backend: 'auto',
    });
    return { key: report.nodes.n0?.key ?? '', port: 'table' };
  };
  return { api, events, files: disk.files, wideRef: () => refOf('wide'), longRef: () => refOf('long') };
}

describe('the worker', () => {
  it('has sent every event of a run before it answers with the report', async () => {
    const { api, events } = setUp();
    await api.run('r', { document: chain(20), backend: 'auto' });
    expect(events.at(-1)?.type).toBe('runFinished');
    expect(events.filter((event) => event.type === 'nodeCompleted')).toHaveLength(20);
  });

  it('shows a table: its fields, parts, profiles and notes', async () => {
    const { api, wideRef } = setUp();
    const answer = await api.preview(await wideRef());
    expect(answer.ok && answer.value).toMatchObject({
      type: 'table',
      rows: 3,
      parts: { train: 1, validation: 1, test: 1 },
      notes: [{ code: 'repaired' }],
    });
    expect(answer.ok && answer.value.type === 'table' ? answer.value.profiles[0]?.missing : null).toBe(1);
  });

  it('hands out rows as text, images as pixels, and no row beyond the last', async () => {
    const { api, wideRef } = setUp();
    const answer = await api.rows(await wideRef(), 1, 50);
    expect(answer.ok && answer.value).toEqual({
      from: 1,
      of: 3,
      sourceRows: [5, 9],
      parts: ['test', 'validation'],
      cells: [
        [null, '=b', { shape: [1, 2, 1], pixels: Uint8Array.of(128, 64) }],
        ['3', null, { shape: [1, 2, 1], pixels: Uint8Array.of(0, 0) }],
      ],
    });
  });

  it('cuts a cell of millions of characters in all that it shows, and in nothing that it exports', async () => {
    const { api, longRef } = setUp();
    const ref = await longRef();
    const looks = [await api.preview(ref), await api.rows(ref, 0, 50)];
    for (const answer of looks) {
      expect(answer.ok).toBe(true);
      expect(JSON.stringify(answer)).toContain('aaa…');
      expect(JSON.stringify(answer).length).toBeLessThan(10_000);
    }
    const exported = await api.exportOutput(ref);
    expect(exported.ok && exported.value.bytes.length).toBeGreaterThan(2_000_000);
  });

  it('cuts what a run tells of such a cell', async () => {
    const { events, longRef } = setUp();
    await longRef();
    expect(events.some((event) => event.type === 'nodeCompleted')).toBe(true);
    expect(JSON.stringify(events).length).toBeLessThan(10_000);
  });

  it('exports a table as CSV', async () => {
    const { api, wideRef } = setUp();
    const answer = await api.exportOutput(await wideRef());
    expect(answer.ok && [answer.value.fileName, new TextDecoder().decode(answer.value.bytes)]).toEqual([
      'table.csv',
      'n,c\n1.5,a\n,=b\n3,\n',
    ]);
  });

  it('says what to do where a result is no longer kept', async () => {
    const { api } = setUp();
    const answer = await api.preview({ key: 'forgotten', port: 'table' });
    expect(answer.ok ? '' : answer.failure.code).toBe('result-gone');
  });

  it('hands a pipeline in Python over as one archive in a folder, and names what it leaves out', async () => {
    const answer = await setUp().api.exportPython({
      document: chain(1),
      backend: 'auto',
      language: 'en',
      fitted: false,
      folder: '붓꽃-python',
    });
    if (!answer.ok) throw new Error(answer.failure.message.en);
    expect(Object.keys(unzipSync(answer.value.bytes))).toEqual(['붓꽃-python/pipeline.py']);
    expect(answer.value.paths).toEqual(['pipeline.py']);
    expect(answer.value.leftOut.map(({ en }) => en)).toEqual([expect.stringContaining('cannot be written')]);
  });

  it('keeps a file under the hash of its bytes, and the same bytes once', async () => {
    const { api, files } = setUp();
    const one = await api.files.put(new File(['abc'], 'one.csv'), page);
    const other = await api.files.put(new File(['abc'], 'other.csv'), page);
    const hash = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    expect(one).toEqual({ ok: true, value: { file: { name: 'one.csv', hash, bytes: 3 }, freed: null } });
    expect(other.ok && other.value.file.hash).toBe(hash);
    expect(await files.list()).toMatchObject([{ hash, name: 'one.csv', bytes: 3 }]);
    expect(await api.files.has(hash)).toBe(true);
  });

  it('keeps no file that no node could read, and names the limit of reading', async () => {
    const { api, files } = setUp();
    const large = Object.defineProperty(new File(['abc'], 'large.csv'), 'size', { value: MAX_FILE_BYTES + 1 });
    expect(await api.files.put(large, page)).toMatchObject({
      ok: false,
      failure: { code: 'file-too-large', message: { en: 'The file has 513 MB; the limit is 512 MB.' } },
    });
    expect(await files.list()).toEqual([]);
  });

  it('answers how much memory tensors take before any backend has started', () => {
    expect(setUp().api.memory()).toEqual({ tensors: 0, bytes: 0 });
  });
});
