import { expect, it } from 'vitest';
import { inColumns } from './columns';

it('columns stand below each other, wide letters and short rows among them', () => {
  expect(inColumns([['버전', '행'], ['v12', '4'], ['한'], []])).toEqual(['버전  행', 'v12   4', '한', '']);
});
