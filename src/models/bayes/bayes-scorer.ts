import { throwIfCancelled } from '../../lib/failure';
import { exp, ln } from '../../lib/portable-math';
import { createYielder } from '../../lib/yielding';
import type { Scorer } from '../estimator';
import { priorsOf } from './bayes-body';
import type { BayesBody } from './bayes-value';

/** Probabilities of the classes by Bayes' rule, as if the features of a class were independent normal variables. */
export function bayesScorer(body: BayesBody, signal: AbortSignal): Scorer {
  const { features, means, variances } = body;
  const classes = body.counts.length;
  const start = priorsOf(body).map((prior, k) => {
    let sum = 0;
    for (let f = 0; f < features; f++) sum += ln(2 * Math.PI * (variances[k * features + f] ?? 1));
    return ln(prior) - 0.5 * sum;
  });
  const joint = new Float64Array(classes);
  const scoreRow = (values: Float32Array | Float64Array, from: number, scores: Float64Array, to: number): void => {
    let most = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < classes; k++) {
      let sum = 0;
      for (let f = 0; f < features; f++) {
        const at = k * features + f;
        const apart = (values[from + f] ?? 0) - (means[at] ?? 0);
        sum += (apart * apart) / (variances[at] ?? 1);
      }
      const likelihood = (start[k] ?? 0) - 0.5 * sum;
      joint[k] = likelihood;
      if (likelihood > most) most = likelihood;
    }
    let total = 0;
    for (const likelihood of joint) total += exp(likelihood - most);
    const evidence = most + ln(total);
    for (let k = 0; k < classes; k++) scores[to + k] = exp((joint[k] ?? 0) - evidence);
  };
  return {
    async score({ values }) {
      const rows = values.length / features;
      const scores = new Float64Array(rows * classes);
      throwIfCancelled(signal);
      const yielder = createYielder(signal, () => performance.now());
      for (let row = 0; row < rows; row++) {
        if (yielder.due()) await yielder.pause();
        scoreRow(values, row * features, scores, row * classes);
      }
      return { scores, outputs: classes };
    },
    dispose: () => undefined,
  };
}
