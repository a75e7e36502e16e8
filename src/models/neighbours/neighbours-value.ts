import type { ModelBody } from '../model';

/** How far apart two rows are: the square root of the sum of squares, or the sum of the sizes, of the differences. */
export const METRICS = ['euclidean', 'manhattan'] as const;
export type Metric = (typeof METRICS)[number];

/** Whether all neighbours count alike, or by the inverse of their distance. */
export const WEIGHTS = ['uniform', 'distance'] as const;

/** The rows that answers are looked up in. It carries training data: who has the model can read them. */
export interface NeighboursBody extends ModelBody {
  readonly type: 'neighbours';
  /** How many neighbours answer. */
  readonly neighbours: number;
  readonly weights: (typeof WEIGHTS)[number];
  readonly metric: Metric;
  readonly features: number;
  /** Rows × features, row-major, oldest row first. */
  readonly rows: Float64Array;
  /** The class index of each row, or its quantity. */
  readonly targets: Float64Array;
}

/** Rows that a model carries, at most. */
export const MOST_ROWS = 50_000;
/** Numbers that it carries, at most: 128 MiB. */
const MOST_NUMBERS = 2 ** 24;

/** Rows of so many features that a model carries, at most. */
export const mostRows = (features: number): number => Math.min(MOST_ROWS, Math.floor(MOST_NUMBERS / features));
