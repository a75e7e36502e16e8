import { describe, expect, it } from 'vitest';
import { Cancelled, Failure } from '../../../lib/failure';
import { createRandom } from '../../../lib/random';
import type { Table } from '../../../table/table';
import { networkOf } from '../../../testing/models/fake-model';
import { makeColumn, makeTable } from '../../../testing/table/make-table';
import type { MetricPoint } from '../../metric-point';
import type { ModelValue } from '../../model';
import { predictTable } from '../../predict';
import { toArtifact } from '../artifact';
import { withBackend } from '../backend/backends';
import { linearNetwork } from '../network';
import { trainToOptimum } from '../train-to-optimum';
import golden from './golden/linear.json';
import { linearArtifact } from './linear-artifact';

const USUAL = {
  epochs: 5,
  batchSize: 32,
  optimizer: 'adam',
  learningRate: 0.03,
  schedule: { type: 'constant', factor: 1, every: 1, warmUp: 0 },
  clipNorm: null,
  earlyStopping: null,
} as const;

interface Given {
  readonly strength?: number;
  readonly balanced?: boolean;
  readonly task?: 'classification' | 'regression';
  readonly iterations?: number;
}

interface Context extends Pick<Parameters<typeof trainToOptimum>[1], 'signal'> {
  metric(point: MetricPoint): void;
  progress(fraction: number): void;
  log(message: { readonly en: string }): void;
}

function fitted(table: Table, given: Given = {}, ctx: Partial<Context> = {}): Promise<ModelValue> {
  const { strength = 1, balanced = false, task = 'classification', iterations = 1_000 } = given;
  return trainToOptimum(
    {
      table,
      task,
      reads: 'numbers',
      plan: ([width = 0], outputs, rows) => linearNetwork(width, outputs, strength / (2 * rows)),
      settings: USUAL,
      balanced,
      iterations,
    },
    { signal: new AbortController().signal, seed: 1, log: () => {}, metric: () => {}, progress: () => {}, ...ctx },
  );
}

type Rows = readonly (readonly number[])[];

function tableOf(x: Rows, y: readonly (string | number)[], weights: readonly number[] | null = null): Table {
  return makeTable([
    ...(x[0] ?? []).map((_, j) =>
      makeColumn(
        `x${j}`,
        x.map((row) => row[j] ?? 0),
      ),
    ),
    makeColumn('y', [...y], 'target'),
    ...(weights === null ? [] : [makeColumn('w', [...weights], 'weight')]),
  ]);
}

/** One list an output: what weighs each column, and the bias. For two classes the second is told of, as scikit-learn does. */
function learned(model: ModelValue): { readonly coefficients: Rows; readonly intercepts: readonly number[] } {
  const [kernel, bias] = networkOf(model).weights;
  const { scale } = model.target;
  const intercepts = [...(bias?.values ?? [])].map((value) => value * (scale?.sd ?? 1) + (scale?.mean ?? 0));
  const width = model.features.length;
  const coefficients = intercepts.map((_, k) =>
    Array.from({ length: width }, (_, j) => (kernel?.values[j * intercepts.length + k] ?? 0) * (scale?.sd ?? 1)),
  );
  return { coefficients, intercepts };
}

async function answers(model: ModelValue, x: Rows): Promise<Rows> {
  const table = tableOf(
    x,
    x.map(() => 0),
  );
  const rows = Uint32Array.from(x, (_, row) => row);
  const { scores, outputs } = await predictTable(model, table, rows, {
    backend: 'cpu',
    signal: new AbortController().signal,
  });
  return x.map((_, row) => [...scores.subarray(row * outputs, (row + 1) * outputs)]);
}

/** The largest difference, in shares of the largest number where that is above 1. */
function off(ours: Rows, theirs: Rows): number {
  const size = Math.max(1, ...theirs.flat().map(Math.abs));
  expect(ours.map((row) => row.length)).toEqual(theirs.map((row) => row.length));
  return Math.max(...ours.flatMap((row, i) => row.map((value, j) => Math.abs(value - (theirs[i]?.[j] ?? 0))))) / size;
}

describe('a linear model at its optimum', () => {
  it.each(golden.cases)('is scikit-learn’s: $id', async ({ input, expected }) => {
    const { x, y, weights, strength, balanced, asked } = input;
    const task = input.task === 'regression' ? 'regression' : 'classification';
    const model = await fitted(tableOf(x, y, weights), { strength, balanced, task });
    const { coefficients, intercepts } = learned(model);
    if (expected.coefficients !== null) expect(off(coefficients, expected.coefficients)).toBeLessThan(1e-4);
    if (expected.intercepts !== null) expect(off([intercepts], [expected.intercepts])).toBeLessThan(1e-4);
    if (expected.answers !== null) expect(off(await answers(model, asked), expected.answers)).toBeLessThan(1e-5);
    const { history } = model.training.rounds ?? {};
    // Where classes lie apart and nothing holds the weights there is no optimum, but a loss that comes near 0.
    // Weighed and balanced rows count in the curve as they count in training, and here all alike.
    const plain = weights === null && !balanced;
    if (task === 'classification') {
      expect(history?.accuracy?.at(-1)).toBeCloseTo(expected.accuracy ?? Number.NaN, 10);
      if (plain) expect(history?.loss?.at(-1)).toBeCloseTo(expected.loss, expected.answers === null ? 3 : 5);
    } else if (plain) expect(off([[history?.rmse?.at(-1) ?? Number.NaN]], [[expected.loss]])).toBeLessThan(1e-5);
  });
});

const random = createRandom(3);
const noise = Array.from({ length: 400 }, () => [random.normal(), random.normal(), random.normal()]);
const sides = noise.map(([a = 0, b = 0, c = 0]) => (a - 2 * b + c > 0 ? 'yes' : 'no'));
const halves = noise.map(([a = 0, b = 0]) => (a + b > 0.3 ? (a > b ? 'A' : 'B') : 'C'));

describe('the way to the optimum', () => {
  it('tells of each iteration what the model keeps of it', async () => {
    const points: MetricPoint[] = [];
    const fractions: number[] = [];
    const model = await fitted(
      tableOf(noise, halves),
      {},
      {
        metric: (point) => points.push(point),
        progress: (fraction) => fractions.push(fraction),
      },
    );
    const { history, count = 0, best } = model.training.rounds ?? {};
    const losses = history?.loss ?? [];
    expect(count).toBeGreaterThan(5);
    expect([best, losses.length]).toEqual([count, count]);
    expect(losses.at(-1)).toBeLessThan(losses[0] ?? 0);
    expect(points.map(({ epoch, epochs, values }) => [epoch, epochs, values.loss])).toEqual(
      losses.map((loss, i) => [i + 1, null, loss]),
    );
    expect(fractions.every((fraction) => fraction >= 0 && fraction <= 1)).toBe(true);
    expect(fractions.at(-1)).toBe(1);
  });

  it('follows the validation part too, learns nothing from it and holds out no row of its own', async () => {
    const alone = await fitted(tableOf(noise.slice(0, 300), sides.slice(0, 300)));
    const table = tableOf(noise, sides);
    const parts = Uint8Array.from(noise, (_, i) => (i < 300 ? 0 : 1));
    const model = await fitted({ ...table, partition: parts });
    expect(networkOf(model).weights).toEqual(networkOf(alone).weights);
    expect(model.training.rows).toBe(300);
    expect(alone.training.rows).toBe(300);
    expect(model.training.rounds?.history.validationLoss).toHaveLength(model.training.rounds?.count ?? 0);
    expect(model.training.rounds?.history.validationAccuracy?.at(-1)).toBeGreaterThan(0.95);
  });

  it('gives the same bits again, whatever the seed', async () => {
    const [one, other] = await Promise.all([fitted(tableOf(noise, halves)), fitted(tableOf(noise, halves))]);
    expect(networkOf(one)).toEqual(networkOf(other));
  });

  it('lets others have a turn, and is seen to be cancelled', async () => {
    const many = Array.from({ length: 60_000 }, (_, i) => noise[i % 400] ?? []);
    const classes = many.map((_, i) => halves[(i * 7) % 400] ?? 'A');
    const table = tableOf(many, classes);
    const controller = new AbortController();
    const cancel = setTimeout(() => controller.abort(), 60);
    await expect(fitted(table, { iterations: 100_000 }, { signal: controller.signal })).rejects.toBeInstanceOf(
      Cancelled,
    );
    clearTimeout(cancel);
  });

  it('says that it was cut off where it may take too few steps', async () => {
    const said: string[] = [];
    const log = (message: { readonly en: string }) => said.push(message.en);
    const model = await fitted(tableOf(noise, halves), { iterations: 3 }, { log });
    expect(model.training.rounds?.count).toBe(3);
    expect(said).toEqual([expect.stringMatching(/^The optimum was not reached in 3 iterations/)]);
  });

  it('says that there is no optimum where classes lie apart and nothing holds the weights', async () => {
    const said: string[] = [];
    const log = (message: { readonly en: string }) => said.push(message.en);
    const model = await fitted(tableOf(noise, sides), { strength: 0 }, { log });
    expect(said).toEqual([expect.stringMatching(/^The classes lie apart/)]);
    expect(model.training.rounds?.history.accuracy?.at(-1)).toBe(1);
    await fitted(tableOf(noise, sides), { strength: 1 }, { log });
    expect(said).toHaveLength(1);
  });

  it('learns nothing from columns that say nothing, and ends at once', async () => {
    const flat = sides.map(() => [0.1, 7]);
    const even = sides.map((_, i) => (i % 2 === 0 ? 'A' : 'B'));
    const model = await fitted(tableOf(flat, even));
    expect([...(networkOf(model).weights[0]?.values ?? [])]).toEqual([0, 0]);
    expect(model.training.rounds).toMatchObject({ count: 1, best: 1, history: { accuracy: [expect.any(Number)] } });
    expect(model.training.rounds?.history.loss?.[0]).toBeCloseTo(Math.LN2, 12);
  });

  it('fails where there is one class alone, and where a weight is no number', async () => {
    const one = tableOf(
      noise,
      noise.map(() => 'A'),
    );
    await expect(fitted(one)).rejects.toMatchObject({ detail: { code: 'one-class' } });
    const negative = tableOf(
      noise,
      sides,
      noise.map(() => -1),
    );
    await expect(fitted(negative)).rejects.toBeInstanceOf(Failure);
  });

  it('learns nothing from rows that count for nothing', async () => {
    const half = noise.slice(0, 200);
    const alone = await fitted(tableOf(half, halves.slice(0, 200)), { strength: 1 });
    const beside = await fitted(
      tableOf(
        noise,
        halves,
        noise.map((_, i) => (i < 200 ? 1 : 0)),
      ),
      { strength: 2 },
    );
    const [a, b] = [alone, beside].map((model) => learned(model).coefficients);
    expect(off(a ?? [], b ?? [])).toBeLessThan(1e-5);
  });
});

it('a linear network is written as TensorFlow.js writes it', async () => {
  const weights = Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8);
  const plan = linearNetwork(3, 2, 0.1);
  const written = await withBackend('cpu', new AbortController().signal, async () =>
    toArtifact(plan, { weights, statistics: new Float32Array(0) }),
  );
  expect(linearArtifact(plan, weights)).toEqual(written);
});
