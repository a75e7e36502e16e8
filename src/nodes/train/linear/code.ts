import { type Text, text } from '../../../lib/text';
import { defineCode } from '../../contract/code';
import { type Examples, examplesOf, trained } from '../../python/estimators';
import { call, imported, np, type Py, type PyValue, py } from '../../python/py';
import { fittedModelCode } from '../../training/fitted-code';
import { rowWeightsCode, weightColumn } from '../../training/weights-code';
import type { LinearParams } from './params';
import { linearSpec } from './spec';

export const linearCode = defineCode(linearSpec, {
  python(node) {
    const { params, inputs, fitted } = node;
    if (fitted !== null) return fittedModelCode(node, fitted, inputs.table);
    const examples = examplesOf(node);
    const balanced = params.classWeights === 'balanced';
    // Alone, the classes are balanced by the estimator itself.
    const alone = balanced && weightColumn(inputs.table) === null;
    const weights = alone ? null : rowWeightsCode(node, examples, balanced);
    const estimator =
      examples.schema.task === 'regression' ? ridge(params, examples) : logistic(params, examples, alone);
    return trained(
      node,
      weights === null ? examples : { ...examples, lines: [...examples.lines, ...weights.lines] },
      'linear',
      estimator,
      whyOf(params),
      weights === null ? {} : { sample_weight: weights.weights },
    );
  },
});

const linearModel = (name: string): Py => imported('sklearn.linear_model', name);

/** The penalty of the summed loss: half of this times the sum of squared weights. */
function strengthOf({ l2, l2Strength }: LinearParams, { train }: Examples): Py | number {
  if (l2 === null) return l2Strength;
  return l2 === 0 ? 0 : py`2 * len(${train}) * ${l2}`;
}

function logistic(params: LinearParams, examples: Examples, balanced: boolean): Py {
  const strength = strengthOf(params, examples);
  const c: PyValue =
    typeof strength === 'number' ? (strength === 0 ? py`${np}.inf` : 1 / strength) : py`1 / (${strength})`;
  return call(linearModel('LogisticRegression'), [], {
    C: c,
    ...(balanced && { class_weight: 'balanced' }),
    tol: 1e-6,
    max_iter: 10_000,
  });
}

/** Here errors are squared whole, and the penalty is not halved. */
function ridge(params: LinearParams, examples: Examples): Py {
  const strength = strengthOf(params, examples);
  if (strength === 0) return call(linearModel('LinearRegression'), []);
  const alpha = typeof strength === 'number' ? strength / 2 : py`len(${examples.train}) * ${params.l2}`;
  return call(linearModel('Ridge'), [], { alpha });
}

function whyOf({ optimizer, earlyStopping }: LinearParams): Text {
  if (optimizer === 'lbfgs') return WHY;
  return earlyStopping ? STOPS_EARLY : COMES_NEAR;
}

const WHY: Text = text(
  'One weight for each column, at the one optimum of the loss.',
  '열마다 가중치 하나를, 손실이 가장 작은 단 하나의 최적해로 배워요.',
);
const COMES_NEAR: Text = text(
  'One weight for each column; the solver goes to the optimum that Millrace comes near to epoch by epoch.',
  '열마다 가중치 하나를 배워요. Millrace가 에포크마다 다가가는 최적해를 한 번에 구해요.',
);
const STOPS_EARLY: Text = text(
  'One weight for each column. The solver goes to the optimum, where Millrace stops early by validation rows.',
  '열마다 가중치 하나를 배워요. Millrace는 검증 행을 보고 일찍 멈추지만 여기서는 최적해까지 가요.',
);
