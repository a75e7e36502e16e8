import type { ModelBody } from '../model';

/** Gaussian naive Bayes: of each class, how the values of each feature spread. */
export interface BayesBody extends ModelBody {
  readonly type: 'bayes';
  /** Of the greatest variance among the features, this share is added to every variance. */
  readonly varSmoothing: number;
  /** Probabilities of the classes before a row is looked at; null: as often as each was seen. */
  readonly priors: readonly number[] | null;
  readonly features: number;
  /** Rows of each class, or the sum of their weights. */
  readonly counts: Float64Array;
  /** Classes × features, row-major. */
  readonly means: Float64Array;
  /** Likewise, smoothed; divided by n. */
  readonly variances: Float64Array;
}
