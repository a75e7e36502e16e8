import { call, dict, imported, type Py, type PyValue } from './py';

/* The parts of scikit-learn that several kinds are written with. */

export const columnTransformer = imported('sklearn.compose', 'ColumnTransformer');
export const functionTransformer = imported('sklearn.preprocessing', 'FunctionTransformer');
export const pipelineOf = imported('sklearn.pipeline', 'Pipeline');
export const gaussianBayes = imported('sklearn.naive_bayes', 'GaussianNB');

/** A transformer that calls a function with the frame and these arguments. */
export const onFrame = (change: Py, named: Readonly<Record<string, PyValue>>): Py =>
  call(functionTransformer, [change], { kw_args: dict(Object.entries(named)) });
