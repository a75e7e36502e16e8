import { describe, expect, it } from 'vitest';
import { createRandom } from '../../lib/random';
import { classCarriesOn, quantityCarriesOn } from './carries-on';
import { exactSum } from './exact-sum';
import { classByNearest, varianceLeftByNearest } from './nearest-answer';

const noise = (rows: number, seed: number): Float64Array => {
  const random = createRandom(seed);
  return Float64Array.from({ length: rows }, () => random.normal());
};

describe('one column alone', () => {
  const labels = Int32Array.from(noise(400, 1), (value) => (value > 0.3 ? 1 : 0));

  it('names classes that it is a code of, whatever the order of the codes', () => {
    const code = Float64Array.from(labels, (label) => (label === 1 ? 7 : 90));
    expect(classByNearest(code, labels, true)).toMatchObject({ right: 1, rows: 200 });
    expect(classByNearest(code, labels, false)).toMatchObject({ right: 1, rows: 200 });
  });

  it('names no more than the usual class where it is a number of each row, or noise', () => {
    const ids = Float64Array.from(labels, (_, row) => row);
    expect(classByNearest(ids, labels, true).right).toBe(0);
    expect(classByNearest(noise(400, 2), labels, false).right).toBeLessThan(0.8);
    expect(classByNearest(ids, labels, false).usual).toBeCloseTo(0.62, 1);
  });

  it('leaves next to nothing of a quantity that bends with it, and nearly all of one that does not', () => {
    const x = noise(2_000, 3);
    expect(
      varianceLeftByNearest(
        x,
        x.map((value) => value * value * value + 2),
      ),
    ).toBeLessThan(0.001);
    expect(varianceLeftByNearest(x, noise(2_000, 4))).toBeGreaterThan(0.8);
  });

  it('passes over what is missing', () => {
    const x = noise(400, 5).map((value, row) => (row % 5 === 0 ? Number.NaN : value));
    expect(varianceLeftByNearest(x, x)).toBeLessThan(0.05);
    expect(classByNearest(x, labels, false).rows).toBe(160);
    expect(classByNearest(new Float64Array(4).fill(Number.NaN), [0, 1, 0, 1], false)).toMatchObject({
      rows: 0,
      right: 0,
    });
  });
});

describe('columns whose weighted sum is the target', () => {
  const columns = Array.from({ length: 6 }, (_, k) => noise(300, 10 + k));
  const [a = noise(1, 1), b = noise(1, 1), c = noise(1, 1)] = columns;

  it('are found, and no others', () => {
    const sum = a.map((value, row) => value + 3 * (c[row] ?? 0) - 2);
    expect([...(exactSum(columns, sum) ?? [])].sort()).toEqual([0, 2]);
    expect(exactSum(columns, a)).toEqual([0]);
  });

  it('are found where the sum was rounded when it was written down', () => {
    const sum = a.map((value, row) => Math.round((100 * value + 100 * (b[row] ?? 0)) * 10) / 10);
    expect([...(exactSum(columns, sum) ?? [])].sort()).toEqual([0, 1]);
  });

  it('are none where noise is part of it, rows are few, or nothing varies', () => {
    const off = noise(300, 99);
    expect(
      exactSum(
        columns,
        a.map((value, row) => value + 0.05 * (off[row] ?? 0)),
      ),
    ).toBeNull();
    expect(exactSum([Float64Array.of(1, 2), Float64Array.of(3, 1)], Float64Array.of(5, 6))).toBeNull();
    expect(exactSum(columns, new Float64Array(300).fill(0.1))).toBeNull();
  });

  it('are found beside columns that are sums of each other', () => {
    const both = a.map((value, row) => value + (b[row] ?? 0));
    const target = both.map((value, row) => value + (c[row] ?? 0));
    expect(exactSum([a, b, both, c], target)).toHaveLength(2);
  });
});

describe('rows one after the other', () => {
  it('carry on where each is like the one before, and not where they come at random', () => {
    const steps = noise(500, 40);
    const walk = steps.map((_, row) => steps.slice(Math.max(0, row - 5), row + 1).reduce((sum, step) => sum + step, 0));
    const classes = (values: Float64Array): Int32Array =>
      Int32Array.from(values, (value) => (value > 1 ? 2 : value > 0 ? 1 : 0));
    expect([quantityCarriesOn(walk), classCarriesOn(classes(walk))]).toEqual([true, true]);
    expect([quantityCarriesOn(steps), classCarriesOn(classes(steps))]).toEqual([false, false]);
  });

  it('say nothing where nothing varies, is there, or alternates', () => {
    const alternating = Float64Array.from({ length: 100 }, (_, row) => row % 2);
    for (const values of [
      new Float64Array(100).fill(3),
      new Float64Array(100).fill(Number.NaN),
      new Float64Array(0),
      alternating,
    ])
      expect(quantityCarriesOn(values)).toBe(false);
    for (const classes of [new Int32Array(100), new Int32Array(100).fill(-1), [], [...alternating]])
      expect(classCarriesOn(classes)).toBe(false);
  });
});
