import { z } from 'zod';
import { counted } from '../../../lib/figures';
import { text } from '../../../lib/text';
import { defineKind } from '../../contract/kind';
import { inferTraining } from '../../training/training-inference';
import {
  stackForm,
  stackShape,
  taskField,
  taskParam,
  trainingForm,
  trainingShape,
} from '../../training/training-params';

const denseParams = z.strictObject({
  task: taskParam,
  hidden: z.array(z.int().min(1).max(2_048)).max(8).default([64, 32]),
  ...stackShape,
  ...trainingShape({
    epochs: 100,
    batchSize: 32,
    learningRate: 0.001,
    patience: 10,
    schedule: 'constant',
    earlyStopping: true,
  }),
});

export type DenseParams = z.infer<typeof denseParams>;

export const denseSpec = defineKind({
  id: 'train.dense',
  version: 3,
  stage: 'train',
  role: 'trainer',
  computesWith: 'network',
  icon: 'brain-circuit',
  title: text('Train dense network', '심층 신경망 학습'),
  keywords: [
    'neural network',
    'mlp',
    'deep learning',
    'classifier',
    'regression',
    '신경망',
    '딥러닝',
    '분류',
    '회귀',
    '모델 교육',
  ],
  inputs: [{ name: 'table', type: 'table', title: text('Table', '표') }],
  outputs: [{ name: 'model', type: 'model', title: text('Model', '모델') }],
  params: denseParams,
  form: {
    task: taskField,
    hidden: {
      label: text('Hidden layers', '은닉층'),
      control: { type: 'numbers', min: 1, max: 2_048, maxLength: 8 },
    },
    ...stackForm,
    ...trainingForm,
  },
  summary: ({ hidden, activation, epochs }) => {
    const layers =
      hidden.length === 0 ? text('no hidden layer', '은닉층 없음') : text(hidden.join('–'), hidden.join('–'));
    return text(
      `${layers.en} · ${activation} · ${counted(epochs, 'epoch')}`,
      `${layers.ko} · ${activation} · ${epochs} 에포크`,
    );
  },
  infer: (inputs, { task }) => inferTraining(inputs, task, { name: text('a network', '신경망'), reads: 'numbers' }),
});
