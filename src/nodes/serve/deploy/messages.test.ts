import { expect, it } from 'vitest';
import { text } from '../../../lib/text';
import { worded } from '../../../testing/lib/worded';
import { type deployWords, sayOfDeploy } from './messages';

it('are worded in both languages', () => {
  expect(
    worded<typeof deployWords>({
      first: [sayOfDeploy('first')],
      serves: [sayOfDeploy('serves', { version: 'a1' })],
      status: [
        sayOfDeploy('status', { version: 'a1', rows: 100, answered: 97, warned: 2 }),
        sayOfDeploy('status', { version: 'a1', rows: 100, answered: 100, warned: 0 }),
      ],
      batch: [
        sayOfDeploy('batch', { rows: 1, answered: 1, warned: 0 }),
        sayOfDeploy('batch', { rows: 100, answered: 97, warned: 2 }),
      ],
      'none-answered': [sayOfDeploy('none-answered', { reasons: ['missing-column', 'range'] })],
      'rolled-back-by-hand': [sayOfDeploy('rolled-back-by-hand', { from: 'b2', to: 'a1' })],
      'nothing-before': [sayOfDeploy('nothing-before', { version: 'a1' })],
      'cannot-serve': [
        sayOfDeploy('cannot-serve', {
          former: 'a1',
          version: 'b2',
          code: 'version-gone',
          message: text('It is gone.', '없어요.'),
        }),
      ],
      unavailable: [sayOfDeploy('unavailable', { code: 'version-gone', message: text('It is gone.', '없어요.') })],
    }),
  ).toMatchInlineSnapshot(`
    [
      "first: The model that the pipeline trained. | 파이프라인이 학습시킨 모델이에요.",
      "serves: v(a1) serves | v(a1) 제공 중",
      "status: v(a1) · answered 97 of 100 · 2 warned | v(a1) · 100행 중 97행에 답함 · 경고 2",
      "status: v(a1) · answered 100 of 100 | v(a1) · 100행 중 100행에 답함",
      "batch: Answered 1 row. | 1행에 답했어요.",
      "batch: Answered 97 of 100 rows, 2 with a warning; 3 refused. | 100행 중 97행에 답했어요, 경고 2행. 3행은 답하지 않았어요.",
      "none-answered: No row of the batch could be answered: missing-column, range. | 배치의 어떤 행에도 답하지 못했어요: missing-column, range.",
      "rolled-back-by-hand: Rolled back from v(b2) to v(a1) by hand. | 사람이 v(b2)에서 v(a1)로 롤백했어요.",
      "nothing-before: There is no champion before v(a1) to go back to. | v(a1) 이전의 챔피언이 없어 롤백할 수 없어요.",
      "cannot-serve: v(a1) goes on serving, since v(b2) cannot: It is gone. | v(b2)로 바꿀 수 없어 v(a1)가 예측을 계속 제공해요: 없어요.",
      "unavailable: It is gone. | 없어요.",
    ]
  `);
});
