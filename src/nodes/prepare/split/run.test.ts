import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TableSchema } from '../../../graph/schema-types';
import type { JsonObject } from '../../../lib/json';
import { schemaOf } from '../../../table/schema';
import type { Table } from '../../../table/table';
import { runOnTable } from '../../../testing/nodes/run-kind';
import { makeColumn, makeTable } from '../../../testing/table/make-table';
import { splitRunner } from './run';
import { splitSpec } from './spec';

const sizes = (table: Table) => [0, 1, 2].map((part) => (table.partition ?? []).filter((p) => p === part).length);
const rowsOf = (n: number) => makeTable({ x: Array.from({ length: n }, (_, i) => i) });
const split = async (table: Table, params: JsonObject, seed = 42) =>
  (await runOnTable(splitRunner, table, params, { seed })).table;

describe('splitting', () => {
  it('gives every row exactly one part, in shares that add up', async () => {
    const share = fc.double({ min: 0, max: 0.4, noNaN: true });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 6, max: 300 }), share, share, async (n, validation, test) => {
        fc.pre(n - Math.ceil(n * test) - Math.ceil(n * validation) > 0);
        const made = sizes(await split(rowsOf(n), { method: 'random', validation, test }));
        expect(made[1]).toBe(Math.ceil(n * validation));
        expect(made[2]).toBe(Math.ceil(n * test));
        expect((made[0] ?? 0) + (made[1] ?? 0) + (made[2] ?? 0)).toBe(n);
      }),
    );
  });

  it('follows from the seed alone, and differs between seeds', async () => {
    const [a, b, c] = await Promise.all([7, 7, 8].map((seed) => split(rowsOf(100), {}, seed)));
    expect(a?.partition).toEqual(b?.partition);
    expect(a?.partition).not.toEqual(c?.partition);
  });

  it('keeps class shares when stratified, and does so by itself for classes', async () => {
    const words = Array.from({ length: 100 }, (_, i) => (i < 80 ? 'no' : 'yes'));
    const table = makeTable([makeColumn('y', words, 'target')]);
    for (const method of ['auto', 'stratified']) {
      const { partition } = await split(table, { method, validation: 0.1, test: 0.2 });
      const yes = [0, 1, 2].map((part) => words.filter((w, i) => w === 'yes' && partition?.[i] === part).length);
      expect(yes).toEqual([14, 2, 4]);
    }
  });

  it('keeps a row of every class for training and warns of classes too rare for all parts', async () => {
    const words = [...Array.from({ length: 30 }, () => 'common'), 'rare'];
    const { table, notes } = await runOnTable(splitRunner, makeTable([makeColumn('y', words, 'target')]));
    expect(table.partition?.[30]).toBe(0);
    expect(notes).toMatchObject([{ code: 'split' }, { code: 'rare-class', examples: ['rare'], severity: 'warning' }]);
  });

  it('trains on the past and tests on the future', async () => {
    const times = [50, 10, 40, 20, 30, 60, 80, 70, 100, 90];
    const table = makeTable([makeColumn('t', times, 'time', 'date')]);
    const { partition } = await split(table, { method: 'time', validation: 0.2, test: 0.2 });
    expect(times.map((t, i) => [t, partition?.[i]]).sort(([a], [b]) => (a ?? 0) - (b ?? 0))).toEqual(
      [10, 20, 30, 40, 50, 60, 70, 80, 90, 100].map((t) => [t, t <= 60 ? 0 : t <= 80 ? 1 : 2]),
    );
  });

  it('never lets a group straddle parts, and leaves no wanted part empty', async () => {
    const groups = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 10, maxLength: 80 });
    await fc.assert(
      fc.asyncProperty(groups, fc.integer(), async (g, seed) => {
        fc.pre(new Set(g).size >= 3);
        const table = makeTable([makeColumn('g', g, null, 'integer')]);
        const made = await split(table, { method: 'group', groupColumn: 'g' }, seed);
        const partOf = new Map<number, number | undefined>();
        g.forEach((group, row) => {
          expect(partOf.get(group) ?? made.partition?.[row]).toBe(made.partition?.[row]);
          partOf.set(group, made.partition?.[row]);
        });
        expect(Math.min(...sizes(made))).toBeGreaterThan(0);
      }),
    );
  });

  it('reads parts from a column, whatever the case, and makes that column no feature', async () => {
    const table = makeTable({ set: ['Train', 'TEST', 'val', 'dev', ' train '], x: [1, 2, 3, 4, 5] });
    const made = await split(table, { method: 'column', partColumn: 'set' });
    expect(Array.from(made.partition ?? [])).toEqual([0, 2, 1, 1, 0]);
    expect(made.columns[0]?.role).toBe('id');
    const inferred = splitSpec.infer(
      { table: schemaOf(table) },
      { method: 'column', partColumn: 'set' },
      { nodeId: 's' },
    );
    expect(inferred.outputs.table).toEqual(schemaOf(made));
  });

  it('is no step of the recipe', async () => {
    expect((await split(rowsOf(10), {})).recipe.steps).toEqual([]);
  });
});

describe('what cannot be split fails with a remedy', () => {
  const detailOf = async (table: Table, params: JsonObject) =>
    splitRunner
      .run(
        { table: { type: 'table', table } },
        params,
        (await import('../../../testing/nodes/fake-context')).fakeContext(),
      )
      .then(
        () => null,
        (error) => error.detail,
      );

  it.each([
    ['two rows', rowsOf(2), {}, { code: 'too-few-rows' }],
    ['no rows', rowsOf(0), {}, { code: 'too-few-rows' }],
    [
      'shares that leave nothing',
      rowsOf(3),
      { method: 'random', validation: 0.5, test: 0.4 },
      { code: 'too-few-rows' },
    ],
    ['stratified without a target', rowsOf(9), { method: 'stratified' }, { code: 'target-needed' }],
    [
      'too few groups',
      makeTable({ g: [1, 1, 2, 2] }),
      { method: 'group', groupColumn: 'g' },
      { code: 'too-few-groups' },
    ],
    [
      'an unknown word',
      makeTable({ s: ['train', 'oops'] }),
      { method: 'column', partColumn: 's' },
      { code: 'unknown-part', column: 's', row: 2 },
    ],
    [
      'a missing time',
      makeTable({ t: [1, null, 3] }),
      { method: 'time', timeColumn: 't' },
      { code: 'empty-cell', column: 't', row: 2 },
    ],
    ['a column that is not there', rowsOf(9), { method: 'group', groupColumn: 'q' }, { code: 'column-not-found' }],
  ] as const)('%s', async (_, table, params, detail) => {
    expect(await detailOf(table, params)).toMatchObject(detail);
  });
});

describe('problems before running', () => {
  const schema = schemaOf(makeTable({ x: [1, 2], w: ['a', 'b'] }));
  const problems = (params: JsonObject, table: TableSchema = schema) =>
    splitSpec.infer({ table }, params, { nodeId: 'split1' }).problems;

  it('leakage is told on the split and on every step that was fitted before it', () => {
    const leaky: TableSchema = { ...schema, fittedBeforeSplit: ['scale1', 'fill1'] };
    const found = problems({}, leaky);
    expect(found.map(({ code, nodeId }) => [code, nodeId])).toEqual([
      ['leakage', undefined],
      ['leakage', 'scale1'],
      ['leakage', 'fill1'],
    ]);
    expect(found.every(({ severity }) => severity === 'warning')).toBe(true);
  });

  it('a second split is told instead', () => {
    const again: TableSchema = { ...schema, partitioned: true, fittedBeforeSplit: [] };
    expect(problems({}, again)).toMatchObject([{ code: 'already-split', severity: 'warning' }]);
  });

  it.each([
    [{ method: 'stratified' }, 'target-needed'],
    [{ method: 'time' }, 'column-not-chosen'],
    [{ method: 'time', timeColumn: 'w' }, 'column-type'],
    [{ method: 'group', groupColumn: 'gone' }, 'column-not-found'],
    [{ method: 'random', validation: 0.5, test: 0.5 }, 'bad-shares'],
  ])('%j', (params, code) => {
    expect(problems(params).map((problem) => problem.code)).toEqual([code]);
  });

  it('none, where all is well', () => {
    expect(problems({})).toEqual([]);
    expect(splitSpec.infer({ table: schema }, {}, { nodeId: 's' }).outputs.table).toMatchObject({ partitioned: true });
  });
});
