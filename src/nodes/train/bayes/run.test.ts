import { describe, expect, it } from 'vitest';
import { schemaOf } from '../../../table/schema';
import type { Column, Table } from '../../../table/table';
import { fakeContext } from '../../../testing/nodes/fake-context';
import type { Cells } from '../../../testing/table/make-table';
import { makeColumn, makeTable } from '../../../testing/table/make-table';
import { bayesRunner } from './run';
import { bayesSpec } from './spec';

const x = makeColumn('x', [1, 2, 3, 11, 12, 14]);
const withTarget = (y: Cells, ...more: readonly Column[]): Table =>
  makeTable([x, ...more, makeColumn('y', y, 'target')]);
const named = withTarget(['low', 'low', 'low', 'high', 'high', 'high']);

const train = (table: Table, params = {}) =>
  bayesRunner.run({ table: { type: 'table', table } }, params, fakeContext());

const problems = (table: Table) =>
  bayesSpec.infer({ table: schemaOf(table) }, bayesSpec.defaults, { nodeId: 'bayes1' }).problems;

describe('training naive Bayes', () => {
  it('makes a model of classes, without a backend', async () => {
    const { model } = await train(named);
    expect(model).toMatchObject({
      model: {
        task: 'binary',
        target: { name: 'y', classes: ['high', 'low'] },
        features: ['x'],
        decision: { positive: 'low', threshold: 0.5 },
        body: { type: 'bayes', priors: null, means: Float64Array.of(37 / 3, 2) },
        training: { backend: 'none', rows: 6 },
      },
    });
  });

  it('takes the classes to be equally frequent when asked', async () => {
    const { model } = await train(withTarget(['a', 'a', 'a', 'a', 'b', 'b']), { priors: 'equal' });
    expect(model).toMatchObject({ model: { body: { priors: [0.5, 0.5] } } });
  });

  it('refuses a quantity before and while it runs', async () => {
    const quantity = withTarget([0.5, 1.5, 2, 3, 4, 9.25]);
    expect(problems(quantity)).toMatchObject([{ code: 'target-not-classes', column: 'y' }]);
    await expect(train(quantity)).rejects.toMatchObject({ detail: { code: 'target-not-classes', column: 'y' } });
  });

  it.each([
    ['no column to learn from', makeTable([makeColumn('y', ['a', 'b', 'a'], 'target')]), 'no-features'],
    ['one class', withTarget(['a', 'a', 'a', 'a', 'a', 'a']), 'one-class'],
    [
      'a column that misses every value',
      withTarget(['a', 'b', 'a', 'b', 'a', 'b'], makeColumn('m', Array(6).fill(null))),
      'missing-value',
    ],
    [
      'words',
      withTarget(['a', 'b', 'a', 'b', 'a', 'b'], makeColumn('m', ['r', 's', 'r', 's', 'r', 's'])),
      'column-not-numeric',
    ],
    [
      'columns that never vary',
      makeTable([makeColumn('x', [4, 4, 4]), makeColumn('y', ['a', 'b', 'a'], 'target')]),
      'constant-features',
    ],
  ] as const)('refuses %s, with a remedy', async (_what, table, code) => {
    await expect(train(table)).rejects.toMatchObject({ detail: { code, hint: { en: expect.stringMatching(/./) } } });
  });

  it('says of itself that it reads numbers', () => {
    const [problem] = problems(
      withTarget(['a', 'b', 'a', 'b', 'a', 'b'], makeColumn('m', ['r', 's', 'r', 's', 'r', 's'])),
    );
    expect(problem?.message.en).toMatch(/naive Bayes reads numbers/);
  });
});
