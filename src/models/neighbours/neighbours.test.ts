import { describe, expect, it } from 'vitest';
import { createRandom } from '../../lib/random';
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
import golden from './golden/neighbours.json';
import { createKdTree } from './kd-tree';
import { createNearest } from './nearest';
import { METRICS, MOST_ROWS, type NeighboursBody, WEIGHTS } from './neighbours-value';
import { type NeighboursRequest, trainNeighbours } from './train-neighbours';

const { signal } = new AbortController();
const ownNeighbours = ownBody<NeighboursBody>('neighbours');
const every = ({ rows }: Table): Uint32Array => Uint32Array.from({ length: rows }, (_, row) => row);

function contexts() {
  const said: string[] = [];
  const fit = { signal, seed: 3, log: ({ en }: { readonly en: string }) => void said.push(en) };
  const nothing = () => undefined;
  return {
    said,
    fit,
    further: { ...fit, backend: 'cpu', progress: nothing, metric: nothing, usesBackend: nothing } as const,
  };
}

type Rows = readonly (readonly number[])[];
const features = (x: Rows) =>
  Array.from({ length: x[0]?.length ?? 0 }, (_, f) =>
    makeColumn(
      `x${f}`,
      x.map((row) => row[f] ?? null),
    ),
  );
const asWords = (y: readonly number[]) =>
  makeColumn(
    'y',
    y.map((k) => `class ${k}`),
    'target',
  );
const asNumbers = (y: readonly number[]) => makeColumn('y', y, 'target');

function request(table: Table, change: Partial<NeighboursRequest> = {}): NeighboursRequest {
  return { table, task: 'auto', neighbours: 1, weights: 'uniform', metric: 'euclidean', ...change };
}

async function learn(table: Table, change: Partial<NeighboursRequest> = {}): Promise<ModelValue> {
  return trainNeighbours(request(table, change), contexts().fit);
}

describe('nearest neighbours equal those of scikit-learn', () => {
  it.each(golden.cases.map((c) => [c.id, c] as const))('%s', async (_id, { input, expected }) => {
    const isClasses = input.task === 'classes';
    const table = makeTable([...features(input.x), isClasses ? asWords(input.y) : asNumbers(input.y)]);
    const metric = METRICS.find((name) => name === input.metric);
    const weights = WEIGHTS.find((name) => name === input.weights);
    if (metric === undefined || weights === undefined) throw new Error('a case of another kind');
    const task = isClasses ? 'auto' : 'regression';
    const training = learn(table, { neighbours: input.k, task, metric, weights });
    if (expected === null) {
      await expect(training).rejects.toMatchObject({ detail: { code: 'more-neighbours-than-rows' } });
      return;
    }
    const model = await training;
    const asked = makeTable(features(input.asked));
    const { scores, outputs } = await predictTable(model, asked, every(asked), { backend: 'cpu', signal });
    if (!isClasses) {
      expect(differences([...scores], expected.said, 1e-12)).toEqual([]);
      return;
    }
    const probabilities = Array.from({ length: asked.rows }, (_, row) => [
      ...scores.subarray(row * outputs, (row + 1) * outputs),
    ]);
    expect(differences(probabilities, expected.probabilities, 1e-12)).toEqual([]);
    // Two classes with one half each are decided by the rule, which says the second; scikit-learn says the first.
    const isTied = (row: number): boolean => outputs === 2 && scores[2 * row] === scores[2 * row + 1];
    const said = [...decide(model, scores, asked)].map((k, row) => (isTied(row) ? expected.said[row] : k));
    expect(said).toEqual(expected.said);
  });
});

describe('the tree', () => {
  const random = createRandom(8);
  const whole = (size: number) => Float64Array.from({ length: size }, () => random.integer(6));
  const rough = (size: number) => Float64Array.from({ length: size }, () => random.normal());

  it.each([
    ['euclidean', 2, whole],
    ['manhattan', 2, whole],
    ['euclidean', 5, rough],
    ['manhattan', 9, rough],
    ['euclidean', 40, rough],
  ] as const)(
    'finds what looking at every row finds, the earlier of equals: %s, %d wide',
    async (metric, width, make) => {
      const [count, k] = [700, 7];
      const rows = make(count * width);
      const queries = make(50 * width);
      const tree = await createKdTree(rows, width, metric, async () => undefined);
      const nearest = createNearest(k);
      for (let from = 0; from < queries.length; from += width) {
        nearest.clear();
        tree.search(queries, from, nearest);
        const all = Array.from({ length: count }, (_, row) => {
          let distance = 0;
          for (let f = 0; f < width; f++) {
            const apart = Math.abs((queries[from + f] ?? 0) - (rows[row * width + f] ?? 0));
            distance += metric === 'euclidean' ? apart * apart : apart;
          }
          return { row, distance };
        }).sort((a, b) => a.distance - b.distance || a.row - b.row);
        const found = Array.from(nearest.rows, (row, i) => ({ row, distance: nearest.distances[i] ?? 0 }));
        expect(found.sort((a, b) => a.distance - b.distance || a.row - b.row)).toEqual(all.slice(0, k));
      }
    },
  );
});

const line = makeTable([...features([[0], [1], [5], [6]]), asWords([0, 0, 1, 1])]);

describe('a model of nearest neighbours', () => {
  it('comes back from its file to the bit, under the same id', async () => {
    const model = await learn(line, { neighbours: 3, weights: 'distance', metric: 'manhattan' });
    const back = readModelFile(writeModelFile(model));
    expect(back).toEqual(model);
    expect(modelId(back)).toBe(modelId(model));
    await checkModel(back, { backend: 'cpu', signal });
  });

  it('says how many rows and which columns it carries, in its parts and in the log', async () => {
    const { fit, said } = contexts();
    const model = await trainNeighbours(request(line), fit);
    const format = formatOf(model.body);
    expect(format.parts(model.body, model).map(({ name, parameters }) => [name, parameters])).toEqual([
      ['x0', 4],
      ['y', 4],
    ]);
    expect(said).toEqual([expect.stringMatching(/carries 4 training rows with 2 columns.*: x0, y\.$/)]);
    expect(format.parameters(model.body)).toBe(8);
    expect(format.bytes(model.body)).toBe(64);
    expect(format.multiplyAdds(model.body)).toBe(4);
  });

  it('says that it does not use weights', async () => {
    const { fit, said } = contexts();
    const weighted = makeTable([...line.columns, makeColumn('w', [1, 2, 3, 4], 'weight')]);
    const model = await trainNeighbours(request(weighted), fit);
    expect(said[0]).toContain('“w” are not used');
    expect(modelId(model)).toBe(modelId(await learn(line)));
  });

  it('is refused where its file does not fit together', async () => {
    const model = await learn(line);
    const refusal = async (change: (file: { body: Record<string, unknown> } & Record<string, unknown>) => void) => {
      const file = JSON.parse(writeModelFile(model));
      change(file);
      const read = async () => checkModel(readModelFile(JSON.stringify(file)), { backend: 'cpu', signal });
      return read().then(
        () => 'read',
        (error: unknown) => (error instanceof Error ? error.message : ''),
      );
    };
    expect(await refusal(({ body }) => Object.assign(body, { neighbours: 5 }))).toContain('5 neighbours among 4 rows');
    expect(await refusal(({ body }) => Object.assign(body, { rows: 'AAAA' }))).toContain('its rows are cut off');
    expect(await refusal(({ body }) => Object.assign(body, { rows: '*' }))).toContain('its rows are not base64');
    expect(await refusal(({ body }) => Object.assign(body, { rows: '' }))).toContain('its rows are 0 numbers');
    expect(await refusal((file) => Object.assign(file, { features: ['a', 'b'] }))).toContain('2 features for 1 input');
    const five = await learn(makeTable([...features([[0], [1], [5]]), asNumbers([0.5, 1.5, 9])]), {
      task: 'regression',
    });
    const { targets } = ownNeighbours(five.body);
    expect(targets).toEqual(Float64Array.of(0.5, 1.5, 9));
    const foreign = { ...model, body: { ...ownNeighbours(model.body), targets: Float64Array.of(0, 1, 2, 0) } };
    await expect(checkModel(foreign, { backend: 'cpu', signal })).rejects.toThrow('of other classes than its 2');
  });
});

describe('more rows than a model may carry', () => {
  const random = createRandom(4);
  const many = MOST_ROWS + 10_000;
  const x = Array.from({ length: many }, () => random.normal());
  // One row in a hundred is rare.
  const rare = makeTable([makeColumn('x', x), asWords(x.map((_, i) => (i % 100 === 0 ? 1 : 0)))]);

  it('are sampled by the seed, each class in its share, with a word in the log', async () => {
    const { fit, said } = contexts();
    const model = await trainNeighbours(request(rare), fit);
    const { targets } = ownNeighbours(model.body);
    expect(targets.length).toBe(MOST_ROWS);
    expect(targets.reduce((sum, k) => sum + k, 0)).toBe(MOST_ROWS / 100);
    expect(said[0]).toContain(`${many} training rows`);
    expect(model.training.rows).toBe(MOST_ROWS);
    expect(modelId(await trainNeighbours(request(rare), fit))).toBe(modelId(model));
    expect(modelId(await trainNeighbours(request(rare), { ...fit, seed: 4 }))).not.toBe(modelId(model));
  });

  it('are sampled over the whole range of a quantity', async () => {
    const table = makeTable([makeColumn('x', x), asNumbers(x.map((value) => value ** 3))]);
    const { targets } = ownNeighbours((await learn(table)).body);
    const below = (bound: number) => targets.filter((value) => value < bound).length / MOST_ROWS;
    const sorted = x.map((value) => value ** 3).sort((a, b) => a - b);
    for (const tenth of [1, 5, 9]) expect(below(sorted[(tenth * many) / 10] ?? 0)).toBeCloseTo(tenth / 10, 3);
  });
});

describe('training nearest neighbours further', () => {
  const rest = { epochs: 1, learningRateFactor: 1, seed: 3 };

  it('takes the new rows in behind the old', async () => {
    const model = await learn(line);
    const more = makeTable([...features([[9], [2]]), asWords([1, 7])]);
    const { further, said } = contexts();
    const next = await continueTraining({ model, table: more, rows: every(more), ...rest }, further);
    expect(ownNeighbours(next.body).rows).toEqual(Float64Array.of(0, 1, 5, 6, 9));
    expect(ownNeighbours(next.body).targets).toEqual(Float64Array.of(0, 0, 1, 1, 1));
    expect(next.training.rows).toBe(1);
    expect(said.join(' ')).toMatch(/does not know the target “class 7”.*carries 5 training rows/);
  });

  it('lets the oldest go where there are too many', async () => {
    const full = makeTable([
      makeColumn(
        'x',
        Array.from({ length: MOST_ROWS }, (_, i) => i),
      ),
      asNumbers(Array.from({ length: MOST_ROWS }, (_, i) => i / 2)),
    ]);
    const model = await learn(full);
    const more = makeTable([makeColumn('x', [-1, -2]), asNumbers([7, 8])]);
    const { further, said } = contexts();
    const next = ownNeighbours(
      (await continueTraining({ model, table: more, rows: every(more), ...rest }, further)).body,
    );
    expect(next.targets.length).toBe(MOST_ROWS);
    expect([next.rows[0], ...next.rows.slice(-2)]).toEqual([2, -1, -2]);
    expect([...next.targets.slice(-2)]).toEqual([7, 8]);
    expect(said[0]).toContain('The 2 oldest rows were left out');
  });
});

it('scoring can be cancelled', async () => {
  const model = await learn(line);
  const asked = makeTable(features([[3]]));
  const predicting = predictTable(model, asked, every(asked), { backend: 'cpu', signal: AbortSignal.abort() });
  await expect(predicting).rejects.toThrow('cancelled');
});
