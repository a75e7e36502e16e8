import { z } from 'zod';
import { text } from '../../../lib/text';
import { defineKind } from '../../contract/kind';
import { inferTraining } from '../../training/training-inference';
import { taskField, taskParam, trainingForm, trainingShape } from '../../training/training-params';

const linearParams = z.strictObject({
  task: taskParam,
  l2: z.number().min(0).max(1).default(0.001),
  ...trainingShape({
    epochs: 100,
    batchSize: 32,
    learningRate: 0.03,
    patience: 10,
    schedule: 'cosine',
    earlyStopping: false,
  }),
});

export const linearSpec = defineKind({
  id: 'train.linear',
  version: 2,
  stage: 'train',
  role: 'trainer',
  computesWith: 'network',
  icon: 'trending-up',
  title: text('Train linear model', '선형 모델 학습'),
  help: text(
    'Logistic regression for classes, linear regression for quantities: one weight for each column. Quick, easy to explain, and the model every other one has to beat. Scale the numbers first.',
    '클래스에는 로지스틱 회귀, 수치에는 선형 회귀를 학습합니다. 열마다 가중치가 하나여서 빠르고 설명하기 쉬우며, 다른 모델이 넘어야 할 기준이 됩니다. 먼저 수치를 정규화하세요.',
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
    l2: {
      label: text('L2 penalty', 'L2 규제'),
      help: text('Keeps weights small, against overfitting.', '가중치를 작게 유지해 과적합을 줄입니다.'),
      control: { type: 'number', min: 0, max: 1, step: 0.0001 },
    },
    ...trainingForm,
  },
  summary: ({ l2, epochs }) => text(`L2 ${l2} · ${epochs} epochs`, `L2 ${l2} · ${epochs} 에포크`),
  infer: (inputs, { task }) =>
    inferTraining(inputs, task, { name: text('a linear model', '선형 모델'), reads: 'numbers' }),
});
