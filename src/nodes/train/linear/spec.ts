import { z } from 'zod';
import { counted } from '../../../lib/figures';
import { text } from '../../../lib/text';
import { defineKind } from '../../contract/kind';
import { inferTraining } from '../../training/training-inference';
import { taskField, taskParam, trainingForm, trainingShape } from '../../training/training-params';

const linearParams = z.strictObject({
  task: taskParam,
  l2Strength: z.number().min(0).max(1_000_000).default(1),
  /** In place of what follows from the strength and the rows. */
  l2: z.number().min(0).max(1).nullable().default(null),
  ...trainingShape({
    epochs: 100,
    batchSize: 32,
    learningRate: 0.03,
    patience: 10,
    schedule: 'cosine',
    earlyStopping: false,
  }),
});

export type LinearParams = z.infer<typeof linearParams>;

export const linearSpec = defineKind({
  id: 'train.linear',
  version: 3,
  stage: 'train',
  role: 'trainer',
  computesWith: 'network',
  icon: 'trending-up',
  title: text('Train linear model', '선형 모델 학습'),
  help: text(
    'Logistic regression for classes, linear regression for quantities: one weight for each column. Quick, easy to explain, and the model every other one has to beat. Scale the numbers first.',
    '클래스에는 로지스틱 회귀, 수치에는 선형 회귀를 학습해요. 열마다 가중치가 하나여서 빠르고 설명하기 쉬우며, 다른 모델이 넘어야 할 기준이 돼요. 먼저 수치를 정규화하세요.',
  ),
  keywords: [
    'logistic regression',
    'linear regression',
    'ridge',
    'softmax',
    '로지스틱 회귀',
    '선형 회귀',
    '분류',
    '모델 교육',
  ],
  inputs: [{ name: 'table', type: 'table', title: text('Table', '표') }],
  outputs: [{ name: 'model', type: 'model', title: text('Model', '모델') }],
  params: linearParams,
  form: {
    task: taskField,
    l2Strength: {
      label: text('L2 penalty', 'L2 규제'),
      help: text(
        'Keeps weights small, against overfitting; the more training rows, the less it counts. 1 is what scikit-learn does with C = 1; C = 1 ÷ this.',
        '가중치를 작게 유지해 과적합을 줄여요. 학습 행이 많을수록 영향이 작아지고, 1이면 scikit-learn의 C = 1과 같아요 (C = 1 ÷ 이 값).',
      ),
      control: { type: 'number', min: 0, max: 1_000_000, step: 0.1 },
      when: ({ l2 }) => l2 === null,
    },
    ...trainingForm,
    l2: {
      label: text('L2 penalty of the mean loss', '평균 손실 기준 L2 규제'),
      help: text(
        'A number of its own, whatever the rows, in place of the penalty above. Empty: the penalty above ÷ (2 × training rows).',
        '행 수와 상관없이 위의 규제 대신 쓸 값이에요. 비워 두면 위의 규제 ÷ (2 × 학습 행 수)로 정해요.',
      ),
      control: { type: 'number', min: 0, max: 1, step: 0.0001, nullable: true },
      section: 'advanced',
    },
  },
  summary: ({ l2Strength, l2, epochs }) => {
    const penalty = l2 === null ? `L2 × ${l2Strength}` : `L2 ${l2}`;
    return text(`${penalty} · ${counted(epochs, 'epoch')}`, `${penalty} · ${epochs} 에포크`);
  },
  infer: (inputs, { task }) =>
    inferTraining(inputs, task, { name: text('a linear model', '선형 모델'), reads: 'numbers' }),
});
