import { describe, expect, it } from 'vitest';
import { differences } from '../../stats/golden/differences';
import type { Table } from '../../table/table';
import { makeColumn, makeTable } from '../../testing/table/make-table';
import { formatOf } from '../bodies';
import { ownBody } from '../body';
import { checkModel } from '../check-model';
import { decide } from '../decision';
import { continueTraining } from '../estimators';
import type { ModelValue } from '../model';
import { readModelFile, writeModelFile } from '../model-file';
import { modelId } from '../model-hash';
import { predictTable } from '../predict';
import type { BayesBody } from './bayes-value';
import golden from './golden/bayes.json';
import { trainBayes } from './train-bayes';

const { signal } = new AbortController();
const fitContext = { signal, seed: 3, log: () => undefined };
const continueContext = {
  ...fitContext,
  backend: 'cpu',
  progress: () => undefined,
  metric: () => undefined,
  usesBackend: () => undefined,
} as const;
const ownBayes = ownBody<BayesBody>('bayes');
const every = ({ rows }: Table): Uint32Array => Uint32Array.from({ length: rows }, (_, row) => row);

type Rows = readonly (readonly number[])[];
interface Batch {
  readonly x: Rows;
  readonly y?: readonly number[];
  readonly weights?: readonly number[] | null;
}

function tableOf({ x, y, weights }: Batch): Table {
  const width = x[0]?.length ?? 0;
  return makeTable([
    ...Array.from({ length: width }, (_, f) =>
      makeColumn(
        `x${f}`,
        x.map((row) => row[f] ?? null),
      ),
    ),
    ...(y === undefined
      ? []
      : [
          makeColumn(
            'y',
            y.map((k) => `class ${k}`),
            'target',
          ),
        ]),
    ...(weights == null ? [] : [makeColumn('w', weights, 'weight')]),
  ]);
}

async function learn(
  [first, ...further]: readonly Batch[],
  varSmoothing = 1e-9,
  priors: readonly number[] | null = null,
): Promise<ModelValue> {
  if (first === undefined) throw new Error('nothing to learn from');
  let model = await trainBayes({ table: tableOf(first), varSmoothing, priors: priors ?? 'seen' }, fitContext);
  for (const batch of further) {
    const table = tableOf(batch);
    const rest = { epochs: 1, learningRateFactor: 1, seed: 3 };
    model = await continueTraining({ model, table, rows: every(table), ...rest }, continueContext);
  }
  return model;
}

function byClass(values: Float64Array, width: number): number[][] {
  return Array.from({ length: values.length / width }, (_, k) => [...values.subarray(k * width, (k + 1) * width)]);
}

describe('naive Bayes equals GaussianNB of scikit-learn', () => {
  it.each(golden.cases.map((c) => [c.id, c] as const))('%s', async (_id, { input, expected }) => {
    const model = await learn(input.batches, input.smoothing, input.priors);
    const { counts, means, variances, features } = ownBayes(model.body);
    const asked = tableOf({ x: input.asked });
    const { scores, outputs } = await predictTable(model, asked, every(asked), { backend: 'cpu', signal });
    const answer = {
      counts: [...counts],
      means: byClass(means, features),
      variances: byClass(variances, features),
      probabilities: byClass(scores, outputs),
      said: [...decide(model, scores, asked)],
    };
    expect(differences(answer, expected, 1e-9)).toEqual([]);
  });
});

const apart: Batch = { x: [[0], [1], [10], [12], [13]], y: [0, 0, 1, 1, 1] };

describe('a naive Bayes model', () => {
  it('comes back from its file to the bit, under the same id', async () => {
    const model = await learn([apart]);
    const back = readModelFile(writeModelFile(model));
    expect(back).toEqual(model);
    expect(modelId(back)).toBe(modelId(model));
    await checkModel(back, { backend: 'cpu', signal });
  });

  it('takes classes to be equally frequent when asked', async () => {
    const equal = await trainBayes({ table: tableOf(apart), varSmoothing: 1e-9, priors: 'equal' }, fitContext);
    const body = ownBayes(equal.body);
    expect(body.priors).toEqual([0.5, 0.5]);
    expect(modelId(equal)).not.toBe(modelId(await learn([apart])));
  });

  it('learns from the training part alone', async () => {
    const table = tableOf({ x: [...apart.x, [900]], y: [...(apart.y ?? []), 0] });
    const split = { ...table, partition: Uint8Array.of(0, 0, 0, 0, 0, 2) };
    const model = await trainBayes({ table: split, varSmoothing: 1e-9, priors: 'seen' }, fitContext);
    expect(modelId(model)).toBe(modelId(await learn([apart])));
    expect(model.training).toEqual({ backend: 'none', trainer: 'bayes', seed: 3, rows: 5 });
  });

  it('is refused where its file does not fit its classes or features', async () => {
    const model = await learn([apart]);
    const refusal = async (change: (file: { body: Record<string, unknown> } & Record<string, unknown>) => void) => {
      const file = JSON.parse(writeModelFile(model));
      change(file);
      const read = async () => checkModel(readModelFile(JSON.stringify(file)), { backend: 'cpu', signal });
      return read().then(
        () => 'read',
        (error: unknown) => (error instanceof Error ? error.message : ''),
      );
    };
    expect(await refusal(({ body }) => Object.assign(body, { means: [[1], [2, 3]] }))).toContain(
      'a mean and a variance',
    );
    expect(await refusal(({ body }) => Object.assign(body, { variances: [[0], [1]] }))).toContain('body.variances');
    expect(await refusal((file) => Object.assign(file, { features: ['a', 'b'] }))).toContain('2 features for 1 input');
    expect(
      await refusal((file) =>
        Object.assign(file, { task: 'multiclass', target: { name: 'y', classes: ['a', 'b', 'c'] }, decision: null }),
      ),
    ).toContain('2 of 3 classes');
  });

  it('says which classes it is made of, and counts its numbers', async () => {
    const model = await learn([apart]);
    const format = formatOf(model.body);
    expect(format.parts(model.body, model).map(({ name }) => name)).toEqual(['class 0', 'class 1']);
    expect(format.parameters(model.body)).toBe(6);
    expect(format.bytes(model.body)).toBe(48);
    expect(format.multiplyAdds(model.body)).toBe(4);
  });
});

describe('what naive Bayes cannot learn from', () => {
  const train = (table: Table) => trainBayes({ table, varSmoothing: 1e-9, priors: 'seen' }, fitContext);

  it('is refused with a remedy: a quantity, and columns that never vary', async () => {
    const quantity = makeTable([makeColumn('x', [1, 2, 3]), makeColumn('y', [0.5, 1.5, 2.5], 'target')]);
    await expect(train(quantity)).rejects.toMatchObject({ detail: { code: 'target-not-classes', column: 'y' } });
    await expect(train(tableOf({ x: [[4], [4], [4]], y: [0, 1, 1] }))).rejects.toMatchObject({
      detail: { code: 'constant-features' },
    });
  });

  it('can be cancelled', async () => {
    const stopped = { ...fitContext, signal: AbortSignal.abort() };
    const training = trainBayes({ table: tableOf(apart), varSmoothing: 1e-9, priors: 'seen' }, stopped);
    await expect(training).rejects.toThrow('cancelled');
  });
});
