import { expect, it } from 'vitest';
import { said } from '../../testing/lib/said';
import { worded } from '../../testing/lib/worded';
import { sayOfTrigger, type triggerWords } from './messages';

it('are worded in both languages', () => {
  expect(
    worded<typeof triggerWords>({
      'no-report': [sayOfTrigger('no-report')],
      fired: [sayOfTrigger('fired', { why: said('why') })],
      'not-fired': [sayOfTrigger('not-fired', { why: said('why') })],
      'too-few-rows': [
        sayOfTrigger('too-few-rows', { why: said('why'), rows: 100, minRows: 150, since: 'champion' }),
        sayOfTrigger('too-few-rows', { why: said('why'), rows: 100, minRows: 150, since: 'firing' }),
      ],
      'backed-off': [
        sayOfTrigger('backed-off', { why: said('figure'), holds: 1, batches: 10 }),
        sayOfTrigger('backed-off', { why: said('figure'), holds: 3, batches: 1 }),
      ],
      awaited: [
        sayOfTrigger('awaited', { why: said('why'), since: 10, rows: 250 }),
        sayOfTrigger('awaited', { why: said('why'), since: 10, rows: 1 }),
      ],
      'cool-down': [sayOfTrigger('cool-down', { why: said('why'), batches: 1, coolDown: 3 })],
    }),
  ).toMatchInlineSnapshot(`
    [
      "no-report: Waits for the monitor’s report. | 모니터의 보고서를 기다려요.",
      "fired: Fired: test/why. | 작동했어요: test/why.",
      "not-fired: Did not fire: test/why. | 작동하지 않았어요: test/why.",
      "too-few-rows: Would fire (test/why), but 100 of 150 labelled rows since the last champion. | 작동할 조건이지만(test/why), 마지막 챔피언 이후 라벨이 달린 행이 150개 중 100개뿐이에요.",
      "too-few-rows: Would fire (test/why), but 100 of 150 labelled rows since the last firing. | 작동할 조건이지만(test/why), 마지막 작동 이후 라벨이 달린 행이 150개 중 100개뿐이에요.",
      "backed-off: Would fire (test/figure), but 1 challenger trained for this was held: it asks again in 10 batches, and waits twice as long after every hold. | 작동할 조건이지만(test/figure), 이 때문에 학습한 도전자 1개가 승격되지 않아 10배치 뒤에 다시 요청해요. 승격되지 않을 때마다 두 배로 기다려요.",
      "backed-off: Would fire (test/figure), but 3 challengers trained for this were held: it asks again in 1 batch, and waits twice as long after every hold. | 작동할 조건이지만(test/figure), 이 때문에 학습한 도전자 3개가 승격되지 않아 1배치 뒤에 다시 요청해요. 승격되지 않을 때마다 두 배로 기다려요.",
      "awaited: Would fire (test/why), but the training asked for in tick 10 still waits for 250 more labelled rows. | 작동할 조건이지만(test/why), 10틱에 요청한 학습이 라벨이 달린 행을 아직 250개 더 기다려요.",
      "awaited: Would fire (test/why), but the training asked for in tick 10 still waits for 1 more labelled row. | 작동할 조건이지만(test/why), 10틱에 요청한 학습이 라벨이 달린 행을 아직 1개 더 기다려요.",
      "cool-down: Would fire (test/why), but 1 of 3 batches of its cool-down have passed. | 작동할 조건이지만(test/why), 쉬는 시간 3배치 중 1배치만 지났어요.",
    ]
  `);
});
