import { expect, it } from 'vitest';
import { worded } from '../../../testing/lib/worded';
import { type newDataWords, sayOfNewData } from './messages';

it('are worded in both languages', () => {
  expect(
    worded<typeof newDataWords>({
      'follows-nothing': [sayOfNewData('follows-nothing')],
      came: [
        sayOfNewData('came', { rows: 400, every: 1000, count: 'labelled' }),
        sayOfNewData('came', { rows: 400, every: 1000, count: 'handed-out' }),
        sayOfNewData('came', { rows: 1, every: 2, count: 'versions' }),
      ],
    }),
  ).toMatchInlineSnapshot(`
    [
      "follows-nothing: the stream goes on with no data set of the lake | 스트림이 이어서 받는 레이크 데이터 세트가 없음",
      "came: 400 of 1000 labelled rows since it last fired | 마지막 작동 이후 라벨이 달린 행 1000개 중 400개",
      "came: 400 of 1000 rows since it last fired | 마지막 작동 이후 들어온 행 1000개 중 400개",
      "came: 1 of 2 versions of the data set since it last fired | 마지막 작동 이후 데이터 세트의 버전 2개 중 1개",
    ]
  `);
});
