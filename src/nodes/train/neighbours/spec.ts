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
  help: text(
    'Nearest neighbours: answers a row as the training rows most like it: a vote of their classes, or the mean of their quantities. Good where similar rows have similar answers and there are not many columns; scale the numbers first. The model carries its training rows (at most 50,000), and whoever gets its file can read them: do not use it for personal data that must stay here.',
    '가장 비슷한 학습 행들의 클래스를 투표하거나 수치의 평균을 내어 답해요. 비슷한 행이 비슷한 답을 갖고 열이 많지 않을 때 좋아요. 먼저 수치를 정규화해 주세요. 모델에 학습 행이 최대 50,000개까지 그대로 담겨 모델 파일을 받은 사람은 누구나 읽을 수 있으니, 밖으로 나가면 안 되는 개인정보에는 쓰지 마세요.',
  ),
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
      help: text(
        'How many rows answer. Few follow every detail, many smooth them out.',
        '몇 개의 행이 답할지 정해요. 적으면 세세한 것까지 따르고, 많으면 매끄러워져요.',
      ),
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
