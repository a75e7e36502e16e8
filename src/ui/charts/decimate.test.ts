import { describe, expect, it } from 'vitest';
import { eachColumn, pieces } from './decimate';

type Column = readonly [column: number, low: number, high: number];

function columnsOf(values: readonly number[], scale: { offset: number; step: number }, first = 0): readonly Column[] {
  const found: Column[] = [];
  eachColumn(Float64Array.from(values), first, scale, (...column) => found.push(column));
  return found;
}

describe('a line of more ticks than pixels', () => {
  it('shows the lowest and highest figure of every pixel column', () => {
    const values = Array.from({ length: 10_000 }, (_, i) => Math.sin(i) * (1 + (i % 17)));
    values[4321] = -500;
    values[8765] = 500;
    const columns = columnsOf(values, { offset: 0, step: 0.05 });
    expect(columns).toHaveLength(500);
    const all = new Map<number, number[]>();
    values.forEach((value, i) => {
      const at = Math.floor(i * 0.05);
      all.set(at, [...(all.get(at) ?? []), value]);
    });
    for (const [at, low, high] of columns) {
      const own = all.get(at) ?? [];
      const before = values[values.findIndex((_, i) => Math.floor(i * 0.05) === at) - 1] ?? own[0] ?? 0;
      expect([low, high]).toEqual([Math.min(...own, before), Math.max(...own, before)]);
    }
  });

  it('reaches back to the column before, so that it has no holes', () => {
    expect(columnsOf([1, 1, 9, 9], { offset: 0, step: 0.5 })).toEqual([
      [0, 1, 1],
      [1, 1, 9],
    ]);
  });

  it('does not reach over a gap', () => {
    expect(columnsOf([1, Number.NaN, 9, 9], { offset: 0, step: 0.5 })).toEqual([
      [0, 1, 1],
      [1, 9, 9],
    ]);
    expect(columnsOf([Number.NaN, Number.NaN], { offset: 0, step: 0.5 })).toEqual([]);
  });

  it('counts columns from the first tick on', () => {
    expect(columnsOf([3, 4], { offset: 10, step: 0.5 }, 100)).toEqual([[60, 3, 4]]);
  });
});

describe('pieces of a line', () => {
  const cut = (values: readonly number[], most: number) =>
    [...pieces(Float64Array.from(values), most)].map(({ from, to }) => [from, to]);

  it('share their ends, so that the line goes on', () => {
    expect(cut([1, 2, 3, 4, 5], 3)).toEqual([
      [0, 3],
      [2, 5],
      [4, 5],
    ]);
  });
  it('end at gaps', () => {
    expect(cut([Number.NaN, 1, 2, Number.NaN, 3], 10)).toEqual([
      [1, 3],
      [4, 5],
    ]);
    expect(cut([], 4)).toEqual([]);
  });
});
