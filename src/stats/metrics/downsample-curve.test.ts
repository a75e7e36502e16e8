import { describe, expect, it } from 'vitest';
import { type CurvePoint, downsampleCurve } from './downsample-curve';

describe('downsampling a curve', () => {
  it('drops points on a straight run first', () => {
    expect(
      downsampleCurve(
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
    const few = downsampleCurve(arc, 200);
    expect(few.length).toBeLessThanOrEqual(200);
    expect(few[0]).toEqual([0, 0]);
    expect(few.at(-1)).toEqual([1, 1]);
    const widest = Math.max(...few.slice(1).map(([x, y], i) => x - (few[i]?.[0] ?? 0) + y - (few[i]?.[1] ?? 0)));
    expect(widest).toBeLessThan(0.05);
  });
});
