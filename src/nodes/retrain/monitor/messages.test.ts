import { expect, it } from 'vitest';
import { said } from '../../../testing/lib/said';
import { worded } from '../../../testing/lib/worded';
import { type monitorWords, sayOfMonitor } from './messages';

it('are worded in both languages', () => {
  expect(
    worded<typeof monitorWords>({
      waits: [sayOfMonitor('waits')],
      status: [sayOfMonitor('status', { how: said('how'), where: said('where') })],
      'no-labels': [sayOfMonitor('no-labels')],
      performance: [sayOfMonitor('performance', { measure: 'accuracy', value: 0.91234, rows: 300 })],
      'no-columns': [sayOfMonitor('no-columns')],
      'few-rows': [sayOfMonitor('few-rows')],
      'columns-drift': [sayOfMonitor('columns-drift', { drifting: 2, judged: 7 })],
      'prediction-drift': [
        sayOfMonitor('prediction-drift', {
          method: 'chi-square',
          statistic: 12,
          pValue: 0.0004,
          threshold: 0.001,
          effect: 0.31,
          rows: 500,
        }),
      ],
      'target-drift': [
        sayOfMonitor('target-drift', {
          column: '매출',
          method: 'wasserstein',
          statistic: 0.61,
          pValue: null,
          threshold: 0.1,
          effect: 0.31,
          rows: 500,
        }),
      ],
      'data-drift': [
        sayOfMonitor('data-drift', {
          columns: ['a', 'b', 'c', 'd', 'e', 'f'],
          judged: 9,
          strongest: 'b',
          method: 'ks',
          statistic: 0.4,
          pValue: 1e-9,
          threshold: 0.001,
          effect: 0.9,
          rows: 500,
        }),
      ],
      'error-rise': [
        sayOfMonitor('error-rise', { detector: 'adwin', before: 0.1, after: 0.3 }),
        sayOfMonitor('error-rise', { detector: 'ddm', before: null, after: null }),
      ],
      'below-limit': [sayOfMonitor('below-limit', { measure: 'accuracy', value: 0.71, rows: 200, limit: 0.8 })],
      'below-own': [
        sayOfMonitor('below-own', { measure: 'rmse', value: 31, rows: 200, limit: 25, own: 20, tolerated: 0.8 }),
        sayOfMonitor('below-own', {
          ...{ measure: 'accuracy', value: 0.7, rows: 500, limit: 0.768, own: 0.853, tolerated: 0.9 },
          referenceOf: 'evaluation',
        }),
        sayOfMonitor('below-own', {
          ...{ measure: 'accuracy', value: 0.7, rows: 500, limit: 0.768, own: 0.853, tolerated: 0.9 },
          referenceOf: 'first-rows',
          referenceRows: 300,
          chance: 0.0412,
        }),
      ],
      'reference-adopted': [
        sayOfMonitor('reference-adopted', { from: 7_200, to: 8_300, byHand: false }),
        sayOfMonitor('reference-adopted', { from: 7_200, to: 8_300, byHand: true }),
      ],
      unfair: [
        sayOfMonitor('unfair', { figure: 'parityDifference', column: '성별', value: 0.31, limit: 0.2 }),
        sayOfMonitor('unfair', { figure: 'parityRatio', column: 'sex', value: 0.61, limit: 0.8 }),
      ],
      type: [sayOfMonitor('type', { column: 'x' })],
      'duplicate-rows': [sayOfMonitor('duplicate-rows', { share: 0.312, reference: 0.02 })],
      missing: [sayOfMonitor('missing', { column: 'x', share: 0.055, reference: 0 })],
      'unseen-category': [
        sayOfMonitor('unseen-category', { column: 'x', rows: 1, example: '세종' }),
        sayOfMonitor('unseen-category', { column: 'x', rows: 3, example: '세종' }),
      ],
      range: [sayOfMonitor('range', { column: 'x', rows: 1, min: 0.1, max: 9.87654 })],
      constant: [sayOfMonitor('constant', { column: 'x' })],
    }),
  ).toMatchInlineSnapshot(`
    [
      "waits: Waiting for predictions | 예측을 기다려요",
      "status: test/how · test/where | test/how · test/where",
      "no-labels: no labels yet | 아직 정답 없음",
      "performance: accuracy 0.912 over 300 rows | 300행 정확도 0.912",
      "no-columns: no columns to compare | 비교할 열 없음",
      "few-rows: too few rows to judge drift | 드리프트를 판정하기에는 행이 부족함",
      "columns-drift: 2 of 7 columns drift | 7개 열 중 2개 드리프트",
      "prediction-drift: What the model answers has drifted: chi-square p 0.0004 < 0.001, PSI 0.31 over 500 rows | 모델의 예측이 달라졌어요: 카이제곱 p 0.0004 < 0.001, PSI 0.31, 500행",
      "target-drift: The labels of “매출” have drifted: Wasserstein 0.61 ≥ 0.1 over 500 rows | “매출”의 정답이 달라졌어요: 바서슈타인 0.61 ≥ 0.1, 500행",
      "data-drift: 6 of 9 columns drift: “a”, “b”, “c”, “d”, “e” … (“b”: Kolmogorov-Smirnov p 1e-9 < 0.001, PSI 0.9 over 500 rows) | 9개 열 중 6개가 달라졌어요: “a”, “b”, “c”, “d”, “e” … (“b”: 콜모고로프-스미르노프 p 1e-9 < 0.001, PSI 0.9, 500행)",
      "error-rise: ADWIN saw the mean error rise from 0.1 to 0.3 | ADWIN이 평균 오차가 오른 것을 감지했어요 (0.1 → 0.3)",
      "error-rise: DDM saw the mean error rise | DDM이 평균 오차가 오른 것을 감지했어요",
      "below-limit: Accuracy over the last 200 labelled rows is 0.71, below 0.8 | 최근 정답 200행의 정확도 0.71: 0.8 미만",
      "below-own: RMSE over the last 200 labelled rows is 31, above 25 (20 when it was made, tolerated to 80 %) | 최근 정답 200행의 평균 제곱근 오차(RMSE) 31: 25 초과 (만들 때 20, 허용 80 %)",
      "below-own: Accuracy over the last 500 labelled rows is 0.7, below 0.768 (0.853 in its evaluation before the loop, tolerated to 90 %) | 최근 정답 500행의 정확도 0.7: 0.768 미만 (루프 전 평가에서 0.853, 허용 90 %)",
      "below-own: Accuracy over the last 500 labelled rows is 0.7, below 0.768 (0.853 ± 0.0412 on the first 300 rows that it served, tolerated to 90 %) | 최근 정답 500행의 정확도 0.7: 0.768 미만 (예측을 제공한 첫 300행에서 0.853 ± 0.0412, 허용 90 %)",
      "reference-adopted: Drift is compared with rows 7201 to 8300 from now on: the challenger trained on them was held, for the champion does as well there | 챔피언이 새 행에서도 뒤지지 않아 도전자를 승격하지 않았으므로, 지금부터 도전자가 학습한 7201~8300행을 기준으로 드리프트를 봐요",
      "reference-adopted: Drift is compared with rows 7201 to 8300 from now on, as a person asked | 사람이 정한 대로 지금부터 7201~8300행을 기준으로 드리프트를 봐요",
      "unfair: The difference in selection rates between groups of “성별” is 0.31, above 0.2 | “성별” 집단 사이의 선택률 차이 0.31: 0.2 초과",
      "unfair: The ratio of selection rates between groups of “sex” is 0.61, below 0.8 | “sex” 집단 사이의 선택률 비율 0.61: 0.8 미만",
      "type: Column “x” is absent or not of the type that the model was trained on | “x” 열이 없거나 모델이 학습한 유형과 달라요",
      "duplicate-rows: 31 % of the batch’s rows repeat another (reference 2 %) | 배치 행의 31 %가 다른 행과 같아요(기준 2 %)",
      "missing: 5.5 % of “x” is missing (reference 0 %) | “x” 열의 5.5 %가 비어 있어요(기준 0 %)",
      "unseen-category: 1 row of “x” holds a word that training did not have, such as “세종” | “x” 열의 1행에 “세종”처럼 학습에 없던 값이 있어요",
      "unseen-category: 3 rows of “x” hold words that training did not have, such as “세종” | “x” 열의 3행에 “세종”처럼 학습에 없던 값이 있어요",
      "range: 1 row of “x” lies outside 0.1 to 9.877 and its margin | “x” 열의 1행이 0.1~9.877과 여유를 벗어났어요",
      "constant: “x” holds one value only in this batch | “x” 열에 이 배치에서는 값이 하나뿐이에요",
    ]
  `);
});
