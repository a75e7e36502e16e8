import { type Text, text } from '../../../lib/text';
import {
  type Examples,
  examplesOf,
  modelOf,
  type Trained,
  type TrainingNode,
  targetValues,
} from '../../python/estimators';
import { block, call, imported, type Line, line, list, np, type Py, type PyValue, py } from '../../python/py';
import { heldOutCode } from '../../training/held-out-code';
import { scaleLines } from '../../training/network-code';
import { weightColumn } from '../../training/weights-code';
import type { DenseParams } from './spec';

const ACTIVATIONS = { relu: 'relu', tanh: 'tanh', sigmoid: 'logistic', elu: null, gelu: null, selu: null } as const;

/** Whether scikit-learn's networks can be trained as these parameters say. */
export function isPerceptron(params: DenseParams, { inputs, output }: TrainingNode): boolean {
  const { activation, dropout, batchNorm, hidden, optimizer, schedule, warmUp, clipNorm, classWeights } = params;
  const model = output('model');
  const balances = classWeights === 'balanced' && model?.type === 'model' && model.task !== 'regression';
  return (
    (hidden.length === 0 || (ACTIVATIONS[activation] !== null && dropout === 0 && !batchNorm)) &&
    (optimizer === 'adam' || optimizer === 'sgd') &&
    schedule === 'constant' &&
    warmUp === 0 &&
    clipNorm === null &&
    !balances &&
    weightColumn(inputs.table) === null
  );
}

/** A network of scikit-learn, trained epoch by epoch. */
export function perceptronCode(node: TrainingNode, params: DenseParams): Trained {
  const validation = node.name('validation');
  const { earlyStopping } = params;
  const examples = examplesOf(node, earlyStopping ? (train) => heldOutCode(node, train, validation) : undefined);
  const { table, schema, features, train } = examples;
  const target = targetCode(node, examples);
  const [batch, network] = [node.name('batch_size'), node.name('network')];
  const fit = line(call(py`${network}.partial_fit`, [py`${train}[${features}]`, target.of(train)], target.classes));
  const loss = target.loss(validation, network);
  return {
    writes: 'lines',
    lines: [
      ...examples.lines,
      ...target.lines,
      line(py`${batch} = min(${params.batchSize}, len(${train}))`, BATCH),
      line(py`${network} = ${estimatorOf(node, params, schema.task === 'regression', batch)}`, PENALTY),
      ...(earlyStopping ? stoppingLoop(node, params, network, fit, loss) : [plainLoop(node, params, fit)]),
      ...target.after(network),
    ],
    outputs: { model: modelOf(table, schema, network, features) },
  };
}

function estimatorOf({ seed }: TrainingNode, params: DenseParams, isRegression: boolean, batch: Py): Py {
  const { hidden, activation, optimizer, learningRate, l2 } = params;
  // The loss of a quantity is halved there, so that its gradient is half as long.
  const rate = isRegression && optimizer === 'sgd' ? 2 * learningRate : learningRate;
  const alpha = isRegression ? py`${l2} * ${batch}` : py`2 * ${l2} * ${batch}`;
  return call(imported('sklearn.neural_network', isRegression ? 'MLPRegressor' : 'MLPClassifier'), [], {
    hidden_layer_sizes: list(hidden),
    ...(hidden.length > 0 && { activation: ACTIVATIONS[activation] }),
    solver: optimizer,
    ...(optimizer === 'sgd' && { nesterovs_momentum: false }),
    alpha: l2 === 0 ? 0 : alpha,
    batch_size: batch,
    learning_rate_init: rate,
    random_state: py`${np}.random.RandomState(${seed})`,
  });
}

const plainLoop = ({ name }: TrainingNode, { epochs }: DenseParams, fit: Line): Line =>
  block(
    py`for ${name('epoch')} in range(${epochs}):`,
    [fit],
    text('One pass over the rows an epoch.', '에포크마다 모든 행을 한 번 봐요.'),
  );

function stoppingLoop(
  node: TrainingNode,
  { epochs, patience, minDelta }: DenseParams,
  network: Py,
  fit: Line,
  lossOf: Py,
): readonly Line[] {
  const [best, bestLoss, bestEpoch] = [node.name('best'), node.name('best_loss'), node.name('best_epoch')];
  const [epoch, loss] = [node.name('epoch'), node.name('loss')];
  const better = minDelta === 0 ? py`${loss} < ${bestLoss}` : py`${loss} < ${bestLoss} - ${minDelta}`;
  return [
    line(py`${bestLoss} = ${np}.inf`, STOPS),
    block(py`for ${epoch} in range(${epochs}):`, [
      fit,
      line(py`${loss} = ${lossOf}`),
      block(py`if ${better}:`, [
        line(py`${best}, ${bestLoss}, ${bestEpoch} = ${imported('copy', 'deepcopy')}(${network}), ${loss}, ${epoch}`),
      ]),
      block(py`elif ${epoch} - ${bestEpoch} >= ${patience}:`, [line(py`break`)]),
    ]),
    line(py`${network} = ${best}`),
  ];
}

interface TargetCode {
  readonly lines: readonly Line[];
  of(frame: Py): Py;
  /** Further arguments of `partial_fit`. */
  readonly classes: Readonly<Record<string, PyValue>>;
  loss(validation: Py, network: Py): Py;
  /** What is done once it is trained. */
  after(network: Py): readonly Line[];
}

const metric = (name: string): Py => imported('sklearn.metrics', name);

function targetCode(node: TrainingNode, { table, schema, features, train }: Examples): TargetCode {
  const of = (frame: Py): Py => targetValues(table, schema, frame);
  if (schema.task !== 'regression') {
    const classes = node.name('classes');
    return {
      lines: [line(py`${classes} = ${list(schema.classes ?? [])}`, CLASSES)],
      of,
      classes: { classes },
      loss: (validation, network) =>
        call(metric('log_loss'), [of(validation), py`${network}.predict_proba(${validation}[${features}])`], {
          labels: classes,
        }),
      after: () => [],
    };
  }
  const [mean, sd] = [node.name('mean'), node.name('sd')];
  const scaled = (frame: Py): Py => py`(${of(frame)} - ${mean}) / ${sd}`;
  return {
    lines: scaleLines(mean, sd, of(train)),
    of: scaled,
    classes: {},
    loss: (validation, network) =>
      call(metric('mean_squared_error'), [scaled(validation), py`${network}.predict(${validation}[${features}])`]),
    after: (network) => [
      line(py`${network}.coefs_[-1] *= ${sd}`, UNSCALED),
      line(py`${network}.intercepts_[-1] = ${network}.intercepts_[-1] * ${sd} + ${mean}`),
    ],
  };
}

const CLASSES: Text = text(
  'The classes, which a first batch need not hold all of.',
  '클래스예요. 첫 배치에 모든 클래스가 있지는 않을 수 있어요.',
);
const BATCH: Text = text('How many rows a step looks at.', '한 걸음에 보는 행의 수예요.');
const PENALTY: Text = text(
  'The layers and how they learn. The penalty is one of the mean loss, where scikit-learn divides it by the rows of a batch.',
  '층과 학습 방법이에요. 규제는 평균 손실에 대한 것인데, scikit-learn은 배치의 행 수로 나눠요.',
);
const STOPS: Text = text(
  'Stops once the validation loss no longer falls, and keeps the best epoch.',
  '검증 손실이 더 줄지 않으면 멈추고 가장 좋았던 에포크를 유지해요.',
);
const UNSCALED: Text = text(
  'The last layer answers in the target’s own units.',
  '마지막 층이 목표의 원래 단위로 답하게 해요.',
);
