import { describe, expect, it } from 'vitest';
import type { PredictionInput } from '../../worker/protocol';
import { sliderOf, writeSlid } from './slider-range';

const input = (min: number, max: number, type: 'number' | 'integer' | 'date' = 'number'): PredictionInput => ({
  field: { name: 'x', type, role: null },
  typical: '3',
  min,
  max,
});

describe('the slider of a column', () => {
  it('has round steps, some two hundred of them', () => {
    expect(sliderOf(input(0, 10))).toEqual({ min: 0, max: 10, step: 0.05, usual: 3 });
    expect(sliderOf(input(0, 0.37))?.step).toBe(0.001);
    expect(sliderOf(input(-5, 70_000))?.step).toBe(200);
  });
  it('steps by whole numbers where the column has only those', () => {
    expect(sliderOf(input(1, 5, 'integer'))?.step).toBe(1);
    expect(sliderOf(input(0, 99_999, 'integer'))?.step).toBe(200);
  });
  it('writes round values that stay within its ends', () => {
    const range = { min: 0.6923902328, max: 1.6465935568, step: 0.002, usual: 1 };
    expect(writeSlid(range, 0.7000000000000001)).toBe('0.7');
    expect(writeSlid(range, range.min)).toBe('0.6923902328');
    expect(writeSlid(range, range.max)).toBe('1.64659');
    expect(writeSlid({ ...range, max: 1.646589 }, 1.6465891)).toBe('1.646589');
  });
  it('is not offered for dates, constants and endless ranges', () => {
    expect(sliderOf(input(0, 10, 'date'))).toBeNull();
    expect(sliderOf(input(4, 4))).toBeNull();
    expect(sliderOf(input(-Number.MAX_VALUE, Number.MAX_VALUE))).toBeNull();
  });
});
