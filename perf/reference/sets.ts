import type { JsonObject } from '../../src/lib/json';

/** How a set is prepared and what it is judged by, as the scikit-learn reference does it. */
export interface ReferenceSet {
  readonly name: string;
  readonly target: string;
  readonly drop: readonly string[];
  /** Numbers that are categories. */
  readonly categories: readonly string[];
  readonly metric: 'accuracy' | 'rmse';
  /** What the project promises: at least (accuracy) or at most (RMSE). */
  readonly promise: number;
  readonly trainer: { readonly kind: string; readonly params: JsonObject };
}

const dense = (params: JsonObject = {}): ReferenceSet['trainer'] => ({ kind: 'train.dense', params });
const linear = (params: JsonObject = {}): ReferenceSet['trainer'] => ({ kind: 'train.linear', params });

export const SETS: readonly ReferenceSet[] = [
  {
    name: 'breast_cancer',
    target: 'diagnosis',
    drop: [],
    categories: [],
    metric: 'accuracy',
    promise: 0.965,
    trainer: linear(),
  },
  { name: 'wine', target: 'cultivar', drop: [], categories: [], metric: 'accuracy', promise: 0.965, trainer: linear() },
  {
    name: 'digits8x8',
    target: 'digit',
    drop: [],
    categories: ['digit'],
    metric: 'accuracy',
    promise: 0.965,
    trainer: dense(),
  },
  {
    name: 'titanic',
    target: 'Survived',
    drop: ['PassengerId', 'Name', 'Ticket', 'Cabin'],
    categories: ['Pclass', 'Survived'],
    metric: 'accuracy',
    promise: 0.8,
    trainer: dense(),
  },
  {
    name: 'adult',
    target: 'income',
    drop: ['fnlwgt', 'split', 'education'],
    categories: [],
    metric: 'accuracy',
    promise: 0.85,
    trainer: dense({ epochs: 20, batchSize: 256, patience: 3 }),
  },
  // What scikit-learn's logistic regression reaches, less its deviation over the folds.
  {
    name: 'german_credit',
    target: 'class',
    drop: ['sex'],
    categories: [],
    metric: 'accuracy',
    promise: 0.731,
    trainer: linear(),
  },
  {
    name: 'soybean',
    target: 'class',
    drop: [],
    categories: [],
    metric: 'accuracy',
    promise: 0.9116,
    trainer: linear(),
  },
  {
    name: 'horse_colic',
    target: 'surgical_lesion',
    drop: ['outcome'],
    categories: [],
    metric: 'accuracy',
    promise: 0.8031,
    trainer: linear(),
  },
  { name: 'auto_mpg', target: 'mpg', drop: ['name'], categories: [], metric: 'rmse', promise: 2.9, trainer: dense() },
];
