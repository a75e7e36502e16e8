import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../lib/json';
import { schemaOf } from '../../../table/schema';
import { replayLast, runOnTable } from '../../../testing/nodes/run-kind';
import { cellsOf, makeColumn, makeTable } from '../../../testing/table/make-table';
import { columnsRunner } from './run';
import { columnsSpec } from './spec';

const raw = makeTable([
  makeColumn('id', ['r1', 'r2', 'r3']),
  makeColumn('age', ['31', '1,250', null]),
  makeColumn('when', ['2024-03-01', '2024-03-02', '2024-03-03'], null, 'text'),
  makeColumn('ok', ['yes', 'no', 'yes']),
  makeColumn('y', [0, 1, 1], null, 'integer'),
]);
const run = async (params: JsonObject, table = raw) => runOnTable(columnsRunner, table, params);
const shape = async (params: JsonObject) =>
  (await run(params)).table.columns.map(({ name, type, role }) => `${name}:${type}:${role}`);

describe('choosing columns', () => {
  it('makes a column the target, taking over from another', async () => {
    const table = makeTable([makeColumn('a', [1]), makeColumn('b', [2], 'target')]);
    const made = await run({ target: 'a' }, table);
    expect(made.table.columns.map(({ role }) => role)).toEqual(['target', null]);
  });

  it('drops, or keeps only what is named and the target', async () => {
    expect(await shape({ drop: ['id', 'when', 'ok'] })).toEqual(['age:category:null', 'y:integer:null']);
    expect(await shape({ keep: ['age'], target: 'y' })).toEqual(['age:category:null', 'y:integer:target']);
  });

  it('renames and gives roles column by column', async () => {
    const settings = { id: { role: 'id', rename: 'row id' }, when: { role: 'time', type: 'date' } };
    expect((await shape({ settings, target: 'y' })).slice(0, 3)).toEqual([
      'row id:category:id',
      'age:category:null',
      'when:date:time',
    ]);
  });

  it('turns words into numbers, dates and true/false, and back', async () => {
    const settings = {
      age: { type: 'integer' },
      when: { type: 'date' },
      ok: { type: 'boolean' },
      y: { type: 'category' },
    };
    const { table } = await run({ settings });
    expect(cellsOf(table, 'age')).toEqual([31, 1250, null]);
    expect(cellsOf(table, 'when')[0]).toBe(Date.UTC(2024, 2, 1));
    expect(cellsOf(table, 'ok')).toEqual([1, 0, 1]);
    expect(cellsOf(table, 'y')).toEqual(['0', '1', '1']);
  });

  it('names column, row and cell that cannot be read, or empties it and says so', async () => {
    const table = makeTable({ n: ['1', 'two', 'three'] });
    const settings = { n: { type: 'number' } };
    await expect(run({ settings }, table)).rejects.toMatchObject({
      detail: {
        code: 'bad-cell',
        column: 'n',
        row: 2,
        message: { en: 'Column “n”, row 2: “two” is not a number (and 1 more cell).' },
      },
    });
    const { table: made, notes } = await run({ settings, unreadable: 'missing' }, table);
    expect(cellsOf(made, 'n')).toEqual([1, null, null]);
    expect(notes).toMatchObject([{ code: 'unreadable-emptied', count: 2, rows: [2, 3], examples: ['two', 'three'] }]);
  });

  it.each([
    ['number', ['1,5', '2,25'], '1.125', 1125],
    ['number', ['1.5', '2.25'], '1,125', 1125],
    ['number', ['1,5', '2,25'], '1,125', 1.125],
    ['date', ['1/13/2024', '2/14/2024'], '1/2/2024', Date.UTC(2024, 0, 2)],
    ['date', ['13/1/2024', '14/2/2024'], '1/2/2024', Date.UTC(2024, 1, 1)],
  ])('reads served words of a %s as those of training %j were', async (type, trained, served, value) => {
    const { table, notes } = await run(
      { settings: { x: { type } } },
      makeTable([makeColumn('x', trained, null, 'text')]),
    );
    expect(notes ?? []).toEqual([]);
    const later = makeTable([makeColumn('x', [served], null, 'text')]);
    expect(cellsOf(replayLast(columnsRunner, table, later), 'x')).toEqual([value]);
  });

  it.each([
    ['number', ['1,250', '31'], 'comma', [1.25, 31]],
    ['date', ['1/2/2024', '3/4/2024'], 'month-first', [Date.UTC(2024, 0, 2), Date.UTC(2024, 2, 4)]],
  ])(
    'says that words of a %s can be read in two ways, and reads them as one says',
    async (type, cells, written, values) => {
      const table = makeTable([makeColumn('x', cells, null, 'text')]);
      const { notes } = await run({ settings: { x: { type } } }, table);
      expect(notes).toMatchObject([
        {
          code: 'ambiguous-writing',
          column: 'x',
          mend: { type: 'params', params: { settings: { x: { type, written } } } },
        },
      ]);
      const told = await run({ settings: { x: { type, written } } }, table);
      expect([cellsOf(told.table, 'x'), told.notes ?? []]).toEqual([values, []]);
    },
  );

  it('replays steps of version 1, which found anew how words are written', () => {
    const columns = [{ from: 'x', name: 'x', type: 'number', role: null }];
    const state = { drop: [], columns, unreadable: 'fail' };
    const served = columnsRunner.apply?.(makeTable([makeColumn('x', ['1,5'], null, 'text')]), state);
    expect(served?.columns[0]).toMatchObject({ values: Float64Array.of(1.5) });
  });

  it('refuses fractions as whole numbers and 2 as true/false', async () => {
    const table = makeTable({ x: [1, 2.5] });
    for (const type of ['integer', 'boolean']) {
      await expect(run({ settings: { x: { type } } }, table)).rejects.toMatchObject({ detail: { row: 2 } });
    }
  });

  it('replays on served rows that lack the target and other columns', async () => {
    const settings = { age: { type: 'number', rename: 'years' }, y: { type: 'category' } };
    const { table } = await run({ settings, target: 'y', drop: ['id'] });
    const served = replayLast(columnsRunner, table, makeTable({ extra: [1], age: ['40'], id: ['r9'] }));
    expect(served.columns.map(({ name }) => name)).toEqual(['extra', 'years']);
    expect(cellsOf(served, 'years')).toEqual([40]);
    const empty = makeTable([makeColumn('age', ['40']), makeColumn('y', [null], null, 'integer')]);
    expect(cellsOf(replayLast(columnsRunner, table, empty), 'y')).toEqual([null]);
  });

  it('replays on training rows to what it gave when fitting', async () => {
    const settings = { age: { type: 'number', rename: 'years' }, ok: { type: 'boolean', role: 'sensitive' } };
    const { table } = await run({ settings, target: 'y', drop: ['when'] });
    expect(replayLast(columnsRunner, table, raw).columns).toEqual(table.columns);
  });

  it('fails where nothing is left or the target is not there', async () => {
    await expect(run({ drop: raw.columns.map(({ name }) => name) })).rejects.toMatchObject({
      detail: { code: 'no-columns-left' },
    });
    await expect(run({ target: 'Y' })).rejects.toMatchObject({ detail: { code: 'column-not-found', column: 'Y' } });
  });
});

describe('what is known before running', () => {
  const infer = (params: JsonObject) => columnsSpec.infer({ table: schemaOf(raw) }, params, { nodeId: 'c1' });

  it('is the names, types and roles that come out', async () => {
    const params = {
      target: 'y',
      drop: ['id'],
      settings: { age: { type: 'number', rename: 'years' }, when: { type: 'date', role: 'time' } },
    };
    const made = await run(params);
    expect(infer(params)).toEqual({ outputs: { table: schemaOf(made.table) }, problems: [] });
  });

  it.each([
    [{ target: 'gone' }, 'column-not-found', 'error', 'target'],
    [{ drop: ['gone'] }, 'column-not-found', 'warning', 'drop'],
    [{ settings: { gone: { role: 'id' } } }, 'column-not-found', 'warning', 'settings'],
    [{ target: 'y', drop: ['y'] }, 'target-dropped', 'error', 'drop'],
    [{ settings: { id: { rename: 'age' } } }, 'duplicate-column', 'error', 'settings'],
    [{ settings: { id: { role: 'target' }, y: { role: 'target' } } }, 'two-targets', 'error', 'settings'],
    [{ drop: ['id', 'age', 'when', 'ok', 'y'] }, 'no-columns-left', 'error', 'drop'],
  ])('%j', (params, code, severity, param) => {
    expect(infer(params).problems).toMatchObject([{ code, severity, param }]);
  });
});
