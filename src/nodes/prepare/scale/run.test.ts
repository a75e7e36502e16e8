import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takeRows } from '../../../table/rows';
import { schemaOf } from '../../../table/schema';
import { replayLast, runOnTable } from '../../../testing/nodes/run-kind';
import { cellsOf, makeColumn, makeTable } from '../../../testing/table/make-table';
import { scaleRunner } from './run';
import { scaleSpec } from './spec';

const METHODS = ['standard', 'minmax', 'maxabs', 'robust', 'quantile', 'power'] as const;

describe('scaling', () => {
  it('learns from the training part only', async () => {
    const { table } = await runOnTable(scaleRunner, makeTable({ x: [1, 3, 100] }, [0, 0, 2]));
    expect(cellsOf(table, 'x')).toEqual([-1, 1, 98]);
  });

  it('leaves other roles, true/false columns and words alone unless named', async () => {
    const table = makeTable([
      makeColumn('x', [1, 3]),
      makeColumn('y', [5, 9], 'target'),
      makeColumn('id', [7, 8], 'id'),
      makeColumn('flag', [true, false]),
      makeColumn('word', ['a', 'b']),
    ]);
    const all = await runOnTable(scaleRunner, table);
    for (const name of ['y', 'id', 'flag', 'word']) expect(cellsOf(all.table, name)).toEqual(cellsOf(table, name));
    const named = await runOnTable(scaleRunner, table, { columns: ['y'] });
    expect(cellsOf(named.table, 'y')).toEqual([-1, 1]);
    expect(cellsOf(named.table, 'x')).toEqual([1, 3]);
  });

  it.each(METHODS)('takes numbers at the ends of the range by %s, or names the cell', async (method) => {
    for (const values of [
      [-1e308, 0, 1e308],
      [1e308, 1.5e308, 1.7e308, 3],
      [-1.7e308, 1.7e308, 1.7e308, -1.7e308],
    ]) {
      const scaled = await runOnTable(scaleRunner, makeTable({ x: values }), { method }).then(
        ({ table }) => cellsOf(table, 'x'),
        (failure: unknown) => failure,
      );
      if (!Array.isArray(scaled)) {
        expect(scaled).toMatchObject({ detail: { code: 'overflow', column: 'x' } });
        continue;
      }
      const order = values.map((_, i) => i).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
      const rising = order.map((i) => scaled[i]);
      expect(rising).toEqual([...rising].sort((a, b) => a - b));
      expect(new Set(scaled).size).toBe(new Set(values).size);
    }
  });

  it('keeps missing cells missing', async () => {
    const { table } = await runOnTable(scaleRunner, makeTable({ x: [null, 1, 3] }));
    expect(cellsOf(table, 'x')).toEqual([null, -1, 1]);
  });

  it('maps a constant column to zero, not to NaN', async () => {
    for (const method of ['standard', 'minmax', 'robust']) {
      const { table } = await runOnTable(scaleRunner, makeTable({ x: [4.2, 4.2, 4.2] }), { method });
      expect(cellsOf(table, 'x')).toEqual([0, 0, 0]);
    }
  });

  it('names the column that is all missing, and the remedy', async () => {
    const table = makeTable([makeColumn('x', [null, null], null, 'number')]);
    await expect(runOnTable(scaleRunner, table)).rejects.toMatchObject({
      detail: { code: 'all-missing', column: 'x' },
    });
  });

  it('names the row that Box-Cox cannot take', async () => {
    const run = runOnTable(scaleRunner, makeTable({ x: [1, 2, -3] }), { method: 'power', family: 'box-cox' });
    await expect(run).rejects.toMatchObject({ detail: { code: 'not-positive', column: 'x', row: 3 } });
  });

  it('says which served value overflows instead of storing infinity', async () => {
    const { table } = await runOnTable(scaleRunner, makeTable({ x: [1, 2, 2.1, 2.2] }), { method: 'power' });
    const serve = () => replayLast(scaleRunner, table, makeTable({ x: [1e300] }));
    expect(serve).toThrow(/overflows/);
  });

  it('passes over columns that served rows lack, and says where numbers became words', async () => {
    const { table } = await runOnTable(scaleRunner, makeTable({ x: [1, 3], z: [2, 4] }));
    expect(cellsOf(replayLast(scaleRunner, table, makeTable({ x: [5] })), 'x')).toEqual([3]);
    expect(() => replayLast(scaleRunner, table, makeTable({ x: ['five'] }))).toThrow(/held numbers/);
  });

  it('gives replayed training rows what it gave them when fitting', async () => {
    const cell = fc.option(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { nil: null, freq: 5 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(cell, { minLength: 1, maxLength: 40 }),
        fc.constantFrom(...METHODS),
        async (x, method) => {
          fc.pre(x.some((value) => value !== null));
          const raw = makeTable([makeColumn('x', x, null, 'number')]);
          const { table } = await runOnTable(scaleRunner, raw, { method });
          expect(replayLast(scaleRunner, table, raw).columns).toEqual(table.columns);
          for (const row of [0, x.length - 1]) {
            const served = replayLast(scaleRunner, table, takeRows(raw, Uint32Array.of(row)));
            expect(cellsOf(served, 'x')[0]).toBe(cellsOf(table, 'x')[row]);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('knows its output before running', async () => {
    const table = makeTable([makeColumn('n', [1, 2], null, 'integer'), makeColumn('w', ['a', 'b'])]);
    const { outputs } = scaleSpec.infer({ table: schemaOf(table) }, scaleSpec.defaults, { nodeId: 'scale1' });
    const made = await runOnTable(scaleRunner, table);
    expect(outputs.table).toEqual(schemaOf(made.table, ['scale1']));
  });

  it('reports an unknown column, a wrong type and an empty range on the parameter to blame', () => {
    const schema = schemaOf(makeTable({ x: [1], w: ['a'] }));
    const problems = scaleSpec.infer(
      { table: schema },
      { method: 'minmax', low: 1, high: 1, columns: ['w', 'gone'] },
      { nodeId: 'scale1' },
    ).problems;
    expect(problems.map(({ code, param }) => [code, param])).toEqual([
      ['bad-range', 'high'],
      ['column-not-found', 'columns'],
      ['column-type', 'columns'],
    ]);
  });
});
