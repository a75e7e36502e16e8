import { expect, it } from 'vitest';
import { worded } from '../../../testing/lib/worded';
import { type distributionWords, sayOfDistribution } from './messages';

it('are worded in both languages', () => {
  expect(
    worded<typeof distributionWords>({
      'few-rows': [sayOfDistribution('few-rows', { chosen: 4, inARow: 0, inARowNeeded: 2, others: ['prediction'] })],
      columns: [
        sayOfDistribution('columns', {
          changed: ['나이', 'b', 'c', 'd'],
          testable: 6,
          needed: 3,
          share: 0.5,
          inARow: 3,
          inARowNeeded: 2,
          others: ['prediction', 'target'],
        }),
        sayOfDistribution('columns', {
          changed: [],
          testable: 6,
          needed: 3,
          share: null,
          inARow: 1,
          inARowNeeded: 2,
          others: [],
        }),
      ],
    }),
  ).toMatchInlineSnapshot(`
    [
      "few-rows: none of 4 columns has rows enough to compare, and so have the predictions; 0 of 2 batches in a row | 비교할 만큼 행이 있는 열이 4개 중 없음, 예측값도 바뀜, 연속 2배치 중 0배치",
      "columns: 4 of 6 columns have changed (“나이”, “b”, “c”…), bound 50 %, which is 3, and so have the predictions, and so have the labels; for 3 batches in a row, 2 needed | 6개 열 중 4개가 바뀜 (“나이”, “b”, “c”…), 기준 50 %(3개), 예측값도 바뀜, 라벨도 바뀜, 3배치 연속(2배치 필요)",
      "columns: 0 of 6 columns have changed, bound 3; 1 of 2 batches in a row | 6개 열 중 0개가 바뀜, 기준 3개, 연속 2배치 중 1배치",
    ]
  `);
});
