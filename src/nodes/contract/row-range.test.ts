import { describe, expect, it } from 'vitest';
import { joinRanges } from './row-range';

describe('ranges of rows', () => {
  it('are joined where they touch or overlap, in order', () => {
    const parts = [
      { from: 50, to: 60 },
      { from: 0, to: 10 },
      { from: 10, to: 20 },
      { from: 55, to: 90 },
      { from: 30, to: 30 },
    ];
    expect(joinRanges(parts)).toEqual([
      { from: 0, to: 20 },
      { from: 50, to: 90 },
    ]);
    expect(joinRanges([])).toEqual([]);
  });

  it('are never more than can be kept: those that lie closest become one', () => {
    const parts = Array.from({ length: 40 }, (_, i) => ({ from: 100 * i, to: 100 * i + (i < 8 ? 99 : 50) }));
    const joined = joinRanges(parts);
    expect(joined).toHaveLength(32);
    expect(joined[0]).toEqual({ from: 0, to: 850 });
    expect(joined.slice(1)).toEqual(parts.slice(9));
  });
});
