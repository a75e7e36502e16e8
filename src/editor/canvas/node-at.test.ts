import { expect, it } from 'vitest';
import { nodeAt } from './node-at';

const boxes = [
  ['a', { x: 0, y: 0, width: 100, height: 50 }],
  ['b', { x: 80, y: 0, width: 100, height: 50 }],
] as const;

it('finds the node at a point, the upper one where two lie there, or none', () => {
  expect(nodeAt(boxes, { x: 20, y: 20 })).toBe('a');
  expect(nodeAt(boxes, { x: 90, y: 20 })).toBe('b');
  expect(nodeAt(boxes, { x: 20, y: 60 })).toBeNull();
});
