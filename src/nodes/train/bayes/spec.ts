import { z } from 'zod';
import { text } from '../../../lib/text';
import { defineKind } from '../../contract/kind';
import { inferTraining } from '../../training/training-inference';

const bayesParams = z.strictObject({
  priors: z.enum(['seen', 'equal']).default('seen'),
  varSmoothing: z.number().min(1e-15).max(1).default(1e-9),
});

export const bayesSpec = defineKind({
  id: 'train.bayes',
  version: 1,
  stage: 'train',
  role: 'trainer',
  computesWith: 'nothing',
  icon: 'chart-bell-curve',
  title: text('Train naive Bayes', '나이브 베이즈 학습'),
  keywords: [
    'Gaussian',
    'GaussianNB',
    'probability',
    'classifier',
    'incremental',
    '가우시안',
    '확률',
    '분류',
    '증분',
    '모델 교육',
  ],
  inputs: [{ name: 'table', type: 'table', title: text('Table', '표') }],
  outputs: [{ name: 'model', type: 'model', title: text('Model', '모델') }],
  params: bayesParams,
  form: {
    priors: {
      label: text('Classes before any evidence', '사전 확률'),
      control: {
        type: 'choice',
        options: [
          { value: 'seen', label: text('As often as they occur', '데이터의 비율대로') },
          { value: 'equal', label: text('Equal', '균등') },
        ],
      },
    },
    varSmoothing: {
      label: text('Variance smoothing', '분산 평활'),
      control: { type: 'number', min: 1e-15, max: 1, scale: 'log' },
      section: 'advanced',
    },
  },
  summary: ({ priors }) =>
    priors === 'seen'
      ? text('Gaussian · priors as seen', '가우시안 · 데이터의 비율대로')
      : text('Gaussian · equal priors', '가우시안 · 균등한 사전 확률'),
  infer: (inputs) =>
    inferTraining(inputs, 'auto', {
      name: text('naive Bayes', '나이브 베이즈'),
      reads: 'numbers',
      predicts: 'classes',
    }),
});
