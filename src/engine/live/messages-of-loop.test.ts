import { expect, it } from 'vitest';
import { text } from '../../lib/text';
import { worded } from '../../testing/lib/worded';
import { type loopWords, sayOfLoop } from './messages-of-loop';

it('are worded in both languages', () => {
  expect(
    worded<typeof loopWords>({
      'could-not': [
        sayOfLoop('could-not', {
          name: 'Gate',
          code: 'odd',
          message: text('It is odd.', '이상해요.'),
          hint: text('Mend it.', '고치세요.'),
        }),
        sayOfLoop('could-not', {
          name: text('Deploy', '배포'),
          code: 'odd',
          message: text('It is odd.', '이상해요.'),
          hint: text('Mend it.', '고치세요.'),
        }),
      ],
      failed: [
        sayOfLoop('failed', {
          code: 'odd',
          message: text('It is odd.', '이상해요.'),
          hint: text('Mend it.', '고치세요.'),
        }),
      ],
      'cut-short': [
        sayOfLoop('cut-short', { rows: 1, since: 17, goesOn: true }),
        sayOfLoop('cut-short', { rows: 200, since: 17, goesOn: false }),
      ],
      'takes-no-part': [sayOfLoop('takes-no-part')],
    }),
  ).toMatchInlineSnapshot(`
    [
      "could-not: “Gate” could not do its part: It is odd. Mend it. | “Gate” 노드가 제 역할을 하지 못했어요: 이상해요. 고치세요.",
      "could-not: “Deploy” could not do its part: It is odd. Mend it. | “배포” 노드가 제 역할을 하지 못했어요: 이상해요. 고치세요.",
      "failed: It is odd. Mend it. | 이상해요. 고치세요.",
      "cut-short: The training on 1 row that began in tick 17 was still under way when the loop stopped; it goes on where the loop does. | 루프가 멈출 때 17틱에 시작한 1개 행의 학습이 끝나지 않았어요. 루프를 이어 가면 이어서 학습해요.",
      "cut-short: The training on 200 rows that began in tick 17 was still under way when the loop stopped; nothing came of it. | 루프가 멈출 때 17틱에 시작한 200개 행의 학습이 끝나지 않았어요. 결과는 나오지 않았어요.",
      "takes-no-part: Takes no part: a node that it listens to is off, failed or could not go live. | 참여하지 않아요: 값을 주는 노드가 꺼져 있거나 실패했거나 루프에 들어오지 못했어요.",
    ]
  `);
});
