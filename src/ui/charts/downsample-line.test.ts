import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { downsampleLine } from './downsample-line';
import type { Point } from './nearest';

const lines = fc
  .array(fc.tuple(fc.float({ min: 0, max: 100, noNaN: true }), fc.float({ min: -5, max: 5, noNaN: true })), {
    maxLength: 500,
  })
  .map((points) => points.sort((a, b) => a[0] - b[0]));

describe('a downsampled line', () => {
  it('keeps the first, lowest, highest and last point of every pixel column, in order', () => {
    fc.assert(
      fc.property(lines, (points) => {
        const kept = downsampleLine(points, (x) => x);
        const column = (from: readonly Point[], at: number) =>
          from.filter(([x]) => Math.floor(x) === at).map(([, y]) => y);
        for (let at = 0; at <= 100; at++) {
          const [all, some] = [column(points, at), column(kept, at)];
          expect([some[0], some.at(-1), Math.min(...some), Math.max(...some)]).toEqual([
            all[0],
            all.at(-1),
            Math.min(...all),
            Math.max(...all),
          ]);
        }
        expect(kept.every(([x], i) => i === 0 || x >= (kept[i - 1]?.[0] ?? 0))).toBe(true);
      }),
    );
  });

  it('has at most four points a column however many there were', () => {
    const many = Array.from({ length: 10_000 }, (_, i): Point => [i / 100, Math.sin(i)]);
    expect(downsampleLine(many, (x) => x).length).toBeLessThanOrEqual(400);
  });
});
