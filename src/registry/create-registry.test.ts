import { describe, expect, it } from 'vitest';
import { type BlobStore, createMemoryBlobs } from '../lib/blob-store';
import { Failure } from '../lib/failure';
import type { ModelValue } from '../models/model';
import { said } from '../testing/lib/said';
import { fakeLinearModel } from '../testing/models/fake-model';
import { type BlobRegistry, createRegistry, type RegistryOptions } from './create-registry';
import { sayOfModels } from './messages';
import type { Lineage, NewVersion } from './registry';

const model = (weight: number, rows = 0): ModelValue => {
  const made = fakeLinearModel(['a'], [[weight]], { name: 'y', classes: ['no', 'yes'] });
  return { ...made, training: { ...made.training, rows } };
};
const lineage: Lineage = {
  pipeline: { name: 'Loans', hash: 'abc' },
  nodeId: 'train1',
  dataHash: null,
  rows: 100,
  seed: 42,
  backend: 'wasm',
  steps: ['prepare.scale'],
  madeBy: 'pipeline',
  parent: null,
  tick: null,
  streamRows: null,
};
const about = (line: string, change: Partial<NewVersion> = {}): NewVersion => ({
  line,
  metrics: { accuracy: 0.9 },
  lineage,
  ...change,
});
const at = (tick: number | null, why = 'better') => ({ tick, why: said(why) });

/** A clock whose every reading is a second later. */
function clock(): RegistryOptions {
  let seconds = 0;
  return { now: () => new Date(1_000 * seconds++).toISOString() };
}
const code = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
    return 'done';
  } catch (cause) {
    return cause instanceof Failure ? cause.detail.code : String(cause);
  }
};
const stages = async (registry: BlobRegistry, line = 'Loans'): Promise<Readonly<Record<number, string>>> =>
  Object.fromEntries((await registry.list()).filter((v) => v.line === line).map((v) => [v.number, v.stage]));

/** Three versions of one line. */
async function three(blobs = createMemoryBlobs()) {
  const registry = createRegistry(blobs, clock());
  const [a, b, c] = [model(1), model(2), model(3)].map(registry.idOf);
  for (const weight of [1, 2, 3]) await registry.add(model(weight), about('Loans'));
  if (a === undefined || b === undefined || c === undefined) throw new Error('three have ids');
  return { registry, blobs, a, b, c };
}

describe('a registry of models', () => {
  it('keeps a model as a candidate and gives it back to the bit', async () => {
    const registry = createRegistry(createMemoryBlobs(), clock());
    const version = await registry.add(model(0.1), about('대출 심사'));
    expect(version).toMatchObject({
      line: '대출 심사',
      number: 1,
      stage: 'candidate',
      parameters: 2,
      lineage,
      moves: [],
    });
    expect(version.id).toBe(registry.idOf(model(0.1)));
    expect(await registry.load(version.id)).toEqual(model(0.1));
  });

  it('keeps the same model of a line once, and lists the newest first', async () => {
    const { registry } = await three();
    const again = await registry.add(model(2, 99), about('Loans', { metrics: {} }));
    expect(again).toMatchObject({ number: 2, metrics: { accuracy: 0.9 } });
    await registry.add(model(2), about('Other'));
    expect((await registry.list()).map(({ line, number }) => `${line} ${number}`)).toEqual([
      'Other 1',
      'Loans 3',
      'Loans 2',
      'Loans 1',
    ]);
  });

  it('has one champion a line: a promotion archives the one before', async () => {
    const { registry, a, b } = await three();
    await registry.promote('Loans', a, at(null));
    await registry.promote('Loans', b, at(41));
    expect(await stages(registry)).toEqual({ 1: 'archived', 2: 'champion', 3: 'candidate' });
    const [, second] = await registry.list();
    expect(second?.moves).toEqual([{ stage: 'champion', tick: 41, why: said('better'), rollback: false }]);
    const [, , first] = await registry.list();
    expect(first?.moves.at(-1)?.why).toEqual(sayOfModels('gave-way', { number: 2, why: said('better') }));
  });

  it('writes nothing where a loop repeats what it has done', async () => {
    const { registry, blobs, a, b } = await three();
    const play = async () => {
      await registry.promote('Loans', a, at(1));
      await registry.promote('Loans', b, at(41));
      await registry.archive('Loans', a, at(42, 'lost'));
      await registry.rollback('Loans', at(43, 'worse'), a);
    };
    await play();
    const before = await registry.list();
    await registry.rollback('Loans', at(43, 'worse'), a);
    await play();
    expect(await registry.list()).toEqual(before);
    let writes = 0;
    const counting = createRegistry({ ...blobs, write: async () => void writes++ }, clock());
    await counting.add(model(1), about('Loans'));
    await counting.promote('Loans', a, at(50));
    expect(writes).toBe(0);
  });

  it('goes back step by step, or to the version named', async () => {
    const { registry, a, b, c } = await three();
    for (const id of [a, b, c]) await registry.promote('Loans', id, at(null));
    expect((await registry.rollback('Loans', at(null, 'worse'))).id).toBe(b);
    expect((await registry.rollback('Loans', at(null, 'worse'))).id).toBe(a);
    expect(await code(registry.rollback('Loans', at(null)))).toBe('nothing-before');
    expect((await registry.rollback('Loans', at(null), c)).id).toBe(c);
    expect(await stages(registry)).toEqual({ 1: 'archived', 2: 'archived', 3: 'champion' });
  });

  it('does not go back to a version that was archived for good', async () => {
    const { registry, a, b, c } = await three();
    for (const id of [a, b, c]) await registry.promote('Loans', id, at(null));
    await registry.archive('Loans', b, at(61, 'lost'));
    expect((await registry.rollback('Loans', at(62, 'worse'))).id).toBe(a);
    expect((await registry.list())[2]?.moves.at(-1)).toMatchObject({ stage: 'champion', tick: 62, rollback: true });
  });

  it('does not go back in circles when the same rollback is asked for again', async () => {
    const { registry, a, b } = await three();
    await registry.promote('Loans', a, at(1));
    await registry.promote('Loans', b, at(2));
    expect((await registry.rollback('Loans', at(3, 'worse'))).id).toBe(a);
    expect((await registry.rollback('Loans', at(3, 'worse'))).id).toBe(a);
  });

  it('keeps a model card', async () => {
    const { registry, a } = await three();
    await registry.describe('Loans', a, 'Made for branch offices.');
    expect((await registry.list()).map(({ card }) => card)).toEqual(['', '', 'Made for branch offices.']);
  });

  it('forgets a version with its file, but neither a champion nor a file that another line needs', async () => {
    const { registry, blobs, a, b } = await three();
    await registry.add(model(1), about('Other'));
    await registry.promote('Loans', b, at(null));
    expect(await code(registry.remove('Loans', b))).toBe('version-serves');
    await registry.remove('Loans', a);
    expect((await registry.load(a)).features).toEqual(['a']);
    await registry.remove('Other', a);
    expect(await code(registry.load(a))).toBe('version-gone');
    expect(await blobs.list('models/')).toHaveLength(2);
    await registry.remove('Other', a);
    expect((await registry.add(model(9), about('Loans'))).number).toBe(4);
  });

  it('says which version is damaged and how to mend it, while the others go on', async () => {
    const { registry, blobs, a, b } = await three();
    const [first] = await blobs.list('models/');
    for (const name of await blobs.list('models/')) {
      const bytes = await blobs.read(name);
      if (bytes === undefined || !new TextDecoder().decode(bytes).includes('AACAPw')) continue;
      bytes[bytes.length >> 1] = 32;
      await blobs.write(name, bytes);
    }
    expect(first).toMatch(/^models\/[0-9a-f]{64}\.json$/);
    await expect(registry.load(a)).rejects.toMatchObject({
      detail: { code: 'version-damaged', message: { en: expect.stringContaining('version 1 of “Loans”') } },
    });
    expect(await code(registry.load(b))).toBe('done');
    await registry.add(model(1, 5), about('Loans'));
    expect(await registry.load(a)).toEqual(model(1, 5));
    expect(await registry.list()).toHaveLength(3);
  });

  it('never writes over an index that it cannot read, and goes on with other lines', async () => {
    const { registry, blobs } = await three();
    const [index] = await blobs.list('lines/');
    if (index === undefined) throw new Error('a line has an index');
    const text = new TextDecoder().decode(await blobs.read(index));
    const forged = new TextEncoder().encode(text.replace('"accuracy":0.9', '"accuracy":0.99'));
    await blobs.write(index, forged);
    expect(await code(registry.add(model(4), about('Loans')))).toBe('registry-damaged');
    expect(await blobs.read(index)).toEqual(forged);
    await registry.add(model(4), about('Other'));
    expect((await registry.list()).map(({ line }) => line)).toEqual(['Other']);
    expect(await registry.troubles()).toMatchObject([{ code: 'registry-damaged' }]);
  });

  it('says undefined figures as null', async () => {
    const registry = createRegistry(createMemoryBlobs(), clock());
    await registry.add(model(1), about('Loans', { metrics: { rocAuc: Number.NaN, accuracy: 1 } }));
    expect((await registry.list())[0]?.metrics).toEqual({ rocAuc: null, accuracy: 1 });
  });
});

class Crash extends Error {}

/** A store whose process dies at its n-th change. */
function mortal(blobs: BlobStore, changes: number): BlobStore {
  let left = changes;
  const live = (): void => {
    if (left-- <= 0) throw new Crash();
  };
  return {
    ...blobs,
    write: async (name, bytes) => {
      live();
      await blobs.write(name, bytes);
    },
    remove: async (name) => {
      live();
      await blobs.remove(name);
    },
  };
}

/** A whole life of a line; it can be repeated from its start. */
async function life(registry: BlobRegistry): Promise<void> {
  const [a, b, c] = [model(1), model(2), model(3)].map(registry.idOf);
  if (a === undefined || b === undefined || c === undefined) throw new Error('three have ids');
  await registry.add(model(1), about('Loans'));
  await registry.promote('Loans', a, at(1));
  await registry.add(model(2), about('Loans'));
  await registry.promote('Loans', b, at(20));
  await registry.add(model(3), about('Loans'));
  await registry.archive('Loans', c, at(30, 'lost'));
  await registry.rollback('Loans', at(40, 'worse'), a);
  await registry.describe('Loans', a, 'back again');
}

describe('a crash between any two writes', () => {
  it('leaves what was there before, and the repeated work ends as if nothing had happened', async () => {
    const fixed = { now: () => '2026-01-01T00:00:00.000Z' };
    const smooth = createRegistry(createMemoryBlobs(), fixed);
    await life(smooth);
    const wanted = await smooth.list();
    let crashes = 0;
    for (let changes = 0; ; changes++) {
      const blobs = createMemoryBlobs();
      const cut = await life(createRegistry(mortal(blobs, changes), fixed)).then(
        () => false,
        (cause: unknown) => {
          if (cause instanceof Crash) return true;
          throw cause;
        },
      );
      const after = createRegistry(blobs, fixed);
      const versions = await after.list();
      expect(await after.troubles()).toEqual([]);
      for (const { id } of versions) expect(after.idOf(await after.load(id))).toBe(id);
      expect(versions.filter(({ stage }) => stage === 'champion').length).toBeLessThanOrEqual(1);
      await life(after);
      expect(await after.list()).toEqual(wanted);
      if (!cut) break;
      crashes++;
    }
    expect(crashes).toBeGreaterThan(9);
  });

  it('keeps every other model whole where a removal is cut', async () => {
    for (const changes of [0, 1]) {
      const { blobs, a, b } = await three();
      await expect(createRegistry(mortal(blobs, changes), clock()).remove('Loans', a)).rejects.toBeInstanceOf(Crash);
      const after = createRegistry(blobs, clock());
      expect(await code(after.load(b))).toBe('done');
      await after.remove('Loans', a);
      expect(await after.list()).toHaveLength(2);
    }
  });
});

describe('two tabs over one registry', () => {
  it('keep each other’s versions, since each change reads the index anew', async () => {
    const blobs = createMemoryBlobs();
    const [one, other] = [createRegistry(blobs, clock()), createRegistry(blobs, clock())];
    await one.add(model(1), about('Loans'));
    await other.add(model(2), about('Loans'));
    await one.promote('Loans', one.idOf(model(2)), at(null));
    expect(await stages(other)).toEqual({ 1: 'candidate', 2: 'champion' });
  });

  it('lose nothing at the same time either, where they share a lock', async () => {
    let last: Promise<unknown> = Promise.resolve();
    const exclusively = <T>(_what: string, work: () => Promise<T>): Promise<T> => {
      const next = last.then(work);
      last = next.catch(() => undefined);
      return next;
    };
    const blobs: BlobStore = { ...createMemoryBlobs(), exclusively };
    const tabs = [0, 1].map(() => createRegistry(blobs, clock()));
    await Promise.all(tabs.flatMap((tab, t) => [1, 2, 3].map((i) => tab.add(model(10 * t + i), about('Loans')))));
    expect((await tabs[0]?.list())?.map(({ number }) => number).sort()).toEqual([1, 2, 3, 4, 5, 6]);
  });
});
