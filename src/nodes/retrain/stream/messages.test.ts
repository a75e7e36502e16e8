import { expect, it } from 'vitest';
import { worded } from '../../../testing/lib/worded';
import { sayOfStream, type streamWords } from './messages';

it('are worded in both languages', () => {
  expect(
    worded<typeof streamWords>({
      ended: [sayOfStream('ended', { all: 60 })],
      waits: [sayOfStream('waits', { follow: '매출', to: 10 })],
      rows: [
        sayOfStream('rows', { from: 10, to: 20, all: 60, isLast: false }),
        sayOfStream('rows', { from: 50, to: 60, all: 60, isLast: true }),
      ],
    }),
  ).toMatchInlineSnapshot(`
    [
      "ended: At its end: all 60 rows have been handed out | 끝: 60행을 모두 내보냈어요",
      "waits: Waiting for new rows of “매출” after row 10 | 10행까지 내보냈고, “매출”에 새로 들어올 행을 기다려요",
      "rows: Rows 11 to 20 of 60 | 60행 중 11~20행",
      "rows: Rows 51 to 60 of 60 · at its end | 60행 중 51~60행 · 끝",
    ]
  `);
});
