import { describe, expect, it } from 'vitest';
import { type CurvePoint, downsampleCurve } from './downsample-curve';

const thinned = (points: readonly CurvePoint[], limit: number): CurvePoint[] =>
  downsampleCurve(
    Float64Array.from(points, ([x]) => x),
    Float64Array.from(points, ([, y]) => y),
    limit,
  );

describe('thinning a curve', () => {
  it('drops points on a straight run first', () => {
    expect(
      thinned(
        [
          [0, 0],
          [0, 0.5],
          [0, 1],
          [0.5, 1],
          [1, 1],
        ],
        200,
      ),
    ).toEqual([
      [0, 0],
      [0, 1],
      [1, 1],
    ]);
  });

  it('keeps both ends and no more than the limit, spread over the length', () => {
    const arc: CurvePoint[] = Array.from({ length: 5000 }, (_, i) => [(i / 4999) ** 3, Math.sqrt(i / 4999)]);
    const thin = thinned(arc, 200);
    expect(thin.length).toBeLessThanOrEqual(200);
    expect(thin[0]).toEqual([0, 0]);
    expect(thin.at(-1)).toEqual([1, 1]);
    const widest = Math.max(...thin.slice(1).map(([x, y], i) => x - (thin[i]?.[0] ?? 0) + y - (thin[i]?.[1] ?? 0)));
    expect(widest).toBeLessThan(0.05);
  });
});
