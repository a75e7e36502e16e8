import { describe, expect, it } from 'vitest';
import { predictRawRows } from '../../../serving/predict-raw-rows';
import { rowsToTable } from '../../../table/cells';
import type { DataNote } from '../../../table/notes';
import type { Field, Table } from '../../../table/table';
import { toCsv } from '../../../table/to-csv';
import { fakeContext } from '../../../testing/nodes/fake-context';
import { applyRecipe, model, recipe, stepColumns, steps } from '../../../testing/serving/fake-recipe';
import { predictRunner } from './run';
import { predictSpec } from './spec';

const ctx = fakeContext({ applyRecipe, stepColumns });

const rawFields: readonly Field[] = [
  { name: 'colour', type: 'category', role: null },
  { name: 'height', type: 'number', role: null },
  { name: 'extra', type: 'text', role: null },
];
const raw = (...rows: readonly (readonly [colour: string, height: string])[]): Table =>
  rowsToTable(
    rawFields,
    rows.map(([colour, height]) => ({ colour, height, extra: 'kept' })),
  );

async function predict(table?: Table, using = model): Promise<{ csv: string[]; notes: readonly DataNote[] }> {
  const inputs = {
    model: { type: 'model', model: using } as const,
    ...(table === undefined ? {} : { table: { type: 'table', table } as const }),
  };
  const { predictions } = await predictRunner.run(inputs, {}, ctx);
  if (predictions?.type !== 'table') throw new Error('no table');
  return { csv: toCsv(predictions.table).trim().split('\n'), notes: predictions.notes ?? [] };
}

const answersOf = (csv: readonly string[]): string[] => csv.slice(1).map((row) => row.split(',')[3] ?? '');

describe('serve.predict with a table', () => {
  it('keeps the raw columns and adds the class and the probabilities', async () => {
    const { csv, notes } = await predict(raw(['red', '14'], ['red', '6'], ['blue', '6']));
    expect(csv[0]).toBe('colour,height,extra,predicted,p(cat),p(dog)');
    expect(answersOf(csv)).toEqual(['dog', 'cat', 'dog']);
    expect(Number(csv[1]?.split(',')[5])).toBeCloseTo(1 / (1 + Math.exp(-2)), 12);
    expect(notes).toEqual([]);
  });

  it('leaves dropped rows without a prediction and says which', async () => {
    const { csv, notes } = await predict(raw(['red', '14'], ['red', ''], ['blue', '6']));
    expect(answersOf(csv)).toEqual(['dog', '', 'dog']);
    expect(csv[2]).toBe('red,,kept,,,');
    expect(notes).toMatchObject([{ code: 'rows-without-prediction', count: 1, rows: [2] }]);
  });

  it('names the column and the words of a category that training did not have', async () => {
    const { notes } = await predict(raw(['green', '14'], ['red', '6'], ['green', '6']));
    expect(notes).toMatchObject([
      { code: 'unseen-category', column: 'colour', count: 2, rows: [1, 3], examples: ['green'] },
    ]);
  });

  it('fails naming a raw column that the model needs, and only such a one', async () => {
    const table = rowsToTable([rawFields[0] ?? { name: '', type: 'text', role: null }], [{ colour: 'red' }]);
    await expect(predict(table)).rejects.toMatchObject({ detail: { code: 'raw-column-missing', column: 'height' } });
  });

  it('fails naming a column of another type', async () => {
    const fields: Field[] = rawFields.map((field) =>
      field.name === 'height' ? { ...field, type: 'category' } : field,
    );
    const table = rowsToTable(fields, [{ colour: 'red', height: 'tall' }]);
    await expect(predict(table)).rejects.toMatchObject({ detail: { code: 'raw-column-type', column: 'height' } });
  });

  it('uses a table that has been through the same steps as it is, and says so', async () => {
    const table = raw(['red', '14'], ['blue', '6']);
    const prepared = { ...applyRecipe(recipe, table), recipe };
    const { csv, notes } = await predict(prepared);
    expect(csv.slice(1).map((row) => row.split(',').at(-3))).toEqual(['dog', 'dog']);
    expect(notes).toMatchObject([{ code: 'already-prepared', severity: 'info' }]);
  });

  it('replays only the steps that the table has not been through', async () => {
    const table = raw(['red', '14'], ['red', '6']);
    const half = { ...recipe, steps: steps.slice(0, 3) };
    const { csv } = await predict({ ...applyRecipe(half, table), recipe: half });
    expect(csv.slice(1).map((row) => row.split(',').at(-3))).toEqual(['dog', 'cat']);
  });

  it('refuses a table prepared by other steps', async () => {
    const other = { ...recipe, steps: steps.slice(2) };
    await expect(predict({ ...raw(['red', '14']), recipe: other })).rejects.toMatchObject({
      detail: { code: 'prepared-otherwise' },
    });
  });
});

describe('serve.predict without a table', () => {
  it('hands on an empty table with the columns of a prediction', async () => {
    expect((await predict()).csv).toEqual(['height,colour,predicted,p(cat),p(dog)']);
  });

  it('knows before running what columns it adds', () => {
    const schema = { type: 'model', task: 'binary', target: 'kind', classes: ['cat', 'dog'] } as const;
    const { outputs } = predictSpec.infer({ model: schema }, {}, { nodeId: 'a' });
    expect(outputs.predictions).toMatchObject({
      complete: false,
      fields: [{ name: 'predicted' }, { name: 'p(cat)' }, { name: 'p(dog)' }],
    });
  });
});

describe('the rows that a person types', () => {
  it('are answered as the table is, to the bit', async () => {
    const { csv } = await predict(raw(['red', '12.345'], ['blue', '7']));
    const answers = await predictRawRows(
      model,
      [
        { colour: 'red', height: '12.345' },
        { colour: 'blue', height: '7', kind: null },
      ],
      ctx,
    );
    expect(
      answers.map((row) => ('answer' in row ? [row.answer.value, ...(row.answer.probabilities ?? [])].join(',') : row)),
    ).toEqual(csv.slice(1).map((row) => row.split(',').slice(3).join(',')));
  });
});
