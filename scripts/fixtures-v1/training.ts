import type { JsonObject } from '../../src/lib/json';
import { type DocumentV1, LOANS, type Node, pipeline } from './pipeline';

/** A pipeline that trains one model with the node `model`, out of raw rows of the node `data`. */
const trainingOf = (source: Node, steps: readonly Node[], model: readonly [kind: string, params: JsonObject]) => {
  const ids = ['data', ...steps.map(([id]) => id), 'model'];
  return pipeline(
    'Model',
    [source, ...steps, ['model', model[0], model[1]]],
    ids.slice(1).map((id, place) => `${ids[place]}.table > ${id}.table`),
  );
};
const split: Node = ['split', 'prepare.split'];
const scale: Node = ['scale', 'prepare.scale'];
const sample = (name: string): Node => ['data', 'ingest.sample', { name }];

/** Pipelines whose `model.model` is a model file, by its name. */
export const TRAINING: Readonly<Record<string, DocumentV1>> = {
  'dense-binary': trainingOf(
    ['data', 'ingest.synthetic', LOANS],
    [
      split,
      ['missing', 'prepare.missing', { numeric: 'mean', indicator: true }],
      ['encode', 'prepare.encode', { rare: 'share', rareShare: 0.05, unknown: 'other' }],
      ['scale', 'prepare.scale', { method: 'robust' }],
    ],
    ['train.dense', { hidden: [5, 3], epochs: 4, batchNorm: true, dropout: 0.1, classWeights: 'balanced' }],
  ),
  'dense-multiclass': trainingOf(
    sample('iris'),
    [split, ['scale', 'prepare.scale', { method: 'quantile', quantiles: 10 }]],
    [
      'train.dense',
      { hidden: [4], epochs: 4, optimizer: 'adamw', schedule: 'cosine', clipNorm: 1, activation: 'gelu' },
    ],
  ),
  'dense-regression': trainingOf(
    sample('diabetes_progression'),
    [split, ['scale', 'prepare.scale', { method: 'power' }]],
    ['train.dense', { hidden: [4], epochs: 4, activation: 'tanh' }],
  ),
  'linear-binary': trainingOf(
    ['data', 'ingest.synthetic', { data: 'moons', rows: 120 }],
    [split, scale],
    ['train.linear', { epochs: 5 }],
  ),
  'linear-multiclass': trainingOf(sample('wine'), [split, scale], ['train.linear', { epochs: 5, warmUp: 2 }]),
  'linear-regression': trainingOf(
    sample('diabetes_progression'),
    [['columns', 'prepare.columns', { drop: ['sex'], settings: { bmi: { rename: 'body mass' } } }], split, scale],
    ['train.linear', { epochs: 5 }],
  ),
  'cnn-multiclass': trainingOf(
    sample('digits8x8'),
    [split, ['image', 'prepare.image', { width: 8, height: 8, divisor: 16 }]],
    ['train.cnn', { filters: [2, 3], hidden: [6], epochs: 1 }],
  ),
};
/** Made once more by a commit before model files had an `origin`. */
export const WITHOUT_ORIGIN: readonly string[] = ['dense-binary', 'linear-regression', 'cnn-multiclass'];

/** A saved model over raw rows of a CSV file. */
export const PREDICTION = pipeline(
  'Prediction',
  [
    ['saved', 'train.saved'],
    ['file', 'ingest.file'],
    ['predict', 'serve.predict'],
  ],
  ['saved.model > predict.model', 'file.table > predict.table'],
);

/** Reads a version of a data set of the lake. */
export const READING = pipeline('Reading', [['lake', 'ingest.lake']], []);
