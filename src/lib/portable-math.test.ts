import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cosPi, exp, expm1, ln, log1p, log2, power, powerOfTwo, sinPi, wholePower } from './portable-math';

const off = (mine: number, theirs: number): number => Math.abs(mine - theirs) / Math.max(Math.abs(theirs), 5e-324);

test('ln agrees with the engine to a few units in the last place, over the whole range of numbers', () => {
  fc.assert(
    fc.property(fc.double({ min: 5e-324, max: Number.MAX_VALUE, noNaN: true }), (x) => {
      if (x !== 1) expect(off(ln(x), Math.log(x))).toBeLessThan(1e-15);
    }),
  );
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 3, noNaN: true }), (x) => {
      expect(Math.abs(ln(x) - Math.log(x))).toBeLessThanOrEqual(1e-15 * Math.max(Math.abs(Math.log(x)), 1e-3));
    }),
  );
  expect([ln(1), ln(0), ln(Number.POSITIVE_INFINITY)]).toEqual([0, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
  expect(ln(-1)).toBeNaN();
});

test('exp agrees with the engine to a few units in the last place, and ends in 0 and infinity', () => {
  fc.assert(
    fc.property(fc.double({ min: -708, max: 709, noNaN: true }), (x) => {
      expect(off(exp(x), Math.exp(x))).toBeLessThan(1e-15);
    }),
  );
  expect([exp(0), exp(-800), exp(800)]).toEqual([1, 0, Number.POSITIVE_INFINITY]);
  expect(exp(-745)).toBeGreaterThan(0);
  expect(exp(Number.NaN)).toBeNaN();
});

test('cosPi agrees with the engine and is exact at the quarters of a turn', () => {
  fc.assert(
    fc.property(fc.double({ min: -3, max: 3, noNaN: true }), (t) => {
      expect(Math.abs(cosPi(t) - Math.cos(Math.PI * t))).toBeLessThan(2e-15);
    }),
  );
  expect([cosPi(0), cosPi(1), cosPi(2)]).toEqual([1, -1, 1]);
  expect(Math.abs(cosPi(0.5))).toBe(0);
});

test('sinPi agrees with the engine, keeps the digits of a small angle, and is exact at the quarters of a turn', () => {
  fc.assert(
    fc.property(fc.double({ min: -3, max: 3, noNaN: true }), (t) => {
      expect(Math.abs(sinPi(t) - Math.sin(Math.PI * t))).toBeLessThan(2e-15);
    }),
  );
  expect([sinPi(0), sinPi(0.5), sinPi(1), sinPi(1.5)].map((value) => value + 0)).toEqual([0, 1, 0, -1]);
  expect(sinPi(1e-20)).toBeCloseTo(Math.PI * 1e-20, 34);
});

test('log1p and expm1 agree with the engine, near 0 above all', () => {
  for (const [mine, theirs, most] of [
    [log1p, Math.log1p, 1e300],
    [expm1, Math.expm1, 700],
  ] as const) {
    const agree = (x: number): void => {
      if (x !== 0) expect(off(mine(x), theirs(x))).toBeLessThan(2e-15);
    };
    fc.assert(fc.property(fc.double({ min: -0.999, max: most, noNaN: true }), agree));
    fc.assert(fc.property(fc.double({ min: -1e-3, max: 1e-3, noNaN: true }), agree));
    expect([mine(0), mine(Number.POSITIVE_INFINITY)]).toEqual([0, Number.POSITIVE_INFINITY]);
    expect(mine(Number.NaN)).toBeNaN();
  }
  expect([log1p(-1), expm1(Number.NEGATIVE_INFINITY)]).toEqual([Number.NEGATIVE_INFINITY, -1]);
});

test('powers agree with the engine, whole ones and powers of two exactly', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
      fc.double({ min: -5, max: 5, noNaN: true }),
      (x, y) => {
        expect(off(power(x, y), x ** y)).toBeLessThan(3e-14);
      },
    ),
  );
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 200 }), (n) => {
      expect(off(wholePower(0.9, n), 0.9 ** n)).toBeLessThan(1e-13);
    }),
  );
  expect([wholePower(3, 5), wholePower(7, 0), power(0, 0), power(0, 2), power(0, -1)]).toEqual([
    243,
    1,
    1,
    0,
    Infinity,
  ]);
  for (const k of [-1022, -3, 0, 1, 52, 1023]) expect([powerOfTwo(k), log2(powerOfTwo(k))]).toEqual([2 ** k, k]);
  expect(log2(10)).toBeCloseTo(Math.log2(10), 14);
});
