import { describe, expect, it } from 'vitest';
import { Failure } from '../lib/failure';
import { text } from '../lib/text';
import { withRule } from '../models/decision';
import type { Table } from '../table/table';
import { fakeLinearModel } from '../testing/models/fake-model';
import { applyRecipe, model, recipe, stepColumns } from '../testing/serving/fake-recipe';
import { makeTable } from '../testing/table/make-table';
import { type PredictRowsContext, predictRawRows, type RowAnswer, type ShownAnswer } from './predict-raw-rows';
import { predictionInputs } from './prediction-inputs';

const ctx: PredictRowsContext = { backend: 'cpu', signal: new AbortController().signal, applyRecipe, stepColumns };

function answerOf(row: RowAnswer | undefined): ShownAnswer {
  if (row === undefined || 'failures' in row) throw new Error(`no answer: ${JSON.stringify(row)}`);
  return row.answer;
}

const failuresOf = (rows: readonly RowAnswer[]) =>
  rows.flatMap((row) => ('failures' in row ? row.failures.map(({ row, code, column }) => [row, code, column]) : []));

const zeros = (rows: number): number[] => new Array(rows).fill(0);

describe('predicting raw rows', () => {
  it('names the column of a cell that cannot be read, and answers the other rows', async () => {
    const answered = await predictRawRows(
      model,
      [
        { colour: 'red', height: 'abc' },
        { colour: 'red', height: '14' },
      ],
      ctx,
    );
    expect(failuresOf(answered)).toEqual([[1, 'bad-cell', 'height']]);
    expect(answerOf(answered[1]).value).toBe('dog');
  });

  const numbers = ['a', 'b'].map((name) => ({ name, type: 'number' as const, role: null }));
  const sum = fakeLinearModel(['a', 'b'], [[1], [1]], { name: 'y' }, { source: numbers, steps: [] });

  it('names every cell of a row that cannot be read', async () => {
    expect(failuresOf(await predictRawRows(sum, [{ a: 'x', b: 'y' }], ctx))).toEqual([
      [1, 'bad-cell', 'a'],
      [1, 'bad-cell', 'b'],
    ]);
  });

  it('says that nothing is known of a row without any value', async () => {
    const filled = {
      ...ctx,
      applyRecipe: (_: unknown, { rows }: Table) => makeTable({ a: zeros(rows), b: zeros(rows) }),
    };
    const [nothing, something] = await predictRawRows(sum, [{ a: null }, { b: '9' }], filled);
    expect(answerOf(nothing).notes?.map(({ en }) => en)).toEqual([expect.stringContaining('is missing')]);
    expect(answerOf(something)).not.toHaveProperty('notes');
  });

  it('says where the group is missing, and which threshold decides then', async () => {
    const groups = { column: 'sex', thresholds: { f: 0.2 } };
    const source = [...numbers, { name: 'sex', type: 'category' as const, role: 'sensitive' as const }];
    const two = fakeLinearModel(['a', 'b'], [[1], [1]], { name: 'y', classes: ['no', 'yes'] }, { source, steps: [] });
    const grouped = withRule(two, { positive: 'yes', threshold: 0.5, groups });
    const rows = [{ a: '-1', b: '0', sex: 'f' }, { a: '-1', b: '0', sex: null }, { a: 'x' }];
    const [told, untold] = await predictRawRows(grouped, rows, ctx);
    expect([answerOf(told).value, answerOf(untold).value]).toEqual(['yes', 'no']);
    expect(answerOf(told)).not.toHaveProperty('notes');
    expect(answerOf(untold).notes?.map(({ en }) => en)).toEqual([
      '“sex” is missing, which tells the group: the common threshold 0.5 decides.',
    ]);
  });

  it('says of which cell the word is new', async () => {
    const [known, unknown] = await predictRawRows(
      model,
      [
        { colour: 'red', height: '12' },
        { colour: 'green', height: '12' },
      ],
      ctx,
    );
    expect(answerOf(known)).not.toHaveProperty('notes');
    expect(answerOf(unknown).notes?.map(({ en }) => en)).toEqual([
      '“green” in column “colour” did not occur in the training data.',
    ]);
  });

  it('says of which value it is beyond what training had', async () => {
    const [within, beyond] = await predictRawRows(model, [{ height: '14' }, { height: '14.5' }], ctx);
    expect(answerOf(within)).not.toHaveProperty('notes');
    expect(answerOf(beyond).notes?.map(({ en }) => en)).toEqual([
      '“height” lies outside what the training data had: 6 to 14.',
    ]);
  });

  it('decides by the group that a prepared row is of, and fails where a step replaces what tells it', async () => {
    const by = (column: string, group: string) =>
      withRule(model, { positive: 'dog', threshold: 0.4, groups: { column, thresholds: { [group]: 0.99 } } });
    const rows = [
      { colour: 'red', height: '11' },
      { colour: 'blue', height: '11' },
    ];
    const strict = by('colour=red', '1');
    const answered = await predictRawRows(strict, rows, ctx);
    expect(answered.map((row) => answerOf(row).value)).toEqual(['cat', 'dog']);
    expect(predictionInputs(strict, ctx).map(({ field }) => field.name)).toEqual(['height', 'colour']);
    await expect(predictRawRows(by('colour', 'red'), rows, ctx)).rejects.toMatchObject({
      detail: { code: 'group-column-gone', column: 'colour' },
    });
  });

  it('says which row the preparation drops', async () => {
    const rows = [{ colour: 'red', height: '1' }, { colour: 'red' }];
    expect(failuresOf(await predictRawRows(model, rows, ctx))).toEqual([[2, 'row-dropped', undefined]]);
  });

  it('names column and row where a feature stays missing', async () => {
    const bare = fakeLinearModel(['height'], [[1]], { name: 'size' }, { ...recipe, steps: [] });
    const answered = await predictRawRows(bare, [{ height: '7.5' }, { height: null }], ctx);
    expect(failuresOf(answered)).toEqual([[2, 'raw-value-missing', 'height']]);
    expect(answered[0]).toEqual({ answer: { value: '7.5' } });
  });

  it('prepares and scores 1,000 rows once, though 300 of them miss a value', async () => {
    const rows = Array.from({ length: 1_000 }, (_, i) => ({ colour: 'red', height: i % 10 < 3 ? null : '14' }));
    let prepared = 0;
    const counting = (given: typeof recipe, raw: Table): Table => {
      prepared++;
      return applyRecipe(given, raw);
    };
    const answered = await predictRawRows(model, rows, { ...ctx, applyRecipe: counting });
    expect(prepared).toBe(1);
    expect(failuresOf(answered)).toHaveLength(300);
    expect(answered.filter((row) => 'answer' in row)).toHaveLength(700);
  });

  it('finds every row that a step refuses, by its own number', async () => {
    const strict = (given: typeof recipe, raw: Table): Table => {
      const ready = applyRecipe(given, raw);
      if (ready.rows === raw.rows) return ready;
      const first = Array.from({ length: raw.rows }, (_, row) => raw.sourceRows?.[row] ?? row).find(
        (row) => ready.sourceRows?.includes(row) !== true,
      );
      const refused = text('A value is missing.', '값이 비어 있어요.');
      throw new Failure({ code: 'missing-value', row: (first ?? 0) + 1, message: refused, hint: refused });
    };
    const rows = Array.from({ length: 200 }, (_, i) => ({ colour: 'red', height: i % 40 === 7 ? null : '14' }));
    const answered = await predictRawRows(model, rows, { ...ctx, applyRecipe: strict });
    expect(failuresOf(answered).map(([row, code]) => [row, code])).toEqual(
      [8, 48, 88, 128, 168].map((row) => [row, 'missing-value']),
    );
    expect(answered.filter((row) => 'answer' in row)).toHaveLength(195);
  });

  it('fails as a whole where it is no row’s fault', async () => {
    const gone = text('No such step.', '그런 단계가 없어요.');
    const applyNothing = (): Table => {
      throw new Failure({ code: 'unknown-step', message: gone, hint: gone });
    };
    await expect(predictRawRows(model, [{}, {}, {}], { ...ctx, applyRecipe: applyNothing })).rejects.toMatchObject({
      detail: { code: 'unknown-step' },
    });
  });

  it('answers nothing of no rows', async () => expect(await predictRawRows(model, [], ctx)).toEqual([]));
});
