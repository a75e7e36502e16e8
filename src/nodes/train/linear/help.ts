import { text } from '../../../lib/text';
import type { HelpOf } from '../../contract/help';
import { taskHelp, trainingHelp } from '../../training/training-help';
import type { linearSpec } from './spec';

export const linearHelp: HelpOf<typeof linearSpec> = {
  kind: text(
    'Logistic regression for classes, linear regression for quantities: one weight for each column. Quick, easy to explain, and the model every other one has to beat. Scale the numbers first.',
    '클래스에는 로지스틱 회귀, 수치에는 선형 회귀를 학습해요. 열마다 가중치가 하나여서 빠르고 설명하기 쉬우며, 다른 모델이 넘어야 할 기준이 돼요. 먼저 수치를 정규화하세요.',
  ),
  fields: {
    task: taskHelp,
    l2Strength: text(
      'Keeps weights small, against overfitting; the more training rows, the less it counts. 1 is what scikit-learn does with C = 1; C = 1 ÷ this.',
      '가중치를 작게 유지해 과적합을 줄여요. 학습 행이 많을수록 영향이 작아지고, 1이면 scikit-learn의 C = 1과 같아요 (C = 1 ÷ 이 값).',
    ),
    ...trainingHelp,
    iterations: text(
      'It ends by itself where no step lowers the loss any more, which takes a few dozen as a rule.',
      '손실을 더 낮출 수 없으면 스스로 끝나요. 보통 수십 번이면 충분해요.',
    ),
    l2: text(
      'A number of its own, whatever the rows, in place of the penalty above. Empty: the penalty above ÷ (2 × training rows).',
      '행 수와 상관없이 위의 규제 대신 쓸 값이에요. 비워 두면 위의 규제 ÷ (2 × 학습 행 수)로 정해요.',
    ),
  },
  options: {
    optimizer: {
      lbfgs: text(
        'Takes all rows at once, until no step lowers the loss: the one best answer, as scikit-learn gives it, the same on every machine. There is no rate to choose and nothing to stop early. Incremental retraining goes on from there by Adam.',
        '모든 행을 한 번에 보며 손실을 더 낮출 수 없을 때까지 가요. scikit-learn과 같은 단 하나의 최적해이고, 어느 기기에서나 같아요. 학습률을 고르거나 일찍 멈출 필요가 없어요. 증분 재학습은 거기서 Adam으로 이어 가요.',
      ),
    },
  },
};
