import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cosPi, exp, ln } from './portable-math';

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
