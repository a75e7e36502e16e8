import { korean } from '../../lib/korean';
import { type Text, text } from '../../lib/text';
import type { ColumnType } from '../../table/table';
import type { AnyCodeNode, PyModel, PyTable } from '../contract/code';
import { call, type Line, line, list, type Py, type PyValue, py } from './py';
import { featuresOf, isSplit, rowsOf, targetName } from './tables';
import { WORDS_OF } from './words';

/** The target of a frame as an estimator learns it: numbers as they are, classes as words. */
export function targetValues({ schema }: PyTable, { task, target }: PyModel['schema'], frame: Py): Py {
  const values = py`${frame}[${target}]`;
  if (task === 'regression') return values;
  return asWords(values, schema.fields.find(({ name }) => name === target)?.type ?? 'category');
}

/** Cells of a type as the words that they are shown by. */
export function asWords(values: Py, type: ColumnType): Py {
  const words = WORDS_OF[type];
  return words === undefined ? values : call(words, [values]);
}

export type TrainingNode = Pick<AnyCodeNode, 'output' | 'name' | 'seed'> & {
  readonly inputs: { readonly table: PyTable };
};

export interface Trained {
  readonly writes: 'lines';
  readonly lines: readonly Line[];
  readonly outputs: { readonly model: PyModel };
}

/** What a trainer begins with. */
export interface Examples {
  readonly table: PyTable;
  readonly schema: PyModel['schema'];
  /** The columns that are learned from, and the variable that lists them. */
  readonly columns: readonly string[];
  readonly features: Py;
  /** The variable of the training rows. */
  readonly train: Py;
  /** Defines the features; the training rows, unless they are defined otherwise. */
  readonly lines: readonly Line[];
}

/** Names what is learned from and the training rows; `train` are those, if they are not all of the training part. */
export function examplesOf(node: TrainingNode, train?: (variable: Py) => readonly Line[]): Examples {
  const { table } = node.inputs;
  const schema = modelSchemaOf(node);
  const columns = featuresOf(table);
  const features = node.name('features');
  const rows = node.name('train');
  const target = targetName(table);
  const why = text(
    `What is learned from, to predict “${target}”.`,
    korean`“${target}”을(를) 예측하는 데 쓰는 열이에요.`,
  );
  return {
    table,
    schema,
    columns,
    features,
    train: rows,
    lines: [
      line(py`${features} = ${list(columns)}`, why),
      ...(train?.(rows) ?? [line(py`${rows} = ${rowsOf(table, 'train')}`)]),
    ],
  };
}

function modelSchemaOf({ output }: Pick<AnyCodeNode, 'output'>): PyModel['schema'] {
  const schema = output('model');
  if (schema?.type !== 'model') throw new Error('what a model predicts is known');
  return schema;
}

/** Fits an estimator on the training rows. `extra` are further arguments of `fit`. */
export function trained(
  node: TrainingNode,
  examples: Examples,
  name: string,
  estimator: Py,
  why: Text,
  extra: Readonly<Record<string, PyValue>> = {},
): Trained {
  const { table, schema, features, train } = examples;
  const model = node.name(name);
  return {
    writes: 'lines',
    lines: [
      ...examples.lines,
      line(py`${model} = ${estimator}`, why),
      line(call(py`${model}.fit`, [py`${train}[${features}]`, targetValues(table, schema, train)], extra)),
    ],
    outputs: { model: { ...modelOf(table, schema, model, features), lacksClasses: mayLackClasses(examples) } },
  };
}

/** Whether there may be classes that no training row has: of more than two, those that validation rows alone have. */
export const mayLackClasses = ({ table, schema }: Pick<Examples, 'table' | 'schema'>): boolean =>
  isSplit(table) && schema.task === 'multiclass';

/** A model as it stands behind its trainer, which was told all classes, with the usual rule: the second of two classes from one half on. */
export function modelOf(
  { source, steps }: Pick<PyModel, 'source' | 'steps'>,
  schema: PyModel['schema'],
  estimator: Py,
  features: Py,
): PyModel {
  const { classes = [] } = schema;
  const [, positive] = classes;
  return {
    type: 'model',
    schema,
    estimator,
    lacksClasses: false,
    features,
    source,
    steps,
    rule: classes.length === 2 && positive !== undefined ? { positive, from: () => 0.5 } : null,
  };
}

/** Whether a trainer makes a model of a quantity. */
export const isRegression = (node: Pick<AnyCodeNode, 'output'>): boolean => modelSchemaOf(node).task === 'regression';
