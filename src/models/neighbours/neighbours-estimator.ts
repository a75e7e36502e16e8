import { counted } from '../../lib/figures';
import { defineEstimator } from '../estimator';
import { invalidModelFile } from '../invalid-model-file';
import { neighboursScorer } from './neighbours-scorer';
import type { NeighboursBody } from './neighbours-value';

export const neighboursEstimator = defineEstimator<NeighboursBody>({
  type: 'neighbours',
  precision: 'double',
  open: ({ target }, body, { signal }) => neighboursScorer(body, target.classes?.length ?? 0, signal),
  async check({ features, target }, body) {
    if (body.features !== features.length) {
      throw invalidModelFile(`${counted(features.length, 'feature')} for ${counted(body.features, 'input')}`);
    }
    const classes = target.classes?.length;
    if (classes !== undefined && !body.targets.every((k) => Number.isInteger(k) && k >= 0 && k < classes)) {
      throw invalidModelFile(`its rows are of other classes than its ${classes}`);
    }
  },
  continueTraining: async (...of) => (await import('./train-neighbours')).continueNeighbours(...of),
});
