import { describe, expect, it } from 'vitest';
import { createRandom } from '../../lib/random';
import { fitLambda, powerTransform } from './power-transform';
import { fitScaling, scaleValues } from './scaling';

const lognormal = (count: number, seed: number): Float64Array => {
  const random = createRandom(seed);
  return Float64Array.from({ length: count }, () => Math.exp(random.normal()));
};

describe('power transforms', () => {
  it('find the logarithm for lognormal values', () => {
    expect(fitLambda('box-cox', lognormal(20_000, 1))).toBeCloseTo(0, 1);
  });

  it('look at every k-th value of a long column, with nearly the same answer', () => {
    const long = lognormal(400_000, 2);
    const whole = fitLambda('yeo-johnson', long.slice(0, 100_000));
    expect(Math.abs(fitLambda('yeo-johnson', long) - whole)).toBeLessThan(0.02);
  });

  it('look at all of a long column where every k-th value is the same', () => {
    const long = lognormal(240_000, 3).map((value, i) => (i % 3 === 0 ? 1 : value));
    const short = fitLambda('yeo-johnson', long.slice(0, 90_000));
    expect(Math.abs(fitLambda('yeo-johnson', long) - short)).toBeLessThan(0.05);
  });

  it.each([[2, 2, 2], [0, 0], [-5.5, -5.5, -5.5], [0.1, 0.1, 0.1, 0.1, 0.1, 0.1], [7]])(
    'leave a constant column its power: %d …',
    (...values) => {
      expect(fitLambda('yeo-johnson', Float64Array.from(values))).toBe(1);
      const scaling = fitScaling(Float64Array.from(values), { method: 'power', family: 'yeo-johnson' });
      const [value = 0] = values;
      const scaled = scaleValues(Float64Array.of(value, value < 0 ? value - 8 : value + 8), scaling);
      expect(scaled[0]).toBeCloseTo(0, 12);
      expect(Math.abs(scaled[1] ?? 0)).toBeCloseTo(8, 12);
    },
  );

  it('fall back to lambda 1 where every power drowns in rounding', () => {
    expect(fitLambda('box-cox', Float64Array.of(1e15, 1e15 + 1, 1e15 + 2))).toBe(1);
  });

  it('join smoothly at zero, and take negative values in Yeo-Johnson', () => {
    const transform = powerTransform('yeo-johnson', 0.5);
    expect(transform(0)).toBe(0);
    expect(transform(3)).toBeCloseTo(2, 12);
    expect(transform(-3)).toBeCloseTo(-(8 - 1) / 1.5, 12);
    expect(transform(Number.NaN)).toBeNaN();
  });
});
