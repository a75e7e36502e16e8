import { korean } from '../../lib/korean';
import { type Text, text } from '../../lib/text';
import type { AnyCodeNode, PyModel } from '../contract/code';
import { call, helper, type Line, line, list, np, type Py, pd, py, wordArray } from './py';

/** What a model says of the rows of a frame. */
export interface PyAnswers {
  readonly lines: readonly Line[];
  /** Of each row the class, or the number. */
  readonly predicted: Py;
  /** Rows × classes, in the order of the model's; null of numbers. */
  readonly probabilities: Py | null;
}

/** Asks a model about prepared rows. `groups` is a frame with the column that the rule's groups are told by, or null. */
export function askModel(node: Pick<AnyCodeNode, 'name'>, model: PyModel, frame: Py, groups: Py | null): PyAnswers {
  const { estimator, features, schema } = model;
  const { classes } = schema;
  if (classes === undefined) {
    const predicted = node.name('predicted');
    const asked = py`${estimator}.predict(${frame}[${features}])`;
    return { lines: [line(py`${predicted} = ${asked}`, ANSWERS)], predicted, probabilities: null };
  }
  const probabilities = node.name('probabilities');
  return {
    lines: [line(py`${probabilities} = ${probabilitiesOf(model, classes, frame)}`, PROBABILITIES)],
    predicted: said(model, classes, probabilities, groups),
    probabilities,
  };
}

/** Rows × classes, in the order of the model's. */
export function probabilitiesOf(
  { estimator, features, lacksClasses }: PyModel,
  classes: readonly string[],
  frame: Py,
): Py {
  const rows = py`${frame}[${features}]`;
  return lacksClasses
    ? call(classProbabilities, [estimator, rows, list(classes)])
    : py`${estimator}.predict_proba(${rows})`;
}

const classProbabilities = helper({
  name: 'class_probabilities',
  why: text(
    'The probability of each class; 0 for one that no training row had, which scikit-learn does not know.',
    '클래스별 확률이에요. 학습 행에 없던 클래스는 scikit-learn이 모르므로 0이에요.',
  ),
  source: `def class_probabilities(model, rows, classes):
    known = pd.DataFrame(model.predict_proba(rows), columns=model.classes_)
    return known.reindex(columns=classes, fill_value=0.0).to_numpy()`,
  uses: pd.uses,
});

function said({ rule }: PyModel, classes: readonly string[], probabilities: Py, groups: Py | null): Py {
  const other = classes.find((label) => label !== rule?.positive);
  if (rule === null || other === undefined)
    return call(py`${np}.take`, [wordArray(classes), py`${probabilities}.argmax(axis=1)`]);
  const isPositive = py`${probabilities}[:, ${classes.indexOf(rule.positive)}] >= ${rule.from(groups)}`;
  // numpy cuts null characters off the ends of words that are no objects.
  if (classes.some((label) => label.endsWith('\0')))
    return call(py`${np}.take`, [wordArray([other, rule.positive]), py`(${isPositive}).astype(int)`]);
  return call(py`${np}.where`, [isPositive, rule.positive, other]);
}

/** Why a class is said. */
export function whyClass({ schema, rule }: PyModel): Text | undefined {
  if (schema.classes === undefined) return undefined;
  if (rule === null) return text('The most probable class is said.', '확률이 가장 높은 클래스로 답해요.');
  return text(
    `“${rule.positive}” is said from its threshold on.`,
    korean`확률이 임계값 이상이면 “${rule.positive}”(이)라고 답해요.`,
  );
}

const ANSWERS = text('What the model answers.', '모델의 답이에요.');
const PROBABILITIES = text(
  'The probability of each class, in the order of the classes.',
  '클래스 순서대로 나타낸 클래스별 확률이에요.',
);
