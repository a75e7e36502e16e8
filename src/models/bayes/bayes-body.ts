import { figure } from '../../lib/figures';
import '../../lib/zod-without-eval';
import { z } from 'zod';
import { text } from '../../lib/text';
import { defineBody, readBody } from '../body';
import { invalidModelFile } from '../invalid-model-file';
import type { BayesBody } from './bayes-value';

const numbers = z.array(z.number());
const bayesJson = z.object({
  varSmoothing: z.number().nonnegative(),
  priors: z.array(z.number().min(0).max(1)).nullable(),
  features: z.int().positive(),
  counts: z.array(z.number().nonnegative()),
  means: z.array(numbers),
  variances: z.array(z.array(z.number().positive())),
});

export const bayesFormat = defineBody<BayesBody>({
  type: 'bayes',
  write: ({ varSmoothing, priors, features, counts, means, variances }) => ({
    varSmoothing,
    priors: priors === null ? null : [...priors],
    features,
    counts: [...counts],
    means: byClass(means, features),
    variances: byClass(variances, features),
  }),
  read(json) {
    const { counts, means, variances, ...rest } = readBody(bayesJson, json);
    const { features, priors } = rest;
    const whole = (rows: readonly (readonly number[])[]): boolean =>
      rows.length === counts.length && rows.every((row) => row.length === features);
    if (!whole(means) || !whole(variances) || (priors !== null && priors.length !== counts.length)) {
      throw invalidModelFile('its classes do not all have a mean and a variance of each feature');
    }
    return {
      type: 'bayes',
      ...rest,
      counts: Float64Array.from(counts),
      means: Float64Array.from(means.flat()),
      variances: Float64Array.from(variances.flat()),
    };
  },
  identity: ({ priors, features, counts, means, variances }) => ({
    json: { priors: priors === null ? null : [...priors], features },
    arrays: [counts, means, variances],
  }),
  parts(body, { target }) {
    const priors = priorsOf(body);
    return (target.classes ?? []).map((name, index) => {
      const prior = figure(priors[index] ?? 0);
      return {
        name,
        detail: text(
          `prior ${prior} · ${body.features} means and variances`,
          `사전 확률 ${prior} · 평균과 분산 ${body.features}개씩`,
        ),
        parameters: 2 * body.features + 1,
      };
    });
  },
  parameters: ({ counts, means, variances }) => counts.length + means.length + variances.length,
  bytes: ({ counts, means, variances }) => counts.byteLength + means.byteLength + variances.byteLength,
  // Of each class and feature, the distance from the mean squared and divided by the variance.
  multiplyAdds: ({ means }) => 2 * means.length,
});

/** Probabilities of the classes before a row is looked at. */
export function priorsOf({ priors, counts }: BayesBody): readonly number[] {
  if (priors !== null) return priors;
  const total = counts.reduce((sum, count) => sum + count, 0);
  return Array.from(counts, (count) => count / total);
}

function byClass(values: Float64Array, features: number): number[][] {
  return Array.from({ length: values.length / features }, (_, k) => [
    ...values.subarray(k * features, (k + 1) * features),
  ]);
}
