import { type Text, text } from '../../../lib/text';
import { defineCode } from '../../contract/code';
import {
  type Examples,
  examplesOf,
  mayLackClasses,
  type TrainingNode,
  targetValues,
  trained,
} from '../../python/estimators';
import { call, imported, type Line, line, np, type Py, type PyValue, py } from '../../python/py';
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
    const { lines, estimator } =
      examples.schema.task === 'regression' ? ridge(params, examples) : logistic(node, params, examples, alone);
    return trained(
      node,
      { ...examples, lines: [...examples.lines, ...(weights?.lines ?? []), ...lines] },
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

interface Estimator {
  readonly lines: readonly Line[];
  readonly estimator: Py;
}

function logistic(node: TrainingNode, params: LinearParams, examples: Examples, balanced: boolean): Estimator {
  const { lines, strength } = strengthByClasses(node, strengthOf(params, examples), examples);
  const c: PyValue =
    typeof strength === 'number' ? (strength === 0 ? py`${np}.inf` : 1 / strength) : py`1 / (${strength})`;
  const estimator = call(linearModel('LogisticRegression'), [], {
    C: c,
    ...(balanced && { class_weight: 'balanced' }),
    tol: 1e-6,
    max_iter: 10_000,
  });
  return { lines, estimator };
}

/** Of two classes scikit-learn learns one weight a column; here there may be some more, and each class has its own. */
function strengthByClasses(node: TrainingNode, strength: Py | number, examples: Examples) {
  if (strength === 0 || !mayLackClasses(examples)) return { lines: [], strength };
  const { table, schema, train } = examples;
  const named = node.name('strength');
  const halved = py`${named} / 2 if ${targetValues(table, schema, train)}.nunique() == 2 else ${named}`;
  return {
    strength: named,
    lines: [line(py`${named} = ${strength}`), line(py`${named} = ${halved}`, ONE_WEIGHT)],
  };
}

/** Here errors are squared whole, and the penalty is not halved. */
function ridge(params: LinearParams, examples: Examples): Estimator {
  const strength = strengthOf(params, examples);
  if (strength === 0) return { lines: [], estimator: call(linearModel('LinearRegression'), []) };
  const alpha = typeof strength === 'number' ? strength / 2 : py`len(${examples.train}) * ${params.l2}`;
  return { lines: [], estimator: call(linearModel('Ridge'), [], { alpha }) };
}

function whyOf({ optimizer, earlyStopping }: LinearParams): Text {
  if (optimizer === 'lbfgs') return WHY;
  return earlyStopping ? STOPS_EARLY : COMES_NEAR;
}

const ONE_WEIGHT: Text = text(
  'Where the training rows have two of the classes alone, scikit-learn learns one weight a column instead of two, which its penalty holds twice as firmly.',
  '학습 행에 클래스가 둘뿐이면 scikit-learn은 열마다 가중치를 둘이 아닌 하나만 배워서 규제가 두 배로 세져요.',
);
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
