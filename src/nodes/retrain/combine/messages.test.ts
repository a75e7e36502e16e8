import { expect, it } from 'vitest';
import { said } from '../../../testing/lib/said';
import { worded } from '../../../testing/lib/worded';
import { type combineWords, sayOfCombine } from './messages';

it('are worded in both languages', () => {
  expect(
    worded<typeof combineWords>({
      all: [sayOfCombine('all', { whys: [said('a'), said('b')] })],
      none: [sayOfCombine('none', { of: 3 })],
      some: [sayOfCombine('some', { counting: 1, of: 3, within: 5 })],
    }),
  ).toMatchInlineSnapshot(`
    [
      "all: test/a; test/b | test/a / test/b",
      "none: none of 3 signals fired | 신호 3개 중 작동한 것이 없음",
      "some: 1 of 3 signals fired within 5 ticks | 5틱 안에 신호 3개 중 1개만 작동함",
    ]
  `);
});
