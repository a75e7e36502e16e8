import type { JsonObject } from '../../../lib/json';
import { convolutionalNetwork, denseNetwork, type NetworkPlan } from '../../../models/network/network';
import { cnnSpec } from '../../../nodes/train/cnn/spec';
import { denseSpec } from '../../../nodes/train/dense/spec';
import type { AgreementCase } from '../agreement';
import { withEngineDraws } from '../engine-draws';
import { oddRows, QUANTITY, WORDS } from '../odd-rows';
import { digitRows, type Source, sampleRows, trainingCase } from '../training-documents';

/*
 * Networks that are trained again by our own loop, with the engine's draws: they have to take its every step, but for
 * the rounding of single precision.
 */

const WITHIN = 1e-5;
const FEW: JsonObject = { epochs: 6, hidden: [8, 5], earlyStopping: false };

function steps(
  name: string,
  source: Source,
  [features, outputs]: readonly [number, number],
  more: JsonObject,
): AgreementCase {
  const params = denseSpec.params.parse({ ...FEW, ...more });
  const made = trainingCase({ kind: 'train.dense', name, params, within: WITHIN }, source);
  return { ...made, edited: (program) => withEngineDraws(program, denseNetwork(features, outputs, params)) };
}

function imageSteps(
  name: string,
  more: JsonObject,
  shape: readonly [number, number, number] = [8, 8, 1],
): AgreementCase {
  const [height, width, channels] = shape;
  const params = cnnSpec.params.parse({ epochs: 2, filters: [3, 4], hidden: [8], ...more });
  const plan: NetworkPlan = convolutionalNetwork(shape, 10, { ...params, head: params });
  const made = trainingCase(
    { kind: 'train.cnn', name, params, within: WITHIN },
    digitRows({ height, width, channels }),
  );
  return { ...made, edited: (program) => withEngineDraws(program, plan) };
}

const wine = [13, 3] as const;
const odd = [3, 3] as const;

export const stepCases: readonly AgreementCase[] = [
  ...['elu', 'gelu', 'selu'].map((activation) => steps(activation, sampleRows('wine'), wine, { activation })),
  steps('dropout, rmsprop', sampleRows('wine'), wine, { dropout: 0.3, optimizer: 'rmsprop' }),
  // Under batch norm a bias has no gradient but rounding, which the others would make a step of.
  steps('batch norm', sampleRows('wine'), wine, { batchNorm: true, optimizer: 'sgd', learningRate: 0.02 }),
  steps('decay', sampleRows('wine'), wine, { optimizer: 'adamw', l2: 0.1 }),
  steps('momentum, clipped', sampleRows('breast_cancer'), [30, 1], {
    optimizer: 'sgd',
    learningRate: 0.05,
    clipNorm: 0.3,
    activation: 'tanh',
  }),
  steps('balanced classes', sampleRows('breast_cancer'), [30, 1], { classWeights: 'balanced', l2: 0.01 }),
  steps('weights', oddRows(WORDS, true), odd, { learningRate: 0.02 }),
  steps('weights and balanced classes', oddRows(WORDS, true), odd, { classWeights: 'balanced', learningRate: 0.02 }),
  steps('weights on a quantity', oddRows(QUANTITY, true), [3, 1], { learningRate: 0.02, activation: 'sigmoid' }),
  ...['step', 'cosine', 'exponential', 'plateau'].map((schedule) =>
    steps(schedule, sampleRows('diabetes_progression'), [10, 1], {
      schedule,
      scheduleEvery: schedule === 'plateau' ? 1 : 2,
      learningRate: 0.02,
      batchSize: 100,
      epochs: 12,
      warmUp: 2,
    }),
  ),
  steps('a rate that rises, stopping early', sampleRows('diabetes_progression'), [10, 1], {
    warmUp: 3,
    learningRate: 0.1,
    earlyStopping: true,
    patience: 2,
    minDelta: 0.01,
    epochs: 40,
    activation: 'elu',
  }),
  imageSteps('images', {}),
  imageSteps('images, batch norm, dropout', {
    batchNorm: true,
    optimizer: 'sgd',
    dropout: 0.2,
    kernel: 4,
    activation: 'gelu',
  }),
  imageSteps('images of two channels', { kernel: 2, pool: 3, activation: 'elu', filters: [2, 3, 2] }, [4, 8, 2]),
];
