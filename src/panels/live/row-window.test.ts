import { describe, expect, it } from 'vitest';
import { rowStep, rowsInSight } from './row-window';

describe('the rows of a long table', () => {
  it('are drawn where they are in sight, with a few beyond', () => {
    expect(rowsInSight(28 * 5000, 280, 28, 10_000)).toEqual({ from: 4992, to: 5018 });
    expect(rowsInSight(0, 280, 28, 3)).toEqual({ from: 0, to: 3 });
  });

  it('are none too many where the list became shorter', () => {
    const { from, to } = rowsInSight(28 * 5000, 280, 28, 20);
    expect(from).toBeLessThan(to);
    expect(to).toBe(20);
  });

  it('are reached by keys, never beyond the ends', () => {
    expect(rowStep('ArrowDown', 3, 10, 4)).toBe(4);
    expect(rowStep('PageDown', 8, 10, 4)).toBe(9);
    expect(rowStep('PageUp', 2, 10, 4)).toBe(0);
    expect(rowStep('End', 0, 10, 4)).toBe(9);
    expect(rowStep('x', 0, 10, 4)).toBeNull();
  });
});
