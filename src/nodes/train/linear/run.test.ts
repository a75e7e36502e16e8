import { expect, it } from 'vitest';
import { createRandom } from '../../../lib/random';
import { predictTable } from '../../../models/predict';
import type { Table } from '../../../table/table';
import { networkOf } from '../../../testing/models/fake-model';
import { fakeContext } from '../../../testing/nodes/fake-context';
import { makeColumn, makeTable } from '../../../testing/table/make-table';
import { linearRunner } from './run';

const random = createRandom(4);
const x = Array.from({ length: 200 }, () => random.normal());
const z = Array.from({ length: 200 }, () => random.normal());

async function train(table: Table) {
  const { model } = await linearRunner.run({ table: { type: 'table', table } }, {}, fakeContext());
  if (model?.type !== 'model') throw new Error('the kind made no model');
  return model.model;
}

it('a linear regression finds the line behind the points', async () => {
  const y = x.map((value, i) => 3 + 2 * value - 5 * (z[i] ?? 0));
  const table = makeTable([makeColumn('x', x), makeColumn('z', z), makeColumn('y', y, 'target')]);
  const model = await train(table);
  expect(networkOf(model).parameters).toBe(3);
  const rows = Uint32Array.of(0, 1, 2);
  const { scores } = await predictTable(model, table, rows, { backend: 'cpu', signal: new AbortController().signal });
  for (const row of rows) expect(Math.abs((scores[row] ?? 0) - (y[row] ?? 0))).toBeLessThan(0.15);
});

it('a logistic regression gives the sign of each column’s weight', async () => {
  const y = x.map((value, i) => (value - 2 * (z[i] ?? 0) > 0 ? 'yes' : 'no'));
  const model = await train(makeTable([makeColumn('x', x), makeColumn('z', z), makeColumn('y', y, 'target')]));
  const [weightOfX = 0, weightOfZ = 0] = networkOf(model).weights[0]?.values ?? [];
  expect(weightOfX).toBeGreaterThan(0);
  expect(weightOfZ).toBeLessThan(-weightOfX);
  expect(model.training.rounds?.history.accuracy?.at(-1)).toBeGreaterThan(0.9);
});
