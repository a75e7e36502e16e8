import { describe, expect, it } from 'vitest';
import { clampNumber, readNumber, readWithin, stepNumber, whyClamped } from './step-number';

describe('stepping a number', () => {
  it('adds the step, ten of them with Shift, and stays in range', () => {
    expect(stepNumber(0.2, 1, false, { min: 0, max: 1, step: 0.1 })).toBe(0.3);
    expect(stepNumber(5, 1, true, { integer: true, max: 12 })).toBe(12);
    expect(stepNumber(0, -1, false, { min: 0 })).toBe(0);
  });
  it('climbs 1, 2, 5, 10 on a logarithmic scale', () => {
    expect(stepNumber(0.001, 1, false, { scale: 'log' })).toBe(0.002);
    expect(stepNumber(0.001, -1, false, { scale: 'log' })).toBe(0.0005);
    expect(stepNumber(0.003, 1, false, { scale: 'log' })).toBe(0.005);
    expect(stepNumber(32, 1, false, { scale: 'log', integer: true })).toBe(50);
    expect(stepNumber(0.01, 1, true, { scale: 'log' })).toBe(0.1);
  });
  it('rounds to whole numbers where it must', () => expect(clampNumber(2.6, { integer: true })).toBe(3));
  it('reads what people type', () => {
    expect(readNumber('1,234.5')).toBe(1234.5);
    expect(readNumber('１２')).toBe(12);
    expect(readNumber('−3')).toBe(-3);
    expect(readNumber('1e-3')).toBe(0.001);
    expect(readNumber('')).toBeNull();
    expect(readNumber('twelve')).toBeNull();
  });
  it('takes a comma for the decimal point where it cannot group thousands', () => {
    const shares: [string, number][] = [
      ['0,01', 0.01],
      ['0,5', 0.5],
      ['0,125', 0.125],
      [',5', 0.5],
      ['-1,5', -1.5],
      ['12,34', 12.34],
      ['1234,567', 1234.567],
      ['1,5e-3', 0.0015],
      ['１，５', 1.5],
      ['1.234,5', 1234.5],
      ['1,234,567', 1_234_567],
    ];
    for (const [typed, value] of shares) expect(readNumber(typed), typed).toBe(value);
  });
  it('reads no number where it may be either of two, or where commas make none', () => {
    for (const typed of ['1,234', '-1,234', '1,2,3', '1,23,456', '1,2.3', ',', '-', '1,5,']) {
      expect(readNumber(typed), typed).toBeNull();
    }
  });
  it('lets the range decide between two readings, and names both where it cannot', () => {
    expect(readWithin('1,234', { integer: true, min: 1 })).toBe(1234);
    expect(readWithin('1,234', { min: 0, max: 10 })).toBe(1.234);
    expect(readWithin('1,234', { min: 0 })).toEqual({ mayBe: [1234, 1.234] });
    expect(readWithin('1,234', { max: 1 })).toEqual({ mayBe: [1234, 1.234] });
    expect(readWithin('5', { max: 1 })).toBe(5);
    expect(readWithin('twelve', {})).toEqual({ mayBe: [] });
  });
});

describe('a number that a range makes another of', () => {
  it.each([
    [12.5, { integer: true, min: 1 }, 'whole'],
    [0, { integer: true, min: 1 }, 'nearest'],
    [2.5, { max: 1 }, 'nearest'],
    [12, { integer: true, min: 1, max: 100 }, null],
  ] as const)('%s within %o: %s', (value, range, why) => expect(whyClamped(value, range)).toBe(why));
});
