import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takeRows } from '../../../table/rows';
import { schemaOf } from '../../../table/schema';
import { replayLast, runOnTable } from '../../../testing/nodes/run-kind';
import { cellsOf, makeColumn, makeTable } from '../../../testing/table/make-table';
import { missingRunner } from './run';
import { missingSpec } from './spec';

describe('filling empty cells', () => {
  it('learns the fill from the training part only', async () => {
    const { table } = await runOnTable(missingRunner, makeTable({ x: [1, 3, null, 100, null] }, [0, 0, 0, 2, 2]));
    expect(cellsOf(table, 'x')).toEqual([1, 3, 2, 100, 2]);
  });

  it.each([
    ['mean', 4],
    ['median', 2.5],
    ['most_frequent', 1],
    ['constant', -7],
    ['leave', null],
  ])('fills numbers with the %s', async (numeric, filled) => {
    const raw = makeTable({ x: [1, 2, 3, 10, null] });
    const { table } = await runOnTable(missingRunner, raw, { numeric, numericValue: -7 });
    expect(cellsOf(table, 'x')[4]).toBe(filled);
  });

  it('fills words with the smallest of the most frequent, or with a word of their own', async () => {
    const raw = makeTable({ w: ['b', 'a', 'b', 'a', 'c', null] });
    expect(cellsOf((await runOnTable(missingRunner, raw)).table, 'w')[5]).toBe('a');
    const constant = await runOnTable(missingRunner, raw, { categorical: 'constant', word: 'none' });
    expect(cellsOf(constant.table, 'w')[5]).toBe('none');
  });

  it('marks what was missing in the training part, in served rows too', async () => {
    const raw = makeTable({ x: [1, null], y: [1, 2] });
    const { table } = await runOnTable(missingRunner, raw, { indicator: true });
    expect(table.columns.map(({ name }) => name)).toEqual(['x', 'y', 'x_missing']);
    expect(cellsOf(table, 'x_missing')).toEqual([0, 1]);
    expect(cellsOf(replayLast(missingRunner, table, makeTable({ x: [5], y: [1] })), 'x_missing')).toEqual([0]);
  });

  it('says how many cells it filled, and with what', async () => {
    const { notes } = await runOnTable(missingRunner, makeTable({ x: [1, null, null] }));
    expect(notes).toMatchObject([{ code: 'filled', column: 'x', count: 2 }]);
    expect(notes[0]?.message.en).toBe('Empty cells were filled with 1.');
  });

  it('leaves roles other than feature alone unless named', async () => {
    const raw = makeTable([makeColumn('x', [1, null]), makeColumn('s', ['f', null], 'sensitive')]);
    expect(cellsOf((await runOnTable(missingRunner, raw)).table, 's')).toEqual(['f', null]);
    expect(cellsOf((await runOnTable(missingRunner, raw, { columns: ['s'] })).table, 's')).toEqual(['f', 'f']);
  });

  it('names the column that is all missing, unless a constant fills it', async () => {
    const raw = makeTable([makeColumn('x', [null, null], null, 'number')]);
    await expect(runOnTable(missingRunner, raw)).rejects.toMatchObject({
      detail: { code: 'all-missing', column: 'x' },
    });
    expect(cellsOf((await runOnTable(missingRunner, raw, { numeric: 'constant' })).table, 'x')).toEqual([0, 0]);
  });

  it('gives replayed training rows what it gave them when fitting', async () => {
    const numbers = fc.array(fc.option(fc.integer({ min: -5, max: 5 }), { nil: null }), {
      minLength: 2,
      maxLength: 20,
    });
    const strategy = fc.constantFrom('mean', 'median', 'most_frequent', 'constant', 'leave');
    await fc.assert(
      fc.asyncProperty(numbers, strategy, fc.boolean(), async (x, numeric, indicator) => {
        fc.pre(x.some((value) => value !== null));
        const words = x.map((value) => (value === null ? null : `w${value}`));
        const raw = makeTable([makeColumn('x', x, null, 'integer'), makeColumn('w', words)]);
        const { table } = await runOnTable(missingRunner, raw, { numeric, indicator });
        expect(replayLast(missingRunner, table, raw).columns).toEqual(table.columns);
      }),
      { numRuns: 60 },
    );
  });
});

describe('dropping rows', () => {
  const raw = makeTable([
    makeColumn('x', [1, null, 3, 4]),
    makeColumn('w', ['a', 'b', null, 'd']),
    makeColumn('y', [0, 1, 0, null], 'target'),
  ]);

  it('always drops rows without a target and says which', async () => {
    const { table, notes } = await runOnTable(missingRunner, raw, { numeric: 'leave', categorical: 'leave' });
    expect(Array.from(table.sourceRows ?? [])).toEqual([0, 1, 2]);
    expect(notes).toMatchObject([{ code: 'target-missing', column: 'y', count: 1, rows: [4] }]);
  });

  it('drops rows with an empty cell in any chosen column', async () => {
    const { table } = await runOnTable(missingRunner, raw, { method: 'drop' });
    expect(Array.from(table.sourceRows ?? [])).toEqual([0]);
    const onlyX = await runOnTable(missingRunner, raw, { method: 'drop', columns: ['x'] });
    expect(Array.from(onlyX.table.sourceRows ?? [])).toEqual([0, 2]);
  });

  it('never drops a served row for its missing target, whether the column is absent or empty', async () => {
    const { table } = await runOnTable(missingRunner, raw, { method: 'drop' });
    const absent = makeTable({ x: [1, null], w: ['a', 'a'] });
    expect(Array.from(replayLast(missingRunner, table, absent).sourceRows ?? [])).toEqual([0]);
    const empty = makeTable([...absent.columns, makeColumn('y', [null, null], 'target', 'number')]);
    expect(replayLast(missingRunner, table, empty).rows).toBe(1);
  });

  it('fails with the remedy where no training row is left', async () => {
    const run = runOnTable(missingRunner, makeTable({ x: [1, null], y: [null, 2] }), { method: 'drop' });
    await expect(run).rejects.toMatchObject({ detail: { code: 'no-rows-left' } });
  });

  it('keeps parts and source rows of the rows that stay', async () => {
    const split = takeRows(makeTable({ x: [9, 1, null, 4] }, [2, 0, 0, 1]), Uint32Array.of(1, 2, 3, 0));
    const { table } = await runOnTable(missingRunner, split, { method: 'drop' });
    expect(Array.from(table.partition ?? [])).toEqual([0, 1, 2]);
    expect(Array.from(table.sourceRows ?? [])).toEqual([1, 3, 0]);
  });
});

describe('what is known before running', () => {
  const infer = (params: Parameters<typeof missingSpec.infer>[1], table = makeTable({ x: [1, null] })) =>
    missingSpec.infer({ table: schemaOf(table) }, { ...missingSpec.defaults, ...params }, { nodeId: 'fill1' });

  it('types follow the fill', async () => {
    const raw = makeTable([makeColumn('n', [1, 2, null], null, 'integer'), makeColumn('w', ['a', null, 'a'])]);
    for (const numeric of ['mean', 'median', 'most_frequent', 'constant', 'leave']) {
      const params = { numeric, categorical: 'constant', numericValue: 0.5 };
      const made = await runOnTable(missingRunner, raw, params);
      expect(infer(params, raw).outputs.table).toMatchObject({ fields: schemaOf(made.table).fields });
    }
  });

  it('counts as fitted before a split only where it learns something', () => {
    expect(infer({}).outputs.table).toMatchObject({ fittedBeforeSplit: ['fill1'] });
    expect(infer({ numeric: 'constant' }).outputs.table).toMatchObject({ fittedBeforeSplit: [] });
    expect(infer({ method: 'drop' }).outputs.table).toMatchObject({ fittedBeforeSplit: [] });
    expect(infer({}, makeTable({ x: [1, 2] }, [0, 2])).outputs.table).toMatchObject({ fittedBeforeSplit: [] });
  });
});
