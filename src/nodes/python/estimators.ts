import { type Text, text } from '../../lib/text';
import type { ColumnType } from '../../table/table';
import type { AnyCodeNode, PyModel, PyTable } from '../contract/code';
import { call, helper, type Line, line, list, type Py, type PyValue, py } from './py';
import { featuresOf, rowsOf, targetOf } from './tables';

const classLabels = helper({
  name: 'class_labels',
  why: text(
    'Classes as words, as they are shown: whole numbers without a point, true and false in words.',
    '클래스를 화면에 보이는 글자로 바꿔요. 정수는 소수점 없이, 참과 거짓은 단어로 써요.',
  ),
  source: `def class_labels(values, kind="word"):
    if kind == "flag":
        return values.map({1.0: "true", 0.0: "false"})
    if kind == "number":
        return values.map(lambda value: str(int(value)) if value == int(value) else repr(float(value)), na_action="ignore")
    return values`,
  uses: [],
});

const LABEL_KINDS: Readonly<Partial<Record<ColumnType, string>>> = {
  boolean: 'flag',
  integer: 'number',
  number: 'number',
};

/** The target of a frame as an estimator learns it: numbers as they are, classes as words. */
export function targetValues({ schema }: PyTable, { task, target }: PyModel['schema'], frame: Py): Py {
  const values = py`${frame}[${target}]`;
  if (task === 'regression') return values;
  return asWords(values, schema.fields.find(({ name }) => name === target)?.type ?? 'category');
}

/** Cells of a type as the words that they are shown by. */
export function asWords(values: Py, type: ColumnType): Py {
  const kind = LABEL_KINDS[type];
  return kind === undefined ? values : call(classLabels, [values, kind]);
}

interface Trained {
  readonly writes: 'lines';
  readonly lines: readonly Line[];
  readonly outputs: { readonly model: PyModel };
}

/** Fits an estimator on the training rows. `extra` are further arguments of `fit`, made from the training rows. */
export function trained(
  node: Pick<AnyCodeNode, 'output' | 'name'> & { readonly inputs: { readonly table: PyTable } },
  name: string,
  estimator: Py,
  why: Text,
  extra: (train: Py) => Readonly<Record<string, PyValue>> = () => ({}),
): Trained {
  const { table } = node.inputs;
  const schema = node.output('model');
  if (schema?.type !== 'model') throw new Error('what a model predicts is known');
  const features = node.name('features');
  const train = node.name('train');
  const model = node.name(name);
  const columns = featuresOf(table);
  return {
    writes: 'lines',
    lines: [
      line(
        py`${features} = ${list(columns)}`,
        text(
          `What is learned from, to predict “${targetOf(table)}”.`,
          `“${targetOf(table)}”을(를) 예측하는 데 쓰는 열이에요.`,
        ),
      ),
      line(py`${train} = ${rowsOf(table, 'train')}`),
      line(py`${model} = ${estimator}`, why),
      line(
        py`${call(py`${model}.fit`, [py`${train}[${features}]`, targetValues(table, schema, train)], extra(train))}`,
      ),
    ],
    outputs: { model: modelOf(table, schema, model, features) },
  };
}

/** A model as it stands behind its trainer, with the usual rule: the second of two classes from one half on. */
export function modelOf(table: PyTable, schema: PyModel['schema'], estimator: Py, features: Py): PyModel {
  const { classes = [] } = schema;
  const [, positive] = classes;
  return {
    type: 'model',
    schema,
    estimator,
    features,
    source: table.source,
    steps: table.steps,
    rule: classes.length === 2 && positive !== undefined ? { positive, from: () => 0.5 } : null,
  };
}

/** Whether a trainer makes a model of a quantity. */
export function isRegression({ output }: Pick<AnyCodeNode, 'output'>): boolean {
  const model = output('model');
  return model?.type === 'model' && model.task === 'regression';
}
