import { describe, expect, it } from 'vitest';
import { indexCodes } from '../export/program';
import { scriptOf } from '../export/script';
import { writeProgram } from '../export/write-program';
import type { JsonObject } from '../lib/json';
import { packFloats } from '../models/packed-numbers';
import { catalog } from '../nodes/catalog';
import { codes } from '../nodes/codes';
import type { FittedModel } from '../nodes/contract/code';
import { sourceLines } from '../nodes/python/layout';
import { line, py } from '../nodes/python/py';
import { savedCode } from '../nodes/train/saved/code';
import { exampleDocument, exampleNode, exampleWires } from '../testing/graph/example-catalog';
import { fakeLinearModel } from '../testing/models/fake-model';

const CLASSES = ['setosa', 'versicolor', 'virginica'];
const schema = { type: 'model', task: 'multiclass', target: 'species', classes: CLASSES } as const;
const table = catalog.kind('ingest.sample')?.infer({}, { name: 'iris' }, { nodeId: 'read' }).outputs.table;

const modelOf = (body: FittedModel['body'], rows = 6): FittedModel => ({
  schema,
  features: ['sepal length (cm)', 'sepal width (cm)', 'petal length (cm)', 'petal width (cm)'],
  madeOf: () => [],
  scale: null,
  decision: null,
  rows,
  source: null,
  body,
});

/** The flowers, learned by a kind that has learned such a model. */
function scriptFor(kind: string, model: FittedModel | null, fitted: boolean, params: JsonObject = {}): string {
  const wires = kind === 'train.saved' ? [] : exampleWires('read.table > train.table');
  const document = exampleDocument(
    [exampleNode('read', 'ingest.sample', { params: { name: 'iris' } }), exampleNode('train', kind, { params })],
    wires,
  );
  const program = writeProgram({
    pipeline: catalog.compile(document),
    schemas: { read: { table }, train: { model: schema } },
    codes: indexCodes(codes),
    learned: () => ({ state: null, model }),
    fitted,
  });
  return scriptOf(program, 'en');
}

/** Six rows that were kept, of the classes by their indices. */
const neighboursOf = (classes: readonly number[]): FittedModel =>
  modelOf({
    type: 'neighbours',
    neighbours: 1,
    weights: 'uniform',
    metric: 'euclidean',
    features: 4,
    count: classes.length,
    rows: packFloats(new Float64Array(4 * classes.length)),
    targets: packFloats(Float64Array.from(classes)),
  });

describe('nearest neighbours in Python', () => {
  it('are drawn from as many rows as a model carries, which says that they are others', () => {
    const script = scriptFor('train.neighbours', { ...neighboursOf([0, 1, 2]), rows: 50_000 }, false);
    expect(script).toContain('train = train.sample(50000, random_state=');
    expect(script).toContain('Millrace draws others');
    expect(scriptFor('train.neighbours', neighboursOf([0, 1, 2]), false)).not.toContain('.sample(');
  });

  it('are written whether or not a row of each class is left', () => {
    for (const targets of [
      [0, 1, 2, 0],
      [0, 2, 2, 0],
    ]) {
      const script = scriptFor('train.neighbours', neighboursOf(targets), true);
      expect(script).toContain('NearestClassifier(');
      expect(script).not.toContain('is left out');
    }
  });
});

describe('a network in Python', () => {
  const { topology, inputShape, outputs, parameters, weights } = fakeLinearModel(
    ['a', 'b', 'c', 'd'],
    Array.from({ length: 4 }, () => [1, 2, 3]),
    { name: 'species', classes: CLASSES },
    { source: [], steps: [] },
  ).body;
  const packed = weights.map(({ name, shape, values }) => ({ name, shape: [...shape], base64: packFloats(values) }));
  const body = { type: 'network', inputShape: [...inputShape], outputs, parameters, weights: packed };

  it('has its weights in an archive', () => {
    expect(scriptFor('train.dense', modelOf({ ...body, topology }), true)).toContain('fitted["train.dense_1.kernel"]');
  });

  it('is left out where its layers are none of ours', () => {
    const layers = [
      { class_name: 'Dense', config: { name: 'dense_1', units: 3, activation: 'swish', use_bias: true } },
    ];
    const script = scriptFor('train.saved', modelOf({ ...body, topology: { config: { layers } } }), false);
    expect(script).toContain('“species” is left out');
    expect(script).not.toContain('NetworkClassifier');
  });
});

it('says that a saved model has not been read yet', () => {
  expect(scriptFor('train.saved', null, false)).toContain('run the pipeline first');
});

it('keeps the thresholds that a saved model says its classes from', () => {
  const groups = { column: 'sex', thresholds: { female: 0.3, 2: 0.4, true: 0.6 } };
  const decision = { positive: 'setosa', threshold: 0.5, groups };
  const model = { ...neighboursOf([0, 1, 2]), decision };
  const fitted = { state: null, model, array: () => py`rows` };
  const fragment = savedCode.python?.({
    id: 'saved',
    params: {},
    inputs: {},
    output: () => schema,
    seed: 1,
    name: (word) => ({ piece: word, uses: [] }),
    dataFile: (word) => word,
    givenFile: ({ name }) => name,
    fitted: null,
    learned: () => fitted,
    seen: null,
  });
  const written = fragment?.writes === 'lines' ? fragment.outputs.model : undefined;
  if (written === undefined || !('type' in written) || written.type !== 'model') throw new Error('no model');
  const { positive, groups: told, from } = written.rule ?? {};
  expect(positive).toBe('setosa');
  expect(told).toBe('sex');
  expect(sourceLines([line(py`${from?.(py`rows`) ?? null}`)], 'en').join('\n')).toBe(
    'rows["sex"].map({"2": 0.4, 2: 0.4, "female": 0.3, "true": 0.6, 1: 0.6}).fillna(0.5)',
  );
});
