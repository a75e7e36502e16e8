import { bayesEstimator } from './bayes/bayes-estimator';
import { cannotContinue } from './cannot-continue';
import type { AnyEstimator, ContinueContext, ContinueRequest } from './estimator';
import type { ModelBody, ModelValue } from './model';
import { neighboursEstimator } from './neighbours/neighbours-estimator';
import { networkEstimator } from './network/network-estimator';

/** What each family computes. What its bodies are as data is in `bodies.ts`. */
const estimators: readonly AnyEstimator[] = [networkEstimator, bayesEstimator, neighboursEstimator];

const byType = new Map(estimators.map((estimator) => [estimator.type, estimator]));

/** Who computes with bodies of this one's family. */
export function estimatorOf({ type }: ModelBody): AnyEstimator {
  const estimator = byType.get(type);
  if (estimator === undefined) throw new Error(`no family computes with bodies of the type ${type}`);
  return estimator;
}

/** Trains a model further, as its family does. Fails with `cannot-continue` where that is not possible. */
export async function continueTraining(request: ContinueRequest, ctx: ContinueContext): Promise<ModelValue> {
  const estimator = estimatorOf(request.model.body);
  if (estimator.continueTraining === undefined) throw cannotContinue();
  return estimator.continueTraining(request, ctx);
}
