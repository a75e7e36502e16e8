import { imported } from './py';

/* The parts of scikit-learn that several kinds are written with. */

export const columnTransformer = imported('sklearn.compose', 'ColumnTransformer');
export const functionTransformer = imported('sklearn.preprocessing', 'FunctionTransformer');
export const pipelineOf = imported('sklearn.pipeline', 'Pipeline');
export const gaussianBayes = imported('sklearn.naive_bayes', 'GaussianNB');
