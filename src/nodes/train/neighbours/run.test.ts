import { describe, expect, it } from 'vitest';
import { schemaOf } from '../../../table/schema';
import type { Column, Table } from '../../../table/table';
import { fakeContext } from '../../../testing/nodes/fake-context';
import type { Cells } from '../../../testing/table/make-table';
import { makeColumn, makeTable } from '../../../testing/table/make-table';
import { neighboursRunner } from './run';
import { neighboursSpec } from './spec';

const x = makeColumn('x', [1, 2, 3, 11, 12, 14]);
const withTarget = (y: Cells, ...more: readonly Column[]): Table =>
  makeTable([x, ...more, makeColumn('y', y, 'target')]);
const named = withTarget(['low', 'low', 'low', 'high', 'high', 'high']);

const train = (table: Table, params = {}, context = fakeContext()) =>
  neighboursRunner.run({ table: { type: 'table', table } }, params, context);

describe('training nearest neighbours', () => {
  it('makes a model of classes that carries its rows and says so', async () => {
    const context = fakeContext();
    const { model } = await train(named, {}, context);
    expect(model).toMatchObject({
      model: {
        task: 'binary',
        target: { name: 'y', classes: ['high', 'low'] },
        decision: { positive: 'low', threshold: 0.5 },
        body: { type: 'neighbours', neighbours: 5, weights: 'uniform', metric: 'euclidean' },
        training: { backend: 'none', rows: 6 },
      },
    });
    expect(context.logged.map(({ en }) => en)).toEqual([expect.stringContaining('carries 6 training rows')]);
    expect(context.logged[0]?.ko).toContain('학습 행 6개');
    expect(neighboursSpec.summary(neighboursSpec.defaults).en).toContain('carries its rows');
  });

  it('makes a model of a quantity', async () => {
    const { model } = await train(withTarget([0.5, 1.5, 2, 3, 4, 9.25]), { weights: 'distance', metric: 'manhattan' });
    expect(model).toMatchObject({ model: { task: 'regression', decision: null, body: { weights: 'distance' } } });
  });

  it.each([
    ['no column to learn from', makeTable([makeColumn('y', ['a', 'b', 'a'], 'target')]), 'no-features'],
    ['one class', withTarget(['a', 'a', 'a', 'a', 'a', 'a']), 'one-class'],
    ['a quantity that never varies', withTarget([1.5, 1.5, 1.5, 1.5, 1.5, 1.5]), 'constant-target'],
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
      'fewer rows than neighbours',
      makeTable([makeColumn('x', [1, 2, 3, 4]), makeColumn('y', ['a', 'b', 'a', 'b'], 'target')]),
      'more-neighbours-than-rows',
    ],
  ] as const)('refuses %s, with a remedy', async (_what, table, code) => {
    const task = code === 'constant-target' ? 'regression' : 'auto';
    await expect(train(table, { task })).rejects.toMatchObject({
      detail: { code, hint: { en: expect.stringMatching(/./) } },
    });
  });

  it('says of itself that it reads numbers', () => {
    const table = withTarget(['a', 'b', 'a', 'b', 'a', 'b'], makeColumn('m', ['r', 's', 'r', 's', 'r', 's']));
    const { problems } = neighboursSpec.infer({ table: schemaOf(table) }, neighboursSpec.defaults, { nodeId: 'n' });
    expect(problems.map(({ message }) => message.en)).toEqual([
      'Column “m” of type category: a model of nearest neighbours reads numbers.',
    ]);
  });
});
