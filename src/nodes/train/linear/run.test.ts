import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../lib/json';
import { createRandom } from '../../../lib/random';
import { continueTraining } from '../../../models/estimators';
import { predictTable } from '../../../models/predict';
import type { Table } from '../../../table/table';
import { networkOf } from '../../../testing/models/fake-model';
import { fakeContext } from '../../../testing/nodes/fake-context';
import { makeColumn, makeTable } from '../../../testing/table/make-table';
import { linearRunner } from './run';
import { linearSpec } from './spec';

const random = createRandom(4);
const x = Array.from({ length: 200 }, () => random.normal());
const z = Array.from({ length: 200 }, () => random.normal());

async function train(table: Table, params: JsonObject = {}, ctx = fakeContext()) {
  const { model } = await linearRunner.run({ table: { type: 'table', table } }, params, ctx);
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
  for (const row of rows) expect(Math.abs((scores[row] ?? 0) - (y[row] ?? 0))).toBeLessThan(0.02);
});

it('a logistic regression gives the sign of each column’s weight', async () => {
  const y = x.map((value, i) => (value - 2 * (z[i] ?? 0) > 0 ? 'yes' : 'no'));
  const model = await train(makeTable([makeColumn('x', x), makeColumn('z', z), makeColumn('y', y, 'target')]));
  const [weightOfX = 0, weightOfZ = 0] = networkOf(model).weights[0]?.values ?? [];
  expect(weightOfX).toBeGreaterThan(0);
  expect(weightOfZ).toBeLessThan(-weightOfX);
  expect(model.training.rounds?.history.accuracy?.at(-1)).toBeGreaterThan(0.9);
});

const label = x.map((value, i) => (value - 2 * (z[i] ?? 0) + random.normal() > 0 ? 'yes' : 'no'));
const noisy = makeTable([makeColumn('x', x), makeColumn('z', z), makeColumn('y', label, 'target')]);

describe('the optimizer', () => {
  it('goes to the optimum where nothing is said, without a backend, whatever is said of early stopping', async () => {
    const used: string[] = [];
    const ctx = fakeContext({ usesBackend: (name) => void used.push(name) });
    const model = await train(noisy, {}, ctx);
    expect(model.training).toMatchObject({ trainer: 'lbfgs', backend: 'none', rows: 200 });
    expect([used, ctx.logged]).toEqual([[], []]);
    const same = await train(noisy, { earlyStopping: true, epochs: 3, learningRate: 1, batchSize: 7 });
    expect(networkOf(same).weights).toEqual(networkOf(model).weights);
    expect(same.training).toEqual(model.training);
  });

  it('goes by batches where one of the others is named, and comes near to the same weights', async () => {
    const optimum = await train(noisy);
    const params = { optimizer: 'adam', epochs: 300, batchSize: 256, learningRate: 0.2 };
    const model = await train(noisy, params);
    expect(model.training).toMatchObject({ trainer: 'tfjs', backend: 'cpu', rounds: { count: 300 } });
    const weights = [optimum, model].map((each) => [...(networkOf(each).weights[0]?.values ?? [])]);
    expect(weights[1]?.map((weight, i) => Math.abs(weight - (weights[0]?.[i] ?? 0)) < 0.02)).toEqual([true, true]);
    const early = await train(noisy, { ...params, epochs: 3, earlyStopping: true });
    expect(early.training.rows).toBe(180);
  });

  it('is Adam when a model at its optimum goes on learning: a changed world is learned from where it stood', async () => {
    const model = await train(noisy);
    const turned = makeTable([
      makeColumn('x', x),
      makeColumn('z', z),
      makeColumn(
        'y',
        label.map((each) => (each === 'yes' ? 'no' : 'yes')),
        'target',
      ),
    ]);
    const rows = Uint32Array.from(x, (_, row) => row);
    const further = (epochs: number) =>
      continueTraining({ model, table: turned, rows, epochs, learningRateFactor: 1, seed: 2 }, fakeContext());
    const xWeight = (of: typeof model) => networkOf(of).weights[0]?.values[0] ?? 0;
    const [little, long] = [await further(1), await further(60)];
    expect(little.training).toMatchObject({ trainer: 'tfjs', backend: 'cpu', rounds: { count: 1 } });
    expect(xWeight(model)).toBeGreaterThan(0.5);
    expect(xWeight(little)).toBeLessThan(xWeight(model));
    expect(xWeight(little)).toBeGreaterThan(0);
    expect(xWeight(long)).toBeLessThan(-0.5);
  });
});

it('the form shows what the chosen optimizer goes by, and nothing else', () => {
  const shown = (params: JsonObject) =>
    Object.entries(linearSpec.form).flatMap(([name, { when }]) =>
      (when?.({ ...linearSpec.defaults, ...params }) ?? true) ? [name] : [],
    );
  expect(shown({})).toEqual(['task', 'l2Strength', 'optimizer', 'iterations', 'classWeights', 'l2']);
  expect(shown({ optimizer: 'sgd', earlyStopping: true })).toEqual(
    expect.arrayContaining(['epochs', 'batchSize', 'learningRate', 'patience', 'warmUp', 'clipNorm']),
  );
  expect(shown({ optimizer: 'sgd' })).not.toEqual(expect.arrayContaining(['iterations']));
  expect(shown({ optimizer: 'sgd' })).not.toEqual(expect.arrayContaining(['patience']));
});
