import { counted, plural } from '../../lib/figures';
import { defineEstimator } from '../estimator';
import { invalidModelFile } from '../invalid-model-file';
import { bayesScorer } from './bayes-scorer';
import type { BayesBody } from './bayes-value';

export const bayesEstimator = defineEstimator<BayesBody>({
  type: 'bayes',
  precision: 'double',
  open: (_model, body, { signal }) => bayesScorer(body, signal),
  async check({ features, target }, body) {
    const classes = target.classes?.length ?? 0;
    if (body.counts.length !== classes)
      throw invalidModelFile(
        `${body.counts.length} of ${counted(classes, 'class', 'classes')} ${plural(body.counts.length, 'is', 'are')} known`,
      );
    if (body.features !== features.length) {
      throw invalidModelFile(`${counted(features.length, 'feature')} for ${counted(body.features, 'input')}`);
    }
  },
  continueTraining: async (...of) => (await import('./train-bayes')).continueBayes(...of),
});
