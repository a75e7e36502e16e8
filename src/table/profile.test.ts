import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowsToTable } from './cells';
import { type ColumnProfile, profileColumn } from './profile';
import { medianOf } from './select';
import type { ColumnType } from './table';

function profileOf(type: ColumnType, cells: (string | null)[]): ColumnProfile | undefined {
  const { columns, rows } = rowsToTable(
    [{ name: 'x', type, role: null }],
    cells.map((x) => ({ x })),
  );
  return columns.map((column) => profileColumn(column, rows))[0];
}

describe('the profile of a column', () => {
  it('gives moments with the n-1 standard deviation and counts what is missing', () => {
    expect(profileOf('number', ['1', '2', '4', '9', null])).toMatchObject({
      missing: 1,
      distinct: 4,
      distinctIsExact: true,
      numeric: { min: 1, max: 9, mean: 4, median: 3, sd: Math.sqrt(38 / 3) },
    });
  });

  it('puts every present value in one of equal bins', () => {
    const histogram = profileOf('number', ['0', '0.5', '10', '10', null])?.histogram;
    expect(histogram?.edges).toHaveLength(21);
    expect(histogram?.counts).toEqual([1, 1, ...new Array(17).fill(0), 2]);
  });

  it('gives each whole number of a narrow range its own bin', () => {
    expect(profileOf('integer', ['1', '3', '3'])?.histogram).toEqual({
      edges: [0.5, 1.5, 2.5, 3.5],
      counts: [1, 0, 2],
    });
  });

  it('says null where nothing is present and one bin where all is equal', () => {
    expect(profileOf('number', [null, null])).toMatchObject({ missing: 2, distinct: 0, numeric: null });
    expect(profileOf('number', ['5', '5'])?.histogram).toEqual({ edges: [5, 5], counts: [2] });
  });

  it('ranks words by frequency and passes over words no row uses', () => {
    expect(profileOf('category', ['b', 'a', 'b', null])).toMatchObject({
      missing: 1,
      distinct: 2,
      top: [
        { value: 'b', count: 2 },
        { value: 'a', count: 1 },
      ],
    });
    expect(profileOf('boolean', ['true', 'false', 'true'])?.top).toEqual([
      { value: 'true', count: 2 },
      { value: 'false', count: 1 },
    ]);
  });

  it('stops counting distinct values at a thousand and says so', () => {
    const many = Array.from({ length: 1_500 }, (_, i) => String(i));
    expect(profileOf('number', many)).toMatchObject({ distinct: 1_000, distinctIsExact: false });
    expect(profileOf('text', many)).toMatchObject({ distinct: 1_000, distinctIsExact: false });
    expect(profileOf('text', many)?.top).toHaveLength(12);
  });

  it('has the median that sorting gives', () => {
    const finite = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 });
    fc.assert(
      fc.property(fc.array(finite, { minLength: 1, maxLength: 60 }), (values) => {
        const sorted = Float64Array.from(values).sort();
        const half = sorted.length >> 1;
        const upper = sorted[half] ?? 0;
        const lower = sorted.length % 2 === 1 ? upper : (sorted[half - 1] ?? 0);
        expect(medianOf(Float64Array.from(values))).toBeCloseTo((lower + upper) / 2, 6);
      }),
    );
  });
});
