import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../lib/random';
import type { ModelValue } from '../../../models/model';
import { memory } from '../../../models/network/backend/backends';
import { predictTable } from '../../../models/predict';
import { schemaOf } from '../../../table/schema';
import type { Table } from '../../../table/table';
import { networkOf } from '../../../testing/models/fake-model';
import { fakeContext } from '../../../testing/nodes/fake-context';
import { makeColumn, makeTable } from '../../../testing/table/make-table';
import type { RunContext } from '../../contract/runner';
import { denseRunner } from './run';
import { denseSpec } from './spec';

const FAST = { hidden: [8], epochs: 15, learningRate: 0.02, earlyStopping: false };
const N = 120;
const random = createRandom(9);
const a = Array.from({ length: N }, () => random.normal());
const b = Array.from({ length: N }, () => random.normal());
const sums = a.map((x, i) => x + (b[i] ?? 0));
const parts = a.map((_, i) => (i % 4 === 3 ? 2 : 0));

const withTarget = (target: Parameters<typeof makeColumn>[1], type?: Parameters<typeof makeColumn>[3]): Table =>
  makeTable([makeColumn('a', a), makeColumn('b', b), makeColumn('y', target, 'target', type)], parts);

async function train(table: Table, params = {}, context: Partial<RunContext> = {}): Promise<ModelValue> {
  const { model } = await denseRunner.run(
    { table: { type: 'table', table } },
    { ...FAST, ...params },
    fakeContext(context),
  );
  if (model?.type !== 'model') throw new Error('the kind made no model');
  return model.model;
}

const testRows = Uint32Array.from(a.keys()).filter((i) => parts[i] === 2);
const signal = new AbortController().signal;

describe('training a dense network', () => {
  it('learns two classes, sorted by code point, from the training part only', async () => {
    const before = memory().tensors;
    const model = await train(withTarget(sums.map((s) => (s > 0 ? 'up' : 'Down'))));
    expect(model).toMatchObject({
      task: 'binary',
      target: { name: 'y', classes: ['Down', 'up'] },
      features: ['a', 'b'],
    });
    expect(model.training).toMatchObject({
      rows: 90,
      rounds: { count: 15 },
      backend: 'cpu',
      trainer: 'tfjs',
      seed: 42,
    });
    const { scores, outputs } = await predictTable(model, withTarget(a), testRows, { backend: 'cpu', signal });
    expect(outputs).toBe(2);
    const right = Array.from(testRows).filter((row, i) => (scores[2 * i + 1] ?? 0) > 0.5 === (sums[row] ?? 0) > 0);
    expect(right.length / testRows.length).toBeGreaterThan(0.85);
    expect(memory().tensors).toBe(before);
  });

  it('learns several classes, whose probabilities sum to 1', async () => {
    const model = await train(
      withTarget(
        sums.map((s) => (s > 1 ? 2 : s > -1 ? 1 : 0)),
        'integer',
      ),
    );
    expect(model).toMatchObject({ task: 'multiclass', target: { classes: ['0', '1', '2'] } });
    const { scores } = await predictTable(model, withTarget(a), Uint32Array.of(0, 5), { backend: 'cpu', signal });
    for (const at of [0, 3])
      expect((scores[at] ?? 0) + (scores[at + 1] ?? 0) + (scores[at + 2] ?? 0)).toBeCloseTo(1, 12);
  });

  it('predicts a quantity in its own units', async () => {
    const model = await train(withTarget(sums.map((s) => 500 + 20 * s)), { epochs: 30 });
    expect(model.task).toBe('regression');
    const { scores } = await predictTable(model, withTarget(a), testRows, { backend: 'cpu', signal });
    const errors = Array.from(testRows, (row, i) => ((scores[i] ?? 0) - 500 - 20 * (sums[row] ?? 0)) ** 2);
    expect(Math.sqrt(errors.reduce((x, y) => x + y, 0) / errors.length)).toBeLessThan(6);
    expect(model.training.rounds?.history.rmse?.at(-1)).toBeLessThan(8);
  });

  it('takes whole numbers for a quantity where they are many, and does as it is told', async () => {
    const whole = withTarget(
      sums.map((s) => Math.round(10 * s)),
      'integer',
    );
    expect((await train(whole, { epochs: 1 })).task).toBe('regression');
    expect((await train(whole, { epochs: 1, task: 'classification' })).task).toBe('multiclass');
  });

  it('holds out a tenth for early stopping where there is no validation part, and says so', async () => {
    const ctx = fakeContext();
    const table = withTarget(sums.map((s) => s > 0));
    await denseRunner.run({ table: { type: 'table', table } }, { ...FAST, epochs: 2, earlyStopping: true }, ctx);
    expect(ctx.logged[0]?.en).toContain('9 of 90 training rows are held out');
  });

  it('weighs rare classes up when asked', async () => {
    const rare = withTarget(sums.map((s) => s > 1.8));
    const positives = async (classWeights: string): Promise<number> => {
      const model = await train(rare, { classWeights, epochs: 6 });
      const all = Uint32Array.from(a.keys());
      const { scores } = await predictTable(model, rare, all, { backend: 'cpu', signal });
      return Array.from(all).filter((i) => (scores[2 * i + 1] ?? 0) > 0.5).length;
    };
    expect(await positives('balanced')).toBeGreaterThan(await positives('none'));
  });

  it('gives the same bits for the same seed, and others for another', async () => {
    const table = withTarget(sums.map((s) => s > 0));
    const [one, same, other] = [await train(table), await train(table), await train(table, {}, { seed: 1 })];
    expect(networkOf(same)).toEqual(networkOf(one));
    expect(networkOf(other).weights[0]?.values).not.toEqual(networkOf(one).weights[0]?.values);
  });
});

describe('what cannot be trained', () => {
  const y = makeColumn(
    'y',
    sums.map((s) => s > 0),
    'target',
  );
  const cases: readonly (readonly [string, string, Table, object])[] = [
    ['no target', 'no-target', makeTable([makeColumn('a', a)]), {}],
    ['no feature', 'no-features', makeTable([y]), {}],
    ['words', 'column-not-numeric', makeTable([makeColumn('w', a.map(String), null, 'category'), y]), { column: 'w' }],
    ['a gap', 'missing-value', makeTable([makeColumn('a', [...a.slice(1), null]), y]), { column: 'a', row: N }],
    ['too large a number', 'value-too-large', makeTable([makeColumn('a', [1e39, ...a.slice(1)]), y]), { row: 1 }],
    ['a gap in the target', 'missing-target', withTarget([null, ...sums.slice(1)]), { column: 'y', row: 1 }],
    ['one class', 'one-class', withTarget(a.map(() => 'same')), { column: 'y' }],
    ['a constant quantity', 'constant-target', withTarget(a.map(() => 2.5)), { column: 'y' }],
    ['one row', 'too-few-rows', makeTable([makeColumn('a', [1]), makeColumn('y', ['p'], 'target')]), {}],
    [
      'a negative weight',
      'bad-weight',
      makeTable([makeColumn('a', a), makeColumn('w', a, 'weight'), y]),
      { column: 'w' },
    ],
  ];
  it.each(cases)('%s ends in a failure that names it and the remedy', async (_, code, table, where) => {
    await expect(train(table)).rejects.toMatchObject({ name: 'Failure', detail: { code, ...where } });
  });

  it('two rows train', async () => {
    const table = makeTable([makeColumn('a', [0, 1]), makeColumn('y', ['p', 'q'], 'target')]);
    expect((await train(table)).training.rows).toBe(2);
  });
});

describe('before it runs', () => {
  const problemsOf = (table: Table, params = {}): readonly string[] =>
    denseSpec.infer({ table: schemaOf(table) }, params, { nodeId: 'n' }).problems.map(({ code }) => code);

  it('says what is wrong with the table on the wire', () => {
    const y = makeColumn('y', ['p', 'q'], 'target');
    expect(problemsOf(makeTable([makeColumn('a', [1, 2])]))).toEqual(['no-target']);
    expect(problemsOf(makeTable([makeColumn('w', ['u', 'v']), y]))).toEqual(['column-not-numeric']);
    expect(problemsOf(makeTable([makeColumn('a', [1, 2]), y]), { task: 'regression' })).toEqual(['target-type']);
    expect(problemsOf(makeTable([makeColumn('a', [1, 2]), y]))).toEqual([]);
  });

  it('knows the model’s task and classes where the types tell them', () => {
    const modelOf = (table: Table): unknown =>
      denseSpec.infer({ table: schemaOf(table) }, {}, { nodeId: 'n' }).outputs.model;
    const x = makeColumn('a', [1, 2]);
    expect(modelOf(makeTable([x, makeColumn('y', ['q', 'p'], 'target')]))).toMatchObject({
      task: 'binary',
      classes: ['p', 'q'],
    });
    expect(modelOf(makeTable([x, makeColumn('y', [1.5, 2], 'target')]))).toMatchObject({ task: 'regression' });
    expect(modelOf(makeTable([x, makeColumn('y', [1, 2], 'target', 'integer')]))).toBeUndefined();
  });
});
