import { describe, expect, it } from 'vitest';
import { Failure } from '../lib/failure';
import type { SourceField } from '../table/table';
import { fakeLinearModel } from '../testing/models/fake-model';
import { applyRecipe, model, stepColumns } from '../testing/serving/fake-recipe';
import { explainRawRow } from './explain-raw-row';
import { predictRawRows, type RowAnswer } from './predict-raw-rows';

const ctx = { backend: 'cpu', signal: new AbortController().signal, applyRecipe, stepColumns } as const;

function linear(columns: number) {
  const source = Array.from({ length: columns }, (_, i): SourceField => {
    return { name: `x${i}`, type: 'number', role: null, typical: String(i), min: i - 4, max: i + 4 };
  });
  const weights = source.map((_, i) => (i % 2 === 0 ? 1 : -0.5) * (i + 1));
  const made = fakeLinearModel(
    source.map(({ name }) => name),
    weights.map((weight) => [weight]),
    { name: 'y', scale: { mean: 10, sd: 2 } },
    { source, steps: [] },
  );
  return { made, weights };
}

const dogIn = (row: RowAnswer | undefined): number | undefined =>
  row !== undefined && 'answer' in row ? row.answer.probabilities?.[1] : undefined;

describe('the reasons for a prediction', () => {
  it.each([
    [6, 'exact'],
    [14, 'sampled'],
  ] as const)(
    'are each weight times its distance from usual, of a linear model of %i columns',
    async (count, method) => {
      const { made, weights } = linear(count);
      const row = Object.fromEntries(weights.map((_, i) => [`x${i}`, String(i + 0.25 * (i + 1))]));
      const { contributions, method: used } = await explainRawRow(made, row, ctx);
      expect(used).toBe(method);
      expect(contributions).toHaveLength(count);
      for (const { column, share } of contributions) {
        const i = Number(column.slice(1));
        expect(share).toBeCloseTo(2 * (weights[i] ?? 0) * 0.25 * (i + 1), 4);
      }
    },
  );

  it('add up to the prediction less what a usual row gets, through every step of the recipe', async () => {
    const row = { height: '13', colour: 'blue' };
    const why = await explainRawRow(model, row, ctx);
    expect(why.of).toBe('dog');
    expect(why.contributions.map(({ column }) => column).sort()).toEqual(['colour', 'height']);
    const total = why.contributions.reduce((sum, { share }) => sum + share, 0);
    expect(total).toBeCloseTo(why.prediction - why.baseline, 12);
    const [said] = await predictRawRows(model, [row], ctx);
    expect(dogIn(said)).toBe(why.prediction);
    const [usual] = await predictRawRows(model, [{ height: '10', colour: 'red' }], ctx);
    expect(dogIn(usual)).toBe(why.baseline);
  });

  it('speak of the class that is asked for', async () => {
    const row = { height: '13', colour: 'blue' };
    const dog = await explainRawRow(model, row, ctx);
    const cat = await explainRawRow(model, row, ctx, 'cat');
    expect(cat.prediction).toBeCloseTo(1 - dog.prediction, 12);
    expect(cat.contributions[0]?.share).toBeCloseTo(-(dog.contributions[0]?.share ?? 0), 12);
  });

  it('are none for a usual row', async () => {
    const why = await explainRawRow(model, { height: '10', colour: 'red' }, ctx);
    expect(why.contributions).toEqual([]);
    expect(why.prediction).toBe(why.baseline);
  });

  it('fail with a remedy where a row cannot be predicted', async () => {
    const failed = await explainRawRow(model, { height: null, colour: 'red' }, ctx).catch((error: unknown) => error);
    expect(failed instanceof Failure && failed.detail.code).toBe('row-dropped');
  });
});
