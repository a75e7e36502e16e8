import { describe, expect, it } from 'vitest';
import { count, duration, figure, percent, rounded, size } from './figures';

describe('a figure in a sentence', () => {
  it.each([
    [0, '0'],
    [-0.123456, '-0.1235'],
    [1 / 3, '0.3333'],
    [0.000012346, '0.00001235'],
    [1e-9, '1e-9'],
    [12.3456, '12.35'],
    [9999.9, '10000'],
    [-1234.5, '-1235'],
    [123_456.78, '123457'],
    [1_234_567, '1234567'],
    [2 ** 53, '9007199254740992'],
    [1.5e300, '1.5e+300'],
    [Number.NaN, 'NaN'],
    [Number.NEGATIVE_INFINITY, '-Infinity'],
  ])('of %d is %s', (value, words) => expect(figure(value)).toBe(words));

  it.each([
    [0, '0 %'],
    [0.05, '5 %'],
    [0.12345, '12.35 %'],
    [1, '100 %'],
  ])('of the share %d is %s', (share, words) => expect(percent(share)).toBe(words));

  it.each([
    [0, '0'],
    [999, '999'],
    [1_234_567, '1,234,567'],
  ])('of %d things is %s', (many, words) => expect(count(many)).toBe(words));

  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1_000, '1.0 kB'],
    [999_949, '999.9 kB'],
    [999_950, '1.0 MB'],
    [12_345_678, '12.3 MB'],
    [999_950_000, '1.0 GB'],
  ])('of %d bytes is %s', (bytes, words) => expect(size(bytes)).toBe(words));

  it.each([
    [0.4, '0 ms'],
    [999.4, '999 ms'],
    [999.5, '1.0 s'],
    [65_432, '65.4 s'],
  ])('of %d milliseconds is %s', (ms, words) => expect(duration(ms)).toBe(words));

  it('keeps as many digits as are asked for', () => {
    expect([rounded(12_345.678), rounded(0.123456, 2), rounded(0.1 + 0.2, 9)]).toEqual([12_350, 0.12, 0.3]);
  });
});
