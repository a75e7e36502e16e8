import { z } from 'zod';
import { text } from '../../../lib/text';
import { defineKind } from '../../contract/kind';

const POLICIES = ['warn', 'refuse', 'missing'] as const;

const deployParams = z.strictObject({
  name: z.string().max(80).default(''),
  policy: z.enum(POLICIES).default('warn'),
  checkColumns: z.boolean().default(true),
  checkRanges: z.boolean().default(true),
  margin: z.number().min(0).max(10).default(0.25),
  checkCategories: z.boolean().default(true),
});
export type DeployParams = z.infer<typeof deployParams>;

const POLICY_NAMES = {
  warn: text('answers and warns', '답하고 경고'),
  refuse: text('refuses', '답하지 않음'),
  missing: text('treats as missing', '결측으로 처리'),
} as const;

export const deploySpec = defineKind({
  id: 'serve.deploy',
  version: 1,
  stage: 'serve',
  role: 'deployment',
  computesWith: 'network',
  icon: 'rocket',
  title: text('Deploy', '예측 제공'),
  help: text(
    'Puts a model to work: it answers raw rows through the steps it was trained with, after checking them against the training data. While the loop plays it answers every batch of the stream, and what Gate promotes takes over from one batch to the next.',
    '모델로 실제 예측을 제공해요. 원본 행을 학습 데이터와 견주어 검증한 뒤, 학습할 때와 같은 준비 단계를 거쳐 답해요. 루프를 재생하는 동안 스트림의 모든 배치에 답하고, 게이트가 승격한 모델은 다음 배치부터 자리를 이어받아요.',
  ),
  keywords: [
    'deploy',
    'serve',
    'serving',
    'champion',
    'production',
    'inference',
    'validation',
    'rollback',
    'playground',
    '배포',
    '예측 제공',
    '서빙',
    '챔피언',
    '운영',
    '추론',
    '되돌리기',
  ],
  inputs: [
    { name: 'model', type: 'model', title: text('Model', '모델') },
    { name: 'stream', type: 'stream', title: text('Batches', '배치'), live: 'only', optional: true },
    {
      name: 'promoted',
      type: 'model',
      title: text('Promoted', '승격된 모델'),
      live: 'only',
      feedback: true,
      optional: true,
    },
  ],
  outputs: [
    { name: 'model', type: 'model', title: text('Champion', '챔피언'), live: 'also', content: 'champion' },
    { name: 'predictions', type: 'stream', title: text('Predictions', '예측값'), live: 'only', content: 'answers' },
  ],
  params: deployParams,
  form: {
    name: {
      label: text('Name', '이름'),
      help: text(
        'Its models are kept under this name in the registry. Empty: the node’s own name.',
        '모델 저장소에 이 이름으로 모델을 보관해요. 비우면 노드의 이름을 써요.',
      ),
      control: { type: 'text' },
    },
    policy: {
      label: text('Rows that fail a check', '검증에 걸린 행'),
      control: {
        type: 'choice',
        options: [
          {
            value: 'warn',
            label: text('Answer and warn', '답하고 경고하기'),
            help: text('Every row is answered; warnings are counted.', '모든 행에 답하고 경고를 헤아려요.'),
          },
          {
            value: 'refuse',
            label: text('Refuse', '답하지 않기'),
            help: text('Such rows get no answer, and the reason is counted.', '그 행에는 답하지 않고 까닭을 헤아려요.'),
          },
          {
            value: 'missing',
            label: text('Treat the cell as missing', '해당 값을 결측으로 보기'),
            help: text(
              'The cell is emptied, and the model’s own steps fill it in.',
              '그 값을 비우고, 모델의 준비 단계가 채우게 해요.',
            ),
          },
        ],
      },
    },
    checkColumns: {
      label: text('Check the columns', '열 검증'),
      help: text(
        'Columns that the model needs must be there, with the type they had in training.',
        '모델에 필요한 열이 학습 때와 같은 유형으로 있어야 해요.',
      ),
      control: { type: 'toggle' },
    },
    checkRanges: {
      label: text('Check the ranges', '범위 검증'),
      help: text('Numbers must lie where the training data had them.', '수가 학습 데이터의 범위 안에 있어야 해요.'),
      control: { type: 'toggle' },
    },
    margin: {
      label: text('Margin', '여유'),
      help: text(
        'How far beyond the range a number may lie, as a share of the range.',
        '범위를 얼마나 벗어나도 되는지, 범위에 대한 비율이에요.',
      ),
      control: { type: 'number', min: 0, max: 10, step: 0.05 },
      when: ({ checkRanges }) => checkRanges,
    },
    checkCategories: {
      label: text('Check for unseen categories', '처음 보는 범주 검증'),
      help: text('Words must have occurred in the training data.', '학습 데이터에 있던 값이어야 해요.'),
      control: { type: 'toggle' },
    },
  },
  summary: ({ name, policy, checkColumns, checkRanges, checkCategories }) => {
    const checks = [checkColumns, checkRanges, checkCategories].filter(Boolean).length;
    const own = name === '' ? '' : `${name} · `;
    if (checks === 0) return text(`${own}answers without checks`, `${own}검증 없이 답함`);
    return text(
      `${own}${POLICY_NAMES[policy].en} · ${checks} checks`,
      `${own}${POLICY_NAMES[policy].ko} · 검증 ${checks}가지`,
    );
  },
  infer: (inputs) => ({
    outputs: { model: inputs.model, predictions: { type: 'stream' } },
    problems: [],
  }),
});
