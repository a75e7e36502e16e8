import { expect, it } from 'vitest';
import { text } from '../../../lib/text';
import { said } from '../../../testing/lib/said';
import { worded } from '../../../testing/lib/worded';
import { sayOfTrain, type trainWords } from './messages';

it('are worded in both languages', () => {
  expect(
    worded<typeof trainWords>({
      'no-champion': [sayOfTrain('no-champion')],
      'no-stream': [sayOfTrain('no-stream')],
      'waits-for-signal': [sayOfTrain('waits-for-signal')],
      'waits-for-rows': [sayOfTrain('waits-for-rows', { missing: 1 }), sayOfTrain('waits-for-rows', { missing: 250 })],
      trains: [
        sayOfTrain('trains', { rows: 500, since: 2, again: false }),
        sayOfTrain('trains', { rows: 500, since: 2, again: true }),
      ],
      begins: [
        sayOfTrain('begins', { mode: 'full', from: 700, to: 1200, replay: 0, why: said('why') }),
        sayOfTrain('begins', { mode: 'incremental', from: 700, to: 1200, replay: 50, why: said('why') }),
      ],
      made: [
        sayOfTrain('made', { mode: 'full', rows: 500, version: 'a1', measure: 'accuracy', value: 0.91234 }),
        sayOfTrain('made', { mode: 'incremental', rows: 500, version: 'a1', measure: null, value: null }),
      ],
      failed: [sayOfTrain('failed', { mode: 'full', message: text('One class only.', '클래스가 하나뿐이에요.') })],
      'failed-alert': [
        sayOfTrain('failed-alert', {
          mode: 'full',
          message: text('One class only.', '클래스가 하나뿐이에요.'),
          hint: text('Wait.', '기다리세요.'),
        }),
      ],
    }),
  ).toMatchInlineSnapshot(`
    [
      "no-champion: Waits for a champion. | 챔피언을 기다려요.",
      "no-stream: The champion serves no stream, so there are no labelled rows to learn from. Connect a stream to the deployment. | 챔피언이 스트림을 받지 않아 학습할 라벨이 달린 행이 없어요. 배포에 스트림을 연결하세요.",
      "waits-for-signal: Waits for its signal to fire. | 신호가 작동하기를 기다려요.",
      "waits-for-rows: Fired; waits for 1 more labelled row. | 작동했어요. 라벨이 달린 행을 1개 더 기다려요.",
      "waits-for-rows: Fired; waits for 250 more labelled rows. | 작동했어요. 라벨이 달린 행을 250개 더 기다려요.",
      "trains: Trains on 500 rows since tick 2. | 2틱부터 500개 행으로 학습하고 있어요.",
      "trains: Trains on 500 rows since tick 2. It fired again: once more after this. | 2틱부터 500개 행으로 학습하고 있어요. 그동안 다시 작동해, 끝나면 한 번 더 학습해요.",
      "begins: Full retraining on rows 701 to 1200 begins: test/why. | 701~1200번째 행으로 전체 재학습을 시작해요: test/why.",
      "begins: Incremental training on rows 701 to 1200 and 50 of the past begins: test/why. | 701~1200번째 행과 과거의 50개 행으로 증분 재학습을 시작해요: test/why.",
      "made: Full retraining on 500 rows made v(a1): accuracy 0.9123. | 500개 행의 전체 재학습으로 v(a1)가 나왔어요: 정확도 0.9123.",
      "made: Incremental training on 500 rows made v(a1). | 500개 행의 증분 재학습으로 v(a1)가 나왔어요.",
      "failed: Full retraining failed: One class only. The champion goes on serving. | 전체 재학습이 실패했어요: 클래스가 하나뿐이에요. 챔피언이 예측을 계속 제공해요.",
      "failed-alert: Full retraining failed: One class only. The champion goes on serving. Wait. | 전체 재학습이 실패했어요: 클래스가 하나뿐이에요. 챔피언이 예측을 계속 제공해요. 기다리세요.",
    ]
  `);
});
