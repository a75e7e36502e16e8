import { describe, expect, it } from 'vitest';
import { Failure } from '../lib/failure';
import { text } from '../lib/text';
import { takeRows } from '../table/rows';
import type { Table } from '../table/table';
import { fakeLinearModel } from '../testing/models/fake-model';
import { makeTable } from '../testing/table/make-table';
import { type RowScorer, scoreRows } from './score-rows';

const model = fakeLinearModel(['x'], [[1]], { name: 'y' });

/** Answers with x; counts what it is asked, and breaks down over 1000. */
function scorerOf(prepare: (raw: Table) => Table = (raw) => raw): RowScorer & { readonly asked: number[] } {
  const asked: number[] = [];
  return {
    asked,
    prepare,
    predict: async (table, rows) => {
      asked.push(rows.length);
      const [x] = table.columns;
      if (x === undefined || !('values' in x)) throw new Error('x is a number');
      const scores = Float64Array.from(rows, (row) => x.values[row] ?? Number.NaN);
      if (scores.some((score) => score > 1_000)) throw failure('model-diverged');
      return { scores, outputs: 1 };
    },
  };
}

function failure(code: string): Failure {
  const message = text(code, code);
  return new Failure({ code, message, hint: message });
}

const xs = (length: number, of: (row: number) => number | null) =>
  makeTable({ x: Array.from({ length }, (_, row) => of(row)) });

describe('scoring rows', () => {
  it('asks the model once, though 300 of 1,000 rows have no value to read', async () => {
    const scorer = scorerOf();
    const { answers, refused } = await scoreRows(
      model,
      xs(1_000, (i) => (i % 10 < 3 ? null : i)),
      { tries: 64 },
      scorer,
    );
    expect(scorer.asked).toEqual([700]);
    expect(refused.size).toBe(300);
    expect(refused.get(2)).toMatchObject({ reason: 'missing-value', failure: { detail: { column: 'x', row: 3 } } });
    expect([...answers.scores.subarray(0, 5)]).toEqual([Number.NaN, Number.NaN, Number.NaN, 3, 4]);
  });

  it('costs no other row its answer where the model breaks down over one', async () => {
    const { answers, refused } = await scoreRows(
      model,
      xs(100, (i) => (i === 41 ? 1e6 : i)),
      { tries: 64 },
      scorerOf(),
    );
    expect([...refused].map(([row, { reason }]) => [row, reason])).toEqual([[41, 'model-diverged']]);
    expect(answers.scores.filter(Number.isNaN)).toHaveLength(1);
  });

  it('comes to an end where more rows are bad than there are tries', async () => {
    const scorer = scorerOf();
    const { refused } = await scoreRows(
      model,
      xs(1_000, (i) => (i % 2 === 0 ? 1e6 : i)),
      { tries: 64 },
      scorer,
    );
    expect(scorer.asked.length).toBeLessThan(130);
    expect(refused.size).toBeGreaterThanOrEqual(500);
  });

  it('throws the first failure where there is nothing to try', async () => {
    await expect(
      scoreRows(
        model,
        xs(4, () => 1e6),
        { tries: 0 },
        scorerOf(),
      ),
    ).rejects.toMatchObject({
      detail: { code: 'model-diverged' },
    });
  });

  it('puts the answers of rows that were left back to where the rows stand', async () => {
    const dropping = scorerOf((raw) => takeRows(raw, Uint32Array.of(1, 3)));
    const { answers, refused } = await scoreRows(
      model,
      xs(4, (i) => i),
      { tries: 0 },
      dropping,
    );
    expect([...answers.scores]).toEqual([Number.NaN, 1, Number.NaN, 3]);
    expect([...refused.values()].map(({ reason }) => reason)).toEqual(Array(2).fill('dropped-by-preparation'));
  });

  it('tells groups by the prepared rows, and fails where these lack the column', async () => {
    const decision = { positive: 'yes', threshold: 0.5, groups: { column: 'g', thresholds: { b: 0.9 } } };
    const ruled = { ...fakeLinearModel(['x'], [[1]], { name: 'y', classes: ['no', 'yes'] }), decision };
    const raw = makeTable({ x: [1, 1], g: ['a', 'a'] });
    const prepare = (table: Table): Table => makeTable({ x: Array(table.rows).fill(1), g: ['a', 'b'] });
    const predict = async (_: Table, rows: Uint32Array) => ({
      scores: Float64Array.from({ length: 2 * rows.length }, (_, i) => (i % 2 === 0 ? 0.3 : 0.7)),
      outputs: 2,
    });
    const { answers } = await scoreRows(ruled, raw, { tries: 0 }, { prepare, predict });
    expect(answers.predicted).toEqual(Int32Array.of(1, 0));
    const gone = scoreRows(ruled, raw, { tries: 0 }, { prepare: () => makeTable({ x: [1, 1] }), predict });
    await expect(gone).rejects.toMatchObject({ detail: { code: 'group-column-gone', column: 'g' } });
  });

  it('answers only the rows that are asked for', async () => {
    const rows = Uint32Array.of(2);
    const { answers } = await scoreRows(
      model,
      xs(4, (i) => i),
      { rows, tries: 0 },
      scorerOf(),
    );
    expect([...answers.scores]).toEqual([Number.NaN, Number.NaN, 2, Number.NaN]);
  });
});
