import { expect, it } from 'vitest';
import { fingerAfter } from './touch-drag';

it.each([
  ['rests a moment', { x: 0, y: 0 }, 100, 'undecided'],
  ['moves sideways', { x: 12, y: 5 }, 50, 'drags'],
  ['moves along the list', { x: 5, y: 12 }, 50, 'scrolls'],
  ['is held', { x: 2, y: 3 }, 250, 'drags'],
  ['is held, and has moved along by then', { x: 0, y: 40 }, 300, 'drags'],
] as const)('a finger that %s', (_, moved, heldMs, does) => expect(fingerAfter('undecided', moved, heldMs)).toBe(does));

it('does not change its mind', () => {
  expect(fingerAfter('scrolls', { x: 90, y: 12 }, 900)).toBe('scrolls');
  expect(fingerAfter('drags', { x: 0, y: 90 }, 900)).toBe('drags');
});
