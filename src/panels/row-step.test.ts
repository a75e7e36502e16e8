import { expect, it } from 'vitest';
import { rowStep } from './row-step';

it('rows of a long table are reached by keys, never beyond the ends', () => {
  expect(rowStep('ArrowDown', 3, 10, 4)).toBe(4);
  expect(rowStep('PageDown', 8, 10, 4)).toBe(9);
  expect(rowStep('PageUp', 2, 10, 4)).toBe(0);
  expect(rowStep('End', 0, 10, 4)).toBe(9);
  expect(rowStep('x', 0, 10, 4)).toBeNull();
});
