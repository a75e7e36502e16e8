import { expect, it } from 'vitest';
import { fileNameOf } from './file-name';

it('names files so that every system takes them', () => {
  expect(fileNameOf('')).toBe('pipeline');
  expect(fileNameOf('a/b: "c"\n')).toBe('a-b- -c--');
  expect(fileNameOf('..붓꽃 분류')).toBe('붓꽃 분류');
});
