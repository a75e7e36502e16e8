import { describe, expect, it } from 'vitest';
import golden from '../golden/best_threshold.json';
import { bestThreshold } from './best-threshold';
import { decideClasses } from './decide';

describe('the best threshold', () => {
  it.each(golden.cases.map((c) => [c.id, c] as const))('does as well as any that scikit-learn tries: %s', (_, c) => {
    for (const measure of ['f1', 'balancedAccuracy', 'accuracy'] as const) {
      const best = bestThreshold(c.input.isPositive, c.input.scores, measure);
      if (c.expected === null) expect(best).toBeNull();
      else expect(best?.value).toBeCloseTo(c.expected[measure], 12);
    }
  });

  it('decides as it was measured', () => {
    const isPositive = [0, 0, 1, 0, 1, 1];
    const scores = [0.1, 0.3, 0.35, 0.6, 0.7, 0.9];
    const best = bestThreshold(isPositive, scores, 'accuracy');
    const said = decideClasses(
      scores.flatMap((p) => [1 - p, p]),
      2,
      { positive: 1, threshold: best?.threshold ?? 0 },
    );
    const right = said.reduce((sum, k, i) => sum + (k === isPositive[i] ? 1 : 0), 0);
    expect(right / 6).toBe(best?.value);
  });

  it('of equally good ones is the one closest to a half, between two scores', () =>
    expect(bestThreshold([0, 1], [0, 1], 'f1')).toEqual({ threshold: 0.5, value: 1 }));
});
