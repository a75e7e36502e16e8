import { type Text, text } from '../../lib/text';
import type { NetworkPlan } from '../../models/network/network';
import {
  type Examples,
  examplesOf,
  modelOf,
  type Trained,
  type TrainingNode,
  targetValues,
} from '../python/estimators';
import { crossEntropy, networkClassifier, networkRegressor } from '../python/networks/forward';
import { OPTIMIZER_CODE, oneHot, squaredError, trainNetwork } from '../python/networks/learning';
import { call, type Line, line, list, np, type Py, type PyValue, py, tuple } from '../python/py';
import { isSplit, rowsOf } from '../python/tables';
import { heldOutCode } from './held-out-code';
import { trainableLayers } from './layers-code';
import { rateCode } from './rate-code';
import type { TrainingParams } from './training-params';
import { rowWeightsCode } from './weights-code';

/** A network that no library can express: its layers, and the loop that trains them. */
export function networkCode(
  node: TrainingNode,
  params: TrainingParams & { readonly l2: number },
  plan: (features: number, outputs: number) => NetworkPlan,
  why: Text,
): Trained {
  const validation = node.name('validation');
  const { earlyStopping } = params;
  const examples = examplesOf(node, earlyStopping ? (train) => heldOutCode(node, train, validation) : undefined);
  const { table, schema, columns, features, train } = examples;
  const { task, classes = [] } = schema;
  const watched = earlyStopping || (isSplit(table) && params.schedule === 'plateau');
  const target = targetCode(node, examples);
  const weights = rowWeightsCode(node, examples, params.classWeights === 'balanced');
  const [random, layers, network] = [node.name('random'), node.name('layers'), node.name('network')];
  const schedule = rateCode(node, params);
  const made = plan(columns.length, task === 'multiclass' ? classes.length : 1);
  const settings: Readonly<Record<string, PyValue>> = {
    loss: task === 'regression' ? squaredError : crossEntropy,
    optimizer: call(OPTIMIZER_CODE[params.optimizer], []),
    rate: schedule.rate,
    epochs: params.epochs,
    batch_size: params.batchSize,
    random,
    ...(weights && { weights: weights.weights }),
    ...(watched && { validation: tuple([py`${validation}[${features}]`, target.of(validation)]) }),
    ...(earlyStopping && { patience: params.patience }),
    ...(earlyStopping && params.minDelta > 0 && { min_delta: params.minDelta }),
    ...(params.l2 > 0 && { [params.optimizer === 'adamw' ? 'decay' : 'l2']: params.l2 }),
    ...(params.clipNorm !== null && { clip_norm: params.clipNorm }),
    ...(params.schedule === 'plateau' && { plateau: params.scheduleEvery }),
  };
  const estimator =
    task === 'regression'
      ? call(networkRegressor, [layers, ...target.scale])
      : call(networkClassifier, [layers, target.classes]);
  return {
    writes: 'lines',
    lines: [
      ...examples.lines,
      ...(watched && !earlyStopping ? [line(py`${validation} = ${rowsOf(table, 'validation')}`)] : []),
      ...target.lines,
      ...(weights?.lines ?? []),
      line(py`${random} = ${np}.random.default_rng(${node.seed})`),
      line(py`${layers} = ${trainableLayers(made, random)}`, why),
      ...schedule.lines,
      line(py`${layers} = ${call(trainNetwork, [layers, py`${train}[${features}]`, target.of(train)], settings)}`),
      line(py`${network} = ${estimator}`),
    ],
    outputs: { model: modelOf(table, schema, network, features) },
  };
}

interface TargetCode {
  readonly lines: readonly Line[];
  /** What a network learns of the rows of a frame. */
  of(frame: Py): Py;
  readonly classes: Py;
  readonly scale: readonly Py[];
}

function targetCode(node: TrainingNode, { table, schema, train }: Examples): TargetCode {
  const valuesOf = (frame: Py): Py => targetValues(table, schema, frame);
  if (schema.task !== 'regression') {
    const classes = node.name('classes');
    return {
      lines: [line(py`${classes} = ${list(schema.classes ?? [])}`)],
      of: (frame) => call(oneHot, [valuesOf(frame), classes]),
      classes,
      scale: [],
    };
  }
  const [mean, sd] = [node.name('mean'), node.name('sd')];
  return {
    lines: scaleLines(mean, sd, valuesOf(train)),
    of: (frame) => py`((${valuesOf(frame)} - ${mean}) / ${sd}).to_frame()`,
    classes: list([]),
    scale: [mean, sd],
  };
}

/** The mean and deviation that a quantity is learned by. */
export const scaleLines = (mean: Py, sd: Py, values: Py): readonly Line[] => [
  line(
    py`${mean}, ${sd} = ${values}.mean(), ${values}.std(ddof=0)`,
    text('A quantity is learned with mean 0 and deviation 1.', '수치 목표는 평균 0, 표준편차 1로 맞춰 학습해요.'),
  ),
];
