import { expect, it } from 'vitest';
import { byNumberOrCodePoint } from './word-order';

it('words stand in the order of their code points, as in Python, numbers before them by their size', () => {
  const emoji = '😀';
  const full = '\uff21';
  expect([emoji, '10', full, 'b', '9', 'a'].sort(byNumberOrCodePoint)).toEqual(['9', '10', 'a', 'b', full, emoji]);
});
