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
  title: text('Deploy', '배포'),
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
      control: { type: 'text' },
    },
    policy: {
      label: text('Rows that fail a check', '검증에 걸린 행'),
      control: {
        type: 'choice',
        options: [
          { value: 'warn', label: text('Answer and warn', '답하고 경고하기') },
          { value: 'refuse', label: text('Refuse', '답하지 않기') },
          { value: 'missing', label: text('Treat the cell as missing', '해당 값을 결측으로 보기') },
        ],
      },
    },
    checkColumns: {
      label: text('Check the columns', '열 검증'),
      control: { type: 'toggle' },
    },
    checkRanges: {
      label: text('Check the ranges', '범위 검증'),
      control: { type: 'toggle' },
    },
    margin: {
      label: text('Margin', '여유'),
      control: { type: 'number', min: 0, max: 10, step: 0.05 },
      when: ({ checkRanges }) => checkRanges,
    },
    checkCategories: {
      label: text('Check for unseen categories', '처음 보는 범주 검증'),
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
