import { type Text, text } from '../../lib/text';
import { bayesFormat, priorsOf } from '../../models/bayes/bayes-body';
import type { BayesBody } from '../../models/bayes/bayes-value';
import { ownBody } from '../../models/body';
import { neighboursFormat } from '../../models/neighbours/neighbours-body';
import type { NeighboursBody } from '../../models/neighbours/neighbours-value';
import { networkFormat } from '../../models/network/network-body';
import { planOf } from '../../models/network/network-origin';
import type { NetworkBody } from '../../models/network/network-value';
import type { AnyCodeNode, Fitted, FittedModel, PyModel, PyTable } from '../contract/code';
import { modelOf, type Trained } from '../python/estimators';
import { groupThresholds, thresholdOfRows } from '../python/group-thresholds';
import { nearestEstimator } from '../python/nearest';
import { networkClassifier, networkRegressor } from '../python/networks/forward';
import { call, type Line, line, list, np, type Py, pd, py } from '../python/py';
import { gaussianBayes } from '../python/sklearn';
import { fittedLayers } from './layers-code';

type Written = Trained | { readonly writes: 'nothing'; readonly why: Text };

interface Learned extends FittedModel {
  /** The variable that lists the columns it reads. */
  readonly list: Py;
  array: Fitted['array'];
}

/** What a family writes of its body: the columns that it reads, and the lines that put its numbers into a variable. */
interface Family {
  readonly variable: string;
  readonly columns: readonly string[];
  lines(estimator: Py, model: Learned): readonly Line[];
}

/** A model out of what a run learned, whatever its family: nothing is trained. */
export function fittedModelCode(
  node: Pick<AnyCodeNode, 'name'>,
  { model, array }: Fitted,
  table: Pick<PyModel, 'source' | 'steps'> & Pick<PyTable, 'images'>,
): Written {
  if (model === null) throw new Error('a trainer gives a model');
  const family = familyOf(model, table.images);
  if (family === null) return { writes: 'nothing', why: cannotBeWritten(model.schema.target) };
  const { schema } = model;
  const [features, estimator] = [node.name('features'), node.name(family.variable)];
  const why = text(`What “${schema.target}” is predicted from.`, `“${schema.target}”을(를) 예측하는 데 쓰는 열이에요.`);
  return {
    writes: 'lines',
    lines: [
      line(py`${features} = ${list(family.columns)}`, why),
      ...family.lines(estimator, { ...model, list: features, array }),
    ],
    outputs: { model: { ...modelOf(table, schema, estimator, features), rule: ruleOf(model) } },
  };
}

/** The rule that it was kept with: a group's own threshold, or the one for all. */
function ruleOf({ decision }: FittedModel): PyModel['rule'] {
  if (decision === null) return null;
  const { positive, threshold, groups } = decision;
  if (groups === undefined) return { positive, from: () => threshold };
  const { column } = groups;
  const thresholds = groupThresholds(groups.thresholds);
  return {
    positive,
    groups: column,
    from: (frame) => (frame === null ? threshold : thresholdOfRows(frame, column, thresholds, threshold)),
  };
}

/** Null where numpy and scikit-learn cannot be told to answer as this body does. */
function familyOf(model: FittedModel, images: PyTable['images']): Family | null {
  const { body } = model;
  switch (body.type) {
    case 'network':
      return network(model, ownBody<NetworkBody>('network')(networkFormat.read(body)), images);
    case 'bayes':
      return bayes(model, ownBody<BayesBody>('bayes')(bayesFormat.read(body)));
    case 'neighbours':
      return neighbours(model, ownBody<NeighboursBody>('neighbours')(neighboursFormat.read(body)));
    default:
      return null;
  }
}

function network(model: FittedModel, body: NetworkBody, images: PyTable['images']): Family | null {
  const plan = planOf(body);
  const isImage = body.inputShape.length > 1;
  const columns = isImage
    ? model.features.flatMap((name) => images.get(name)?.pixels ?? model.madeOf(name))
    : model.features;
  if (plan === null || columns.length !== body.inputShape.reduce((product, side) => product * side, 1)) return null;
  const weights = new Map(body.weights.map((weight) => [weight.name, weight]));
  return {
    variable: 'network',
    columns,
    lines: (estimator, { array, schema, scale }) => {
      const layers = fittedLayers(plan, (name) => {
        const { values, shape } = weights.get(name) ?? { values: new Float32Array(0), shape: [0] };
        return array(name.replace('/', '.'), values, shape);
      });
      const made =
        schema.classes === undefined
          ? call(networkRegressor, [layers], { ...(scale ?? { mean: 0, sd: 1 }) })
          : call(networkClassifier, [layers], { classes: list(schema.classes) });
      return [line(py`${estimator} = ${made}`, NETWORK)];
    },
  };
}

function bayes({ features }: FittedModel, body: BayesBody): Family {
  return {
    variable: 'bayes',
    columns: features,
    lines: (estimator, { array, schema, list: names }) => {
      const shape = [body.counts.length, body.features];
      return [
        line(py`${estimator} = ${call(gaussianBayes, [])}`, BAYES),
        line(py`${estimator}.classes_ = ${np}.array(${list(schema.classes ?? [])})`),
        line(py`${estimator}.class_prior_ = ${np}.array(${list(priorsOf(body))})`),
        line(py`${estimator}.theta_ = ${array('means', body.means, shape)}`),
        line(py`${estimator}.var_ = ${array('variances', body.variances, shape)}`),
        line(py`${estimator}.n_features_in_ = len(${names})`),
        line(py`${estimator}.feature_names_in_ = ${np}.array(${names}, dtype=object)`),
      ];
    },
  };
}

function neighbours({ features, schema }: FittedModel, body: NeighboursBody): Family | null {
  const { classes } = schema;
  // A class of which no row is left has a column of zeros here, and none in scikit-learn.
  if (classes?.some((_, index) => !body.targets.includes(index)) === true) return null;
  return {
    variable: 'neighbours',
    columns: features,
    lines: (estimator, { array, list: names }) => {
      const rows = array('rows', body.rows, [body.targets.length, body.features]);
      const targets = array('targets', body.targets);
      const answers = classes === undefined ? targets : py`${np}.array(${list(classes)})[${targets}.astype(int)]`;
      return [
        line(py`${estimator} = ${nearestEstimator(body, classes === undefined)}`, NEIGHBOURS),
        line(call(py`${estimator}.fit`, [call(py`${pd}.DataFrame`, [rows], { columns: names }), answers])),
      ];
    },
  };
}

const NETWORK = text(
  'The layers with the weights that were learned, bottom to top.',
  '학습한 가중치를 넣은 층이에요. 아래에서 위로 놓여 있어요.',
);
const BAYES = text(
  'The means and variances that were learned of each class; nothing is fitted.',
  '클래스마다 학습한 평균과 분산이에요. 다시 학습하지 않아요.',
);
const NEIGHBOURS = text(
  'The rows that were kept; to fit is to look them up.',
  '담아 둔 행이에요. fit은 찾을 수 있게 놓아 두기만 해요.',
);

const cannotBeWritten = (target: string): Text =>
  text(
    `The model that predicts “${target}” is left out: numpy and scikit-learn cannot answer as it does.`,
    `“${target}”을(를) 예측하는 모델은 numpy와 scikit-learn으로 똑같이 답하게 할 수 없어 뺐어요.`,
  );
