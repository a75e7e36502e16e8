import { z } from 'zod';
import { text } from '../../../lib/text';
import { defineKind } from '../../contract/kind';
import { inferTraining } from '../../training/training-inference';
import { taskField, taskParam } from '../../training/training-params';

const neighboursParams = z.strictObject({
  task: taskParam,
  neighbours: z.int().min(1).max(1_000).default(5),
  weights: z.enum(['uniform', 'distance']).default('uniform'),
  metric: z.enum(['euclidean', 'manhattan']).default('euclidean'),
});

export const neighboursSpec = defineKind({
  id: 'train.neighbours',
  version: 1,
  stage: 'train',
  role: 'trainer',
  computesWith: 'nothing',
  icon: 'waypoints',
  title: text('Train neighbours', '최근접 이웃 학습'),
  keywords: [
    'k-nearest neighbors',
    'kNN',
    'KNeighborsClassifier',
    'similar',
    'distance',
    'lazy',
    '최근접 이웃',
    'k-최근접',
    '거리',
    '분류',
    '회귀',
    '모델 교육',
  ],
  inputs: [{ name: 'table', type: 'table', title: text('Table', '표') }],
  outputs: [{ name: 'model', type: 'model', title: text('Model', '모델') }],
  params: neighboursParams,
  form: {
    task: taskField,
    neighbours: {
      label: text('Neighbours', '이웃 수'),
      control: { type: 'number', min: 1, max: 1_000, integer: true },
    },
    weights: {
      label: text('Votes', '투표 방식'),
      control: {
        type: 'choice',
        options: [
          { value: 'uniform', label: text('All alike', '모두 같게') },
          { value: 'distance', label: text('By the inverse of the distance', '거리의 역수로') },
        ],
      },
    },
    metric: {
      label: text('Distance', '거리'),
      control: {
        type: 'choice',
        options: [
          { value: 'euclidean', label: text('Euclidean', '유클리드 거리') },
          { value: 'manhattan', label: text('Manhattan', '맨해튼 거리') },
        ],
      },
    },
  },
  summary: ({ neighbours }) =>
    text(`${neighbours} nearest · carries its rows`, `이웃 ${neighbours}개 · 학습 행을 담음`),
  infer: (inputs, { task }) =>
    inferTraining(inputs, task, { name: text('a model of nearest neighbours', '최근접 이웃 모델'), reads: 'numbers' }),
});
