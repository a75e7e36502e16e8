import type { Scorer } from '../estimator';
import type { ModelValue } from '../model';
import type { PlainNetwork } from './plain-network';
import { scaleScores } from './scale-scores';

/** Scores with the plain forward pass: for tables. It holds nothing to free. */
export function plainScorer(model: ModelValue, network: PlainNetwork): Scorer {
  return {
    dispose: () => {},
    score: async ({ values }) =>
      scaleScores(model, network.forward(values, values.length / network.inputs), network.outputs),
  };
}
