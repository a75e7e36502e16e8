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
      control: { type: 'number', min: 0, max: 1_000_000, step: 0.1 },
      when: ({ l2 }) => l2 === null,
    },
    ...trainingForm,
    l2: {
      label: text('L2 penalty of the mean loss', '평균 손실 기준 L2 규제'),
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
