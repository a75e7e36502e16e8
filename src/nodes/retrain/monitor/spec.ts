import { z } from 'zod';
import { counted } from '../../../lib/figures';
import { text } from '../../../lib/text';
import { defineKind, type Option } from '../../contract/kind';

const monitorParams = z.strictObject({
  window: z.int().min(20).max(100_000).default(500),
  driftWindow: z.int().min(20).max(100_000).default(500),
  minRows: z.int().min(2).max(10_000).default(50),
  method: z.enum(['auto', 'ks', 'chi-square', 'psi', 'wasserstein', 'jensen-shannon']).default('auto'),
  columns: z.array(z.string().max(1_000)).max(1_000).default([]),
  driftShare: z.number().min(0).max(1).default(0.5),
  afterHold: z.enum(['keep', 'adopt']).default('keep'),
  significance: z.number().min(1e-9).max(0.5).default(0.05),
  effect: z.number().min(0).max(10).default(0.1),
  distance: z.number().min(0).max(10).default(0.1),
  alarmBy: z.enum(['adwin', 'pageHinkley', 'ddm', 'any', 'none']).default('adwin'),
  adwinDelta: z.number().min(1e-9).max(0.5).default(0.002),
  pageHinkleyDelta: z.number().min(0).max(10).default(0.03),
  pageHinkleyLambda: z.number().min(0.1).max(10_000).nullable().default(null),
  ddmMinRows: z.int().min(2).max(100_000).default(30),
  degradedShare: z.number().min(0.05).max(1).nullable().default(0.9),
  degradedLimit: z.number().min(0).nullable().default(null),
  sensitive: z.string().max(1_000).default(''),
  favourable: z.string().max(1_000).default(''),
  missingAbove: z.number().min(0).max(1).default(0.1),
  rangeMargin: z.number().min(0).max(10).default(0.1),
  rangeAbove: z.number().min(0).max(1).default(0.02),
  unseenAbove: z.number().min(0).max(1).default(0),
  duplicatesAbove: z.number().min(0).max(1).default(0.2),
  constants: z.boolean().default(true),
});
export type MonitorParams = z.infer<typeof monitorParams>;

const share = { type: 'number', min: 0, max: 1, step: 0.05 } as const;

const methods: readonly Option[] = [
  { value: 'auto', label: text('By the reference’s size', '기준 행 수에 따라') },
  { value: 'ks', label: text('Kolmogorov-Smirnov', '콜모고로프-스미르노프') },
  { value: 'chi-square', label: text('Chi-square', '카이제곱') },
  { value: 'psi', label: text('PSI', 'PSI') },
  { value: 'wasserstein', label: text('Wasserstein', '바서슈타인') },
  { value: 'jensen-shannon', label: text('Jensen-Shannon', '옌센-섀넌') },
];

export const monitorSpec = defineKind({
  id: 'retrain.monitor',
  version: 3,
  stage: 'retrain',
  role: 'monitor',
  computesWith: 'network',
  icon: 'activity',
  title: text('Monitor', '모니터링'),
  keywords: [
    'monitor',
    'drift',
    'prequential',
    'adwin',
    'page-hinkley',
    'ddm',
    'psi',
    'fairness',
    'data quality',
    'alert',
    '모니터링',
    '감시',
    '드리프트',
    '성능',
    '공정성',
    '품질',
    '경보',
  ],
  inputs: [
    { name: 'predictions', type: 'stream', title: text('Predictions', '예측'), live: 'only', content: 'answers' },
  ],
  outputs: [{ name: 'report', type: 'report', title: text('Monitoring report', '모니터링 보고서'), live: 'only' }],
  params: monitorParams,
  form: {
    window: {
      label: text('Window of labelled rows', '정답을 아는 행의 창'),
      control: { type: 'number', min: 20, max: 100_000, step: 100, integer: true },
    },
    driftWindow: {
      label: text('Window for drift', '드리프트 창'),
      control: { type: 'number', min: 20, max: 100_000, step: 100, integer: true },
    },
    columns: {
      label: text('Columns to watch', '지켜볼 열'),
      control: { type: 'words' },
    },
    method: {
      label: text('Drift method', '드리프트 판정 방법'),
      control: {
        type: 'choice',
        options: methods,
      },
    },
    driftShare: {
      label: text('Columns that must drift', '드리프트로 볼 열의 비율'),
      control: share,
    },
    afterHold: {
      label: text('When a challenger was held', '도전자를 승격하지 않았을 때'),
      control: {
        type: 'choice',
        options: [
          {
            value: 'keep',
            label: text('Keep comparing with what the champion learned from', '챔피언이 학습한 행과 계속 비교'),
          },
          {
            value: 'adopt',
            label: text('Compare with the rows the challenger was trained on', '도전자가 학습한 행과 비교'),
          },
        ],
      },
    },
    minRows: {
      label: text('Minimum rows', '최소 행 수'),
      control: { type: 'number', min: 2, max: 10_000, step: 10, integer: true },
    },
    degradedShare: {
      label: text('Degraded below this share of its own figure', '자체 성능 대비 저하 기준'),
      control: { type: 'number', min: 0.05, max: 1, step: 0.05, nullable: true },
    },
    degradedLimit: {
      label: text('Degraded beyond this value', '성능 저하 한계값'),
      control: { type: 'number', min: 0, nullable: true },
    },
    sensitive: {
      label: text('Sensitive column', '민감 속성 열'),
      control: { type: 'text', placeholder: text('by role', '역할에 따라') },
    },
    favourable: {
      label: text('Favourable class', '유리한 클래스'),
      control: { type: 'text', placeholder: text('positive class', '양성 클래스') },
    },
    alarmBy: {
      label: text('Detector that alarms', '경보를 내는 탐지기'),
      control: {
        type: 'choice',
        options: [
          { value: 'adwin', label: text('ADWIN', 'ADWIN') },
          { value: 'pageHinkley', label: text('Page-Hinkley', 'Page-Hinkley') },
          { value: 'ddm', label: text('DDM', 'DDM') },
          { value: 'any', label: text('Any of them', '하나라도') },
          { value: 'none', label: text('None', '없음') },
        ],
      },
      section: 'advanced',
    },
    significance: {
      label: text('Significance of tests', '검정의 유의 수준'),
      control: { type: 'number', min: 1e-9, max: 0.5, step: 0.01 },
      section: 'advanced',
    },
    effect: {
      label: text('Least effect (PSI)', '최소 효과 크기(PSI)'),
      control: { type: 'number', min: 0, max: 10, step: 0.05 },
      section: 'advanced',
    },
    distance: {
      label: text('Least distance', '최소 거리'),
      control: { type: 'number', min: 0, max: 10, step: 0.05 },
      section: 'advanced',
    },
    adwinDelta: {
      label: text('ADWIN: false alarms δ', 'ADWIN: 오경보 확률 δ'),
      control: { type: 'number', min: 1e-9, max: 0.5, step: 0.001 },
      section: 'advanced',
    },
    pageHinkleyDelta: {
      label: text('Page-Hinkley: allowance δ', 'Page-Hinkley: 허용치 δ'),
      control: { type: 'number', min: 0, max: 10, step: 0.005 },
      section: 'advanced',
    },
    pageHinkleyLambda: {
      label: text('Page-Hinkley: threshold λ', 'Page-Hinkley: 임계값 λ'),
      control: { type: 'number', min: 0.1, max: 10_000, step: 1, nullable: true },
      section: 'advanced',
    },
    ddmMinRows: {
      label: text('DDM: first rows', 'DDM: 첫 행 수'),
      control: { type: 'number', min: 2, max: 100_000, step: 10, integer: true },
      section: 'advanced',
    },
    missingAbove: {
      label: text('Missing: rise above', '결측: 늘어난 비율'),
      control: share,
      section: 'advanced',
    },
    rangeMargin: {
      label: text('Range: margin', '범위: 여유'),
      control: { type: 'number', min: 0, max: 10, step: 0.05 },
      section: 'advanced',
    },
    rangeAbove: {
      label: text('Range: rows above', '범위: 벗어난 비율'),
      control: { ...share, step: 0.01 },
      section: 'advanced',
    },
    unseenAbove: {
      label: text('Unseen words: rows above', '처음 보는 값: 비율'),
      control: { ...share, step: 0.01 },
      section: 'advanced',
    },
    duplicatesAbove: {
      label: text('Duplicates: rise above', '중복 행: 늘어난 비율'),
      control: share,
      section: 'advanced',
    },
    constants: {
      label: text('Constant columns', '값이 하나뿐인 열'),
      control: { type: 'toggle' },
      section: 'advanced',
    },
  },
  summary: ({ window, driftWindow, method, columns }) => {
    const named = method === 'auto' ? undefined : methods.find(({ value }) => value === method)?.label;
    const how = named === undefined ? text('', '') : text(` · ${named.en}`, ` · ${named.ko}`);
    const which =
      columns.length === 0
        ? text('all inputs', '모든 입력')
        : text(counted(columns.length, 'column'), `열 ${columns.length}개`);
    return text(
      `${which.en} · ${window} labelled, ${counted(driftWindow, 'row')}${how.en}`,
      `${which.ko} · 정답 ${window}행, 최신 ${driftWindow}행${how.ko}`,
    );
  },
  infer: () => ({ outputs: { report: { type: 'report' } }, problems: [] }),
});
