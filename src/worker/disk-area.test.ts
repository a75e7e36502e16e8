import { describe, expect, it } from 'vitest';
import { createFileStore } from '../files/file-store';
import type { PipelineDocument } from '../graph/document';
import { emptyDocument } from '../graph/empty-document';
import { saveDocument } from '../graph/save-document';
import { createLake } from '../lake/create-lake';
import { createMemoryBlobs } from '../lib/blob-store';
import { catalog } from '../nodes/catalog';
import { createRegistry } from '../registry/create-registry';
import type { AutosaveSlot, SlotStore } from '../storage/autosave';
import type { StoredEntry } from '../storage/eviction';
import { fakeModel } from '../testing/engine/fake-live-kinds';
import { fakeLineage } from '../testing/lib/fake-version';
import { makeTable } from '../testing/table/make-table';
import { createDiskArea } from './disk-area';

const DAY = 24 * 60 * 60 * 1_000;
const NOW = 100 * DAY;
const hash = (digit: string): string => digit.repeat(64);
const file = (digit: string) => ({ name: `${digit}.csv`, hash: hash(digit), bytes: 5 });

/** A document whose nodes read these files. */
function reading(name: string, digits: readonly string[], set?: string): PipelineDocument {
  const at = { label: '', position: { x: 0, y: 0 }, mode: 'on' } as const;
  return {
    ...emptyDocument(),
    name,
    nodes: [
      ...digits.map((digit) => ({ id: digit, kind: 'ingest.file', params: { file: file(digit) }, ...at })),
      ...(set === undefined ? [] : [{ id: 'lake', kind: 'ingest.lake', params: { name: set, version: '' }, ...at }]),
    ],
  };
}

const slot = (tab: string, document: PipelineDocument, undoFiles: readonly string[] = []): AutosaveSlot => ({
  tab,
  savedAt: 1,
  text: saveDocument(document),
  dirty: true,
  undoFiles,
});

const slotStore = (slots: AutosaveSlot[]): SlotStore => ({
  all: async () => slots,
  put: async () => undefined,
  remove: async (tab) => {
    slots.splice(
      slots.findIndex((one) => one.tab === tab),
      1,
    );
  },
});

/** A disk with files `a` … `f` of an age in days, on which these tabs are open. */
async function setUp({
  slots = [],
  open = ['me'],
  age = 40,
  told = new Map(),
}: {
  slots?: AutosaveSlot[] | null;
  open?: string[] | null;
  age?: number;
  told?: Map<string, number>;
}) {
  const blobs = createMemoryBlobs(() => NOW - age * DAY);
  const files = createFileStore(blobs);
  for (const digit of 'abcdef') await files.write(hash(digit), new Uint8Array(5), `${digit}.csv`);
  const lake = createLake(createMemoryBlobs());
  await lake.append('sales', makeTable({ n: [1, 2, 3] }), 'sales.csv');
  await lake.append('copy', makeTable({ n: [1, 2, 3] }), 'copy.csv');
  const registry = createRegistry(createMemoryBlobs(), { now: () => '' });
  let results: StoredEntry[] = [{ key: 'k cpu', bytes: 8, usedAt: 1 }];
  const running: PipelineDocument[] = [];
  const api = createDiskArea({
    files,
    lake,
    registry,
    results: async () => ({
      list: async () => results,
      remove: async (keys) => {
        results = results.filter(({ key }) => !keys.includes(key));
      },
    }),
    slots: async () => {
      if (slots === null) throw new Error('forbidden');
      return slotStore(slots);
    },
    sessions: async () => ({
      sizes: async () => told,
      remove: async (tab) => void told.delete(tab),
    }),
    openTabs: async () => (open === null ? null : new Set(open)),
    room: async () => ({ used: 1, allowed: 10 }),
    catalog,
    running: () => running,
    keys: async ({ name }, backend) => (name === 'mine' ? { n: `k ${backend}` } : {}),
    now: () => NOW,
  });
  const left = async (): Promise<string> => (await files.list()).map(({ name }) => name?.slice(0, 1)).join('');
  return { api, left, running, lake, registry };
}

const page = (document = emptyDocument(), undoFiles: readonly string[] = []) => ({
  document,
  undoFiles,
  backend: 'cpu' as const,
});

describe('the sweep', () => {
  it('leaves what the page, its undo, kept pipelines and what runs name, and removes the rest', async () => {
    const { api, left, running } = await setUp({ slots: [slot('closed', reading('old', ['c']))] });
    running.push(reading('live', ['d']));
    const answer = await api.sweep(page(reading('mine', ['a']), [hash('b')]));
    expect(answer).toEqual({ ok: true, value: { files: 2, bytes: 10 } });
    expect(await left()).toBe('abcd');
  });

  it('leaves what an open tab can undo, and not what a closed one could', async () => {
    const slots = [slot('other', reading('', []), [hash('a')]), slot('closed', reading('', []), [hash('b')])];
    const { api, left } = await setUp({ slots, open: ['me', 'other'] });
    await api.sweep(page());
    expect(await left()).toBe('a');
  });

  it('leaves what a kept text names that this version cannot open', async () => {
    const foreign = { ...slot('closed', emptyDocument()), text: `{"format":"of tomorrow","of":"${hash('e')}"}` };
    const { api, left } = await setUp({ slots: [foreign] });
    await api.sweep(page());
    expect(await left()).toBe('e');
  });

  it('makes room by itself only with what is a month old, and only while no other tab is open', async () => {
    const young = await setUp({ age: 29 });
    expect(await young.api.makeRoom(page())).toEqual({ files: 0, bytes: 0 });
    const two = await setUp({ open: ['me', 'other'] });
    expect(await two.api.makeRoom(page())).toEqual({ files: 0, bytes: 0 });
    const old = await setUp({});
    expect(await old.api.makeRoom(page(reading('mine', ['a'])))).toEqual({ files: 5, bytes: 25 });
    expect(await old.left()).toBe('a');
  });
});

describe('the survey', () => {
  it('says of each file who uses it, and of each pipeline what is its own', async () => {
    const { api } = await setUp({ slots: [slot('closed', reading('old', ['c'], 'sales'))] });
    const answer = await api.survey(page(reading('mine', ['a']), [hash('b')]));
    if (!answer.ok) throw new Error(answer.failure.message.en);
    const { files, pipelines, sets, results, room } = answer.value;
    expect(files.map(({ name, use }) => [name, use]).slice(0, 4)).toEqual([
      ['a.csv', 'pipeline'],
      ['b.csv', 'undo'],
      ['c.csv', 'pipeline'],
      ['d.csv', 'unused'],
    ]);
    expect(pipelines).toMatchObject([
      { name: 'mine', open: true, slot: null, files: [hash('a')], sets: [], results: ['k auto', 'k cpu'] },
      { name: 'old', open: false, slot: { tab: 'closed' }, files: [hash('c')], sets: ['sales'], results: [] },
    ]);
    expect(sets).toMatchObject([
      { name: 'copy', versions: 1 },
      { name: 'sales', versions: 1 },
    ]);
    expect(sets[0]?.bytes).toBeGreaterThan(100);
    expect([results, room]).toEqual([[{ key: 'k cpu', bytes: 8, usedAt: 1 }], { used: 1, allowed: 10 }]);
  });
});

describe('the total', () => {
  const survey = async (setup: Parameters<typeof setUp>[0], of = page()) => {
    const all = await setUp(setup);
    const answer = await all.api.survey(of);
    if (!answer.ok) throw new Error(answer.failure.message.en);
    return { ...all, ...answer.value };
  };

  it('is all that lies there: files, sets, models, results, pipelines and what tabs can undo', async () => {
    const kept = slot('closed', reading('old', ['c']));
    const { total, lake, sessions } = await survey({
      slots: [kept],
      told: new Map([
        ['closed', 100],
        ['gone', 10],
      ]),
    });
    const results = 8;
    expect(total).toBe(6 * 5 + results + (await lake.sizes()).total + new Blob([kept.text]).size + 110);
    expect(sessions).toEqual([{ tab: 'gone', bytes: 10, open: false }]);
  });

  it('counts once what several pipelines, sets or lines of models have', async () => {
    const alone = await survey({ slots: [] });
    const slots = [slot('one', reading('one', ['a'])), slot('two', reading('two', ['a']))];
    const { total, pipelines, sets, registry, api } = await survey({ slots });
    expect(total).toBe(alone.total + sum(pipelines.map(({ slot: own }) => own?.bytes ?? 0)));
    const [copy, sales] = sets;
    // Their rows are the same: removing one frees its own index alone.
    expect(sum([copy?.bytes ?? 0, sales?.bytes ?? 0])).toBeGreaterThan((await alone.lake.sizes()).total);
    expect(copy?.alone).toBeLessThan(copy?.bytes ?? 0);

    for (const line of ['a', 'b']) {
      await registry.add(fakeModel(2), { line, metrics: {}, lineage: fakeLineage });
    }
    const again = await api.survey(page());
    const [version] = again.ok ? again.value.models : [];
    expect(again.ok && again.value.total - total).toBe(version?.bytes);
  });
});

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

describe('what cannot be known', () => {
  it('is not claimed: which tabs are open', async () => {
    const { api } = await setUp({ slots: [slot('perhaps', reading('old', []))], open: null });
    const answer = await api.survey(page());
    expect(answer.ok && answer.value.pipelines.map(({ open }) => open)).toEqual([true, null]);
    expect(await api.removeSlot('perhaps')).toMatchObject({ ok: false, failure: { code: 'tab-open' } });
  });

  it('is not said to be of undo: a file that only what runs just now names', async () => {
    const { api, running } = await setUp({ slots: [] });
    running.push(reading('live', ['d']));
    const answer = await api.survey(page(emptyDocument(), [hash('b')]));
    const useOf = (digit: string) => answer.ok && answer.value.files.find((one) => one.hash === hash(digit))?.use;
    expect([useOf('b'), useOf('d'), useOf('e')]).toEqual(['undo', 'running', 'unused']);
  });
});

describe('a browser that hands out no kept documents', () => {
  it('is told of no unused file, and nothing is swept', async () => {
    const { api, left } = await setUp({ slots: null });
    const answer = await api.survey(page());
    expect(answer.ok && answer.value.files.every(({ use }) => use === 'unknown')).toBe(true);
    expect((await api.sweep(page())).ok).toBe(false);
    expect(await api.makeRoom(page())).toEqual({ files: 0, bytes: 0 });
    expect(await left()).toBe('abcdef');
  });
});

describe('freeing', () => {
  it('forgets the work of a closed tab, and never that of an open one', async () => {
    const slots = [slot('closed', reading('old', [])), slot('me', reading('mine', []))];
    const told = new Map([
      ['closed', 5],
      ['me', 6],
    ]);
    const { api } = await setUp({ slots, told });
    expect((await api.removeSlot('closed')).ok).toBe(true);
    expect(await api.removeSlot('me')).toMatchObject({ ok: false, failure: { code: 'tab-open' } });
    expect(slots.map(({ tab }) => tab)).toEqual(['me']);
    expect([...told.keys()]).toEqual(['me']);
  });
});
