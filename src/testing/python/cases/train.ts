import type { JsonObject } from '../../../lib/json';
import type { AgreementCase } from '../agreement';
import { oddRows, QUANTITY, WORDS } from '../odd-rows';
import { digitRows, plainRows, type Source, sampleRows, type Training, trainingCase } from '../training-documents';

const trains =
  (kind: string, shared: Partial<Training> = {}) =>
  (name: string, source: Source, more: Partial<Training> = {}): AgreementCase =>
    trainingCase({ kind, name, within: 0, ...shared, ...more }, source);

/** Trained until nothing changes. */
const DONE: JsonObject = { epochs: 800, batchSize: 8_192, learningRate: 0.1 };
/** As it is when nothing is said: at the optimum. */
const linear = trains('train.linear', { by: 'figures', within: 1e-3 });
const ADAM: JsonObject = { ...DONE, optimizer: 'adam' };
const SGD: JsonObject = { ...DONE, optimizer: 'sgd', l2: 0.01 };

const linearCases: readonly AgreementCase[] = [
  linear('three classes', sampleRows('wine')),
  linear('three classes of flowers', sampleRows('iris')),
  linear('two classes', sampleRows('breast_cancer')),
  linear('a quantity', sampleRows('diabetes_progression')),
  linear('ten classes', sampleRows('digits8x8')),
  linear('three classes, unscaled', plainRows('iris')),
  linear('two classes, unscaled', plainRows('breast_cancer')),
  linear('a quantity, unscaled', plainRows('diabetes_progression')),
  linear('balanced classes', sampleRows('breast_cancer'), { params: { classWeights: 'balanced' } }),
  linear('a penalty of its own', sampleRows('iris'), { params: { l2: 0.01 } }),
  linear('a penalty of its own on a quantity', sampleRows('diabetes_progression'), { params: { l2: 0.02 } }),
  linear('another strength', sampleRows('wine'), { params: { l2Strength: 7 } }),
  linear('no penalty', sampleRows('diabetes_progression'), { params: { l2Strength: 0 } }),
  linear('weights', oddRows(WORDS, true)),
  linear('weights and balanced classes', oddRows(WORDS, true), { params: { classWeights: 'balanced' } }),
  linear('weights on a quantity', oddRows(QUANTITY, true)),
  linear('truths', oddRows('sure')),
  linear('digits as classes, unsplit', oddRows('grade', false, null)),
  linear('no penalty on classes', oddRows('grade'), { params: { l2: 0 } }),
  linear('by Adam, three classes', sampleRows('wine'), { params: ADAM }),
  linear('by Adam, two classes', sampleRows('breast_cancer'), { params: ADAM }),
  linear('by Adam, a quantity', sampleRows('diabetes_progression'), { params: ADAM }),
  linear('by SGD, three classes', sampleRows('iris'), { params: SGD }),
  linear('by SGD, a quantity', sampleRows('diabetes_progression'), { params: SGD }),
];

const bayes = trains('train.bayes', { within: 1e-9 });
const bayesCases: readonly AgreementCase[] = [false, true].flatMap((fitted) => [
  bayes('three classes', sampleRows('iris'), { fitted }),
  bayes('unscaled', plainRows('breast_cancer'), { fitted }),
  bayes('equal priors', sampleRows('wine'), { fitted, params: { priors: 'equal', varSmoothing: 0.01 } }),
  bayes('weights', oddRows(WORDS, true), { fitted }),
  bayes('truths', oddRows('sure'), { fitted }),
  bayes('constant columns', sampleRows('digits8x8'), { fitted }),
]);

const neighbours = trains('train.neighbours', { within: 1e-9 });
const neighboursCases: readonly AgreementCase[] = [false, true].flatMap((fitted) => [
  neighbours('ties', plainRows('iris'), { fitted }),
  neighbours('ties by distance', plainRows('iris'), { fitted, params: { weights: 'distance', metric: 'manhattan' } }),
  neighbours('integers', plainRows('digits8x8'), { fitted, params: { neighbours: 20 } }),
  neighbours('a quantity', sampleRows('diabetes_progression'), { fitted, params: { weights: 'distance' } }),
  neighbours('words with odd names', oddRows(WORDS, true), { fitted, params: { neighbours: 1 } }),
  neighbours('digits as classes', oddRows('grade'), { fitted, params: { neighbours: 100 } }),
]);

const SHORT: JsonObject = { epochs: 4 };
const ACTIVATIONS = ['relu', 'tanh', 'elu', 'gelu', 'selu', 'sigmoid'];
const learned: Partial<Training> = { fitted: true, within: 1e-5 };
const dense = trains('train.dense', learned);
const cnn = trains('train.cnn', learned);

const networkCases: readonly AgreementCase[] = [
  ...ACTIVATIONS.map((activation, at) =>
    dense(activation, sampleRows('wine'), { params: { ...SHORT, activation, batchNorm: at % 2 === 0, dropout: 0.1 } }),
  ),
  dense('two classes, unscaled', plainRows('breast_cancer'), { params: SHORT }),
  dense('a quantity', sampleRows('diabetes_progression'), { params: { ...SHORT, hidden: [] } }),
  dense('odd names', oddRows(WORDS, true), { params: SHORT }),
  trains('train.linear', learned)('two classes', sampleRows('breast_cancer'), { params: SHORT }),
  trains('train.linear', learned)('a quantity', oddRows(QUANTITY, true, null), { params: SHORT }),
  ...ACTIVATIONS.map((activation, at) =>
    cnn(activation, digitRows(), {
      params: { epochs: 1, filters: [3, 4], kernel: 1 + (at % 4), activation, batchNorm: at % 2 === 1, dropout: 0.1 },
    }),
  ),
  cnn('colours that pooling does not fit', digitRows({ height: 2, width: 16, channels: 2 }), {
    params: { epochs: 1, filters: [3, 2, 2], kernel: 2, pool: 2, hidden: [] },
  }),
];

/** Networks of scikit-learn's: other weights and orders, so about the same figures. */
const again = trains('train.dense', { by: 'figures', within: 0.25 });
const EVERY: JsonObject = { earlyStopping: false, epochs: 30 };
/** Without hidden layers there is one optimum, which shows penalty and loss to be the same. */
const OUT: JsonObject = { ...DONE, earlyStopping: false, hidden: [], l2: 0.02 };
const optimum = trains('train.dense', { by: 'figures', within: 1e-3 });
const againCases: readonly AgreementCase[] = [
  again('stopping early', sampleRows('breast_cancer')),
  again('stopping early by rows held out', sampleRows('wine', { validation: 0 }), { params: { minDelta: 0.001 } }),
  again('stopping early, unsplit', oddRows('sure', false, null), { params: { activation: 'tanh' } }),
  again('a quantity, stopping early', oddRows(QUANTITY), { params: { learningRate: 0.01 } }),
  again('a quantity', sampleRows('diabetes_progression'), { params: { ...EVERY, optimizer: 'sgd', l2: 0.01 } }),
  again('no hidden layer', sampleRows('wine'), { params: { ...EVERY, hidden: [], learningRate: 0.02 } }),
  again('two classes', oddRows('grade'), { params: { ...EVERY, activation: 'sigmoid', learningRate: 0.05 } }),
  optimum('no hidden layer, to the optimum', sampleRows('wine'), { params: OUT }),
  optimum('two classes, to the optimum', oddRows('grade'), { params: { ...OUT, optimizer: 'sgd' } }),
  optimum('a quantity, to the optimum', oddRows(QUANTITY), { params: OUT }),
  optimum('a quantity, by momentum to the optimum', oddRows(QUANTITY), { params: { ...OUT, optimizer: 'sgd' } }),
  again('larger batches than rows', oddRows(WORDS), {
    params: { ...EVERY, batchSize: 512, learningRate: 0.02, l2: 0 },
  }),
];

/** How training has to agree: linear models by each figure, all else by each answer. */
export const trainCases: readonly AgreementCase[] = [
  ...linearCases,
  ...bayesCases,
  ...neighboursCases,
  ...networkCases,
  ...againCases,
];
