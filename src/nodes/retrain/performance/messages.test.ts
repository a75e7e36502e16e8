import { expect, it } from 'vitest';
import { worded } from '../../../testing/lib/worded';
import { type performanceWords, sayOfPerformance } from './messages';

it('are worded in both languages', () => {
  expect(
    worded<typeof performanceWords>({
      'drift-found': [sayOfPerformance('drift-found', { detector: 'adwin', tick: 9 })],
      'no-drift': [
        sayOfPerformance('no-drift', { detector: 'pageHinkley', warns: true, rows: 90, since: null }),
        sayOfPerformance('no-drift', { detector: 'ddm', warns: false, rows: 90, since: 4 }),
      ],
      unknown: [sayOfPerformance('unknown', { measure: 'rmse', rows: 0 })],
      'first-rows': [sayOfPerformance('first-rows', { measure: 'accuracy', rows: 120, needed: 300 })],
      'no-reference': [sayOfPerformance('no-reference', { measure: 'accuracy' })],
      'against-bound': [
        sayOfPerformance('against-bound', { measure: 'accuracy', value: 0.91, rows: 500, limit: 0.85 }),
      ],
      'against-champion': [
        sayOfPerformance('against-champion', {
          measure: 'accuracy',
          value: 0.8,
          rows: 500,
          limit: 0.81,
          worseBy: 0.1,
          reference: 0.9,
        }),
        sayOfPerformance('against-champion', {
          ...{ measure: 'accuracy', value: 0.77, rows: 500, limit: 0.775, worseBy: 0.1 },
          ...{ reference: 0.9, chance: 0.0392 },
        }),
      ],
    }),
  ).toMatchInlineSnapshot(`
    [
      "drift-found: ADWIN found drift at tick 9 | ADWIN이 9틱에서 드리프트를 찾음",
      "no-drift: Page-Hinkley warns, but finds no drift over 90 labelled rows | Page-Hinkley: 라벨이 달린 90개 행, 주의 단계이나 드리프트 없음",
      "no-drift: DDM finds no drift since tick 4 | DDM: 4틱 이후, 드리프트 없음",
      "unknown: RMSE cannot be told from 0 labelled rows | 라벨이 달린 0개 행으로는 평균 제곱근 오차(RMSE)를 알 수 없음",
      "first-rows: the champion’s own accuracy is known after 300 labelled rows, 120 so far | 챔피언 자체의 정확도는 라벨이 달린 300행부터 알 수 있는데 지금은 120행",
      "no-reference: the champion came without a figure of its own for accuracy | 챔피언이 만들어질 때의 정확도 수치가 없음",
      "against-bound: accuracy 0.91 over 500 rows, bound 0.85 | 500개 행의 정확도 0.91, 기준 0.85",
      "against-champion: accuracy 0.8 over 500 rows, bound 0.81, 10 % worse than the champion’s 0.9 | 500개 행의 정확도 0.8, 기준 0.81(챔피언의 0.9보다 10 % 나쁨)",
      "against-champion: accuracy 0.77 over 500 rows, bound 0.775, 10 % worse than the champion’s 0.9 ± 0.0392 | 500개 행의 정확도 0.77, 기준 0.775(챔피언의 0.9 ± 0.0392보다 10 % 나쁨)",
    ]
  `);
});
