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
  help: text(
    'Learns of each class where its numbers lie and how far they spread, and tells classes by Bayes’ rule. Learned in a moment, good with few rows, and further rows are counted in without forgetting the old. Columns that say the same thing twice make it too sure of itself: take another model where the probabilities matter.',
    '클래스마다 수치의 평균과 퍼짐을 배워 베이즈 규칙으로 클래스를 구별해요. 순식간에 학습되고 행이 적어도 잘 되며, 새 행을 더해도 예전 것을 잊지 않아요. 비슷한 열이 겹치면 지나치게 확신하므로 확률이 중요하면 다른 모델을 써 주세요.',
  ),
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
      help: text(
        'Equal: rare classes count as much as common ones.',
        '균등을 고르면 드문 클래스도 흔한 클래스만큼 중요하게 봐요.',
      ),
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
      help: text(
        'This share of the greatest variance is added to every variance. More makes the answers less sure.',
        '가장 큰 분산에 이 비율을 곱해 모든 분산에 더해요. 크게 하면 덜 확신하는 답이 나와요.',
      ),
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
