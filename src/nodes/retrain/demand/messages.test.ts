import { expect, it } from 'vitest';
import { worded } from '../../../testing/lib/worded';
import { type demandWords, sayOfDemand } from './messages';

it('are worded in both languages', () => {
  expect(
    worded<typeof demandWords>({
      asked: [sayOfDemand('asked')],
      listed: [sayOfDemand('listed', { tick: 7 })],
      nobody: [sayOfDemand('nobody')],
    }),
  ).toMatchInlineSnapshot(`
    [
      "asked: a person asked for it | 사람이 요청함",
      "listed: tick 7 is on its list | 목록에 있는 7틱임",
      "nobody: nobody asked for it | 요청이 없음",
    ]
  `);
});
