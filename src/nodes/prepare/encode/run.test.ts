import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import golden from '../../../stats/golden/encoding.json';
import { schemaOf, surelyLacks, UNREAD_TABLE } from '../../../table/schema';
import type { Table } from '../../../table/table';
import { replayLast, runOnTable } from '../../../testing/nodes/run-kind';
import { cellsOf, makeColumn, makeTable } from '../../../testing/table/make-table';
import { encodeRunner } from './run';
import { encodeSpec } from './spec';

const names = (table: Table) => table.columns.map(({ name }) => name);
const matrix = (table: Table) =>
  Array.from({ length: table.rows }, (_, row) => table.columns.map(({ name }) => cellsOf(table, name)[row]));

/** Fits on `fit` and replays on `apply`. */
async function served(fit: readonly string[], apply: readonly string[], params: Parameters<typeof runOnTable>[2]) {
  const { table } = await runOnTable(encodeRunner, makeTable({ w: fit }), params);
  return replayLast(encodeRunner, table, makeTable({ w: apply }));
}

describe('encodings equal scikit-learn', () => {
  it.each(golden.cases.flatMap((c) => (c.target === undefined ? [] : [[c.id, c] as const])))('%s', async (_, c) => {
    const first = await served(c.fit, c.apply, { dropFirst: true });
    expect(matrix(await served(c.fit, c.apply, {}))).toEqual(c.onehot);
    expect(matrix(first)).toEqual(c.onehotDropFirst);
    expect(cellsOf(await served(c.fit, c.apply, { method: 'ordinal' }), 'w')).toEqual(c.ordinal);
    expect(cellsOf(await served(c.fit, c.apply, { method: 'frequency' }), 'w')).toEqual(c.frequency);
    const fit = makeTable([makeColumn('w', c.fit), makeColumn('y', c.target, 'target')]);
    const { table } = await runOnTable(encodeRunner, fit, { method: 'target' });
    const means = cellsOf(replayLast(encodeRunner, table, makeTable({ w: c.apply })), 'w');
    means.forEach((mean, i) => {
      expect(mean).toBeCloseTo(c.targetMean[i] ?? Number.NaN, 12);
    });
  });

  it.each(golden.cases.flatMap((c) => (c.least === undefined ? [] : [[c.id, c] as const])))('%s', async (_, c) => {
    const rare = c.least < 1 ? { rare: 'share', rareShare: c.least } : { rare: 'count', rareCount: c.least };
    const table = await served(c.fit, c.apply, { ...rare, unknown: 'other' });
    expect(matrix(table)).toEqual(c.grouped);
    expect(names(table).at(-1)).toBe('w=other');
  });
});

describe('one-hot encoding', () => {
  it('names columns after their category, where the column stood', async () => {
    const { table } = await runOnTable(encodeRunner, makeTable({ a: [1, 2], sex: ['male', 'female'], b: [3, 4] }));
    expect(names(table)).toEqual(['a', 'sex=female', 'sex=male', 'b']);
  });

  it('leaves a row with an empty cell at 0 in all columns', async () => {
    const { table } = await runOnTable(encodeRunner, makeTable({ w: ['a', 'b', null] }));
    expect(matrix(table)[2]).toEqual([0, 0]);
  });

  it('knows only the categories of the training part and notes the others', async () => {
    const { table, notes } = await runOnTable(encodeRunner, makeTable({ w: ['a', 'b', 'z'] }, [0, 0, 2]));
    expect(names(table)).toEqual(['w=a', 'w=b']);
    expect(notes).toMatchObject([{ code: 'unseen-category', column: 'w', rows: [3], examples: ['z'] }]);
  });

  it('names column, row and word of an unknown category where that is an error', async () => {
    const run = runOnTable(encodeRunner, makeTable({ w: ['a', 'b', 'z'] }, [0, 0, 2]), { unknown: 'error' });
    await expect(run).rejects.toMatchObject({ detail: { code: 'unknown-category', column: 'w', row: 3 } });
  });

  it('keeps a category called “other” apart from what it groups', async () => {
    const { table } = await runOnTable(encodeRunner, makeTable({ w: ['other', 'a'] }), { unknown: 'other' });
    expect(names(table)).toEqual(['w=a', 'w=other', 'w=(other)']);
  });

  it('refuses a column of more categories than allowed, with the remedy', async () => {
    const ids = Array.from({ length: 1_001 }, (_, i) => `id${i}`);
    const run = runOnTable(encodeRunner, makeTable({ id: ids }));
    await expect(run).rejects.toMatchObject({ detail: { code: 'too-many-categories', column: 'id' } });
  });

  it('refuses a name that is taken', async () => {
    const run = runOnTable(encodeRunner, makeTable({ w: ['a', 'b'], 'w=a': [1, 2] }));
    await expect(run).rejects.toMatchObject({ detail: { code: 'duplicate-column', column: 'w=a' } });
  });
});

describe('what is encoded', () => {
  const raw = makeTable([
    makeColumn('y', ['p', 'q'], 'target'),
    makeColumn('s', ['f', 'm'], 'sensitive'),
    makeColumn('note', ['some', 'words'], null, 'text'),
    makeColumn('flag', [true, false]),
    makeColumn('w', ['a', 'b']),
  ]);

  it('is every category feature, never the target, and free text only by name', async () => {
    expect(names((await runOnTable(encodeRunner, raw)).table)).toEqual(['y', 's', 'note', 'flag', 'w=a', 'w=b']);
    const named = await runOnTable(encodeRunner, raw, { columns: ['note', 's'], method: 'ordinal' });
    expect(cellsOf(named.table, 's')).toEqual([0, 1]);
    await expect(runOnTable(encodeRunner, raw, { columns: ['y'] })).rejects.toMatchObject({
      detail: { code: 'target-encoded', column: 'y' },
    });
  });

  it('leaves true/false columns as the 0 and 1 they are', async () => {
    expect(cellsOf((await runOnTable(encodeRunner, raw)).table, 'flag')).toEqual([1, 0]);
  });

  it('in served rows may lack the column or read numbers where words were', async () => {
    const { table } = await runOnTable(encodeRunner, makeTable({ w: ['1', '2'], v: ['a', 'b'] }));
    expect(matrix(replayLast(encodeRunner, table, makeTable({ w: [2, 1, 3] })))).toEqual([
      [0, 1],
      [1, 0],
      [0, 0],
    ]);
  });

  it('replays on training rows to what it gave when fitting', async () => {
    const words = fc.array(fc.option(fc.constantFrom('a', 'b', 'c', '서울', ''), { nil: null }), { minLength: 1 });
    const method = fc.constantFrom('onehot', 'ordinal', 'frequency');
    await fc.assert(
      fc.asyncProperty(words, method, fc.constantFrom('ignore', 'other'), async (w, how, unknown) => {
        fc.pre(w.some((word) => word !== null));
        const table = makeTable([makeColumn('w', w, null, 'category')]);
        const params = { method: how, unknown, rare: 'count', rareCount: 2 };
        const fitted = (await runOnTable(encodeRunner, table, params)).table;
        expect(replayLast(encodeRunner, fitted, table).columns).toEqual(fitted.columns);
      }),
      { numRuns: 60 },
    );
  });
});

describe('what is known before running', () => {
  const raw = makeTable([makeColumn('w', ['b', 'a', 'b']), makeColumn('y', [1, 2, 3], 'target')]);

  it.each([{}, { dropFirst: true }, { unknown: 'other' }, { method: 'ordinal' }, { method: 'target' }])(
    'is exactly what comes out with %j',
    async (params) => {
      const made = await runOnTable(encodeRunner, raw, params);
      const { outputs, problems } = encodeSpec.infer({ table: schemaOf(raw) }, params, { nodeId: 'e1' });
      expect(outputs.table).toEqual(schemaOf(made.table, ['e1']));
      expect(problems).toEqual([]);
    },
  );

  it('is open where grouping decides the columns', () => {
    const { outputs } = encodeSpec.infer({ table: schemaOf(raw) }, { rare: 'count' }, { nodeId: 'e1' });
    expect(outputs.table).toMatchObject({ complete: false, mayGain: ['w='], fields: [{ name: 'y' }] });
    const table = outputs.table?.type === 'table' ? outputs.table : schemaOf(raw);
    expect(['w', 'nowhere', 'y', 'w=a'].map((name) => surelyLacks(table, name))).toEqual([true, true, false, false]);
    const again = encodeSpec.infer({ table: UNREAD_TABLE }, {}, { nodeId: 'e1' }).outputs.table;
    expect(again?.type === 'table' && surelyLacks(again, 'nowhere')).toBe(false);
  });

  it('tells that the target was chosen, or that there is none for a target mean', () => {
    const chosen = encodeSpec.infer(
      { table: schemaOf(makeTable([makeColumn('y', ['p'], 'target')])) },
      { columns: ['y'] },
      { nodeId: 'e1' },
    );
    expect(chosen.problems).toMatchObject([{ code: 'target-encoded', param: 'columns' }]);
    const none = encodeSpec.infer({ table: schemaOf(makeTable({ w: ['a'] })) }, { method: 'target' }, { nodeId: 'e1' });
    expect(none.problems).toMatchObject([{ code: 'target-needed', param: 'method' }]);
  });
});
