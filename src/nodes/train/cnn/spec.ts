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

const cnnParams = z.strictObject({
  task: taskParam,
  filters: z.array(z.int().min(1).max(512)).min(1).max(6).default([8, 16]),
  kernel: z.int().min(1).max(11).default(3),
  pool: z.int().min(1).max(8).default(2),
  hidden: z.array(z.int().min(1).max(2_048)).max(4).default([64]),
  ...stackShape,
  ...trainingShape({
    epochs: 15,
    batchSize: 32,
    learningRate: 0.001,
    patience: 5,
    schedule: 'constant',
    earlyStopping: true,
  }),
});

export const cnnSpec = defineKind({
  id: 'train.cnn',
  version: 3,
  stage: 'train',
  role: 'trainer',
  computesWith: 'network',
  icon: 'scan-eye',
  title: text('Train image network', '합성곱 신경망 학습'),
  keywords: ['cnn', 'convolution', 'image', 'vision', 'mnist', '합성곱', '이미지', '신경망', '모델 교육'],
  inputs: [{ name: 'table', type: 'table', title: text('Table', '표') }],
  outputs: [{ name: 'model', type: 'model', title: text('Model', '모델') }],
  params: cnnParams,
  form: {
    task: taskField,
    filters: {
      label: text('Filters', '필터 수'),
      control: { type: 'numbers', min: 1, max: 512, maxLength: 6 },
    },
    kernel: {
      label: text('Filter size', '필터 크기'),
      control: { type: 'number', min: 1, max: 11, integer: true, unit: text('pixels', '픽셀') },
    },
    pool: {
      label: text('Pooling size', '풀링 크기'),
      control: { type: 'number', min: 1, max: 8, integer: true, unit: text('pixels', '픽셀') },
    },
    hidden: {
      label: text('Dense layers', '완전 연결 층'),
      control: { type: 'numbers', min: 1, max: 2_048, maxLength: 4 },
    },
    ...stackForm,
    ...trainingForm,
  },
  summary: ({ filters, kernel, hidden, epochs }) => {
    const shape = [
      `${filters.join('–')} × ${kernel}×${kernel}`,
      ...(hidden.length === 0 ? [] : [hidden.join('–')]),
    ].join(' · ');
    return text(`${shape} · ${counted(epochs, 'epoch')}`, `${shape} · ${epochs} 에포크`);
  },
  infer: (inputs, { task }) =>
    inferTraining(inputs, task, { name: text('an image network', '합성곱 신경망'), reads: 'image' }),
});
