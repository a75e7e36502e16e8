import { z } from 'zod';
import { count } from '../../../lib/figures';
import { type Text, text } from '../../../lib/text';
import { defineKind } from '../../contract/kind';
import { DATA, type Data, fieldsFor, MAX_CENTRES } from './fields';

const share = z.number().min(0).max(1);

const syntheticParams = z.strictObject({
  data: z.enum(DATA).default('blobs'),
  rows: z.int().min(20).max(1_000_000).default(600),
  seed: z.int().min(0).max(1_000_000).default(0),
  centres: z.int().min(2).max(MAX_CENTRES).default(3),
  spread: z.number().min(0).max(5).default(1),
  noise: z.number().min(0).max(2).default(0.2),
  bias: share.default(0),
  missing: z.number().min(0).max(0.5).default(0.02),
  drift: z.enum(['none', 'sudden', 'gradual', 'recurring']).default('none'),
  changes: z.enum(['concept', 'covariate']).default('concept'),
  strength: share.default(0.5),
  driftAt: z.number().min(0).max(0.95).default(0.5),
  driftSpan: z.number().min(0.01).max(0.5).default(0.2),
});
export type SyntheticParams = z.infer<typeof syntheticParams>;

const TITLES: Readonly<Record<Data, Text>> = {
  blobs: text('Blobs', '둥근 군집'),
  moons: text('Two moons', '두 초승달'),
  circles: text('Circles', '동심원'),
  loans: text('Loan applications', '대출 신청'),
  stream: text('Sensor stream', '센서 스트림'),
};

const DRIFTS: Readonly<Record<SyntheticParams['drift'], Text>> = {
  none: text('No drift', '드리프트 없음'),
  sudden: text('Sudden', '갑작스러운 변화'),
  gradual: text('Gradual', '점진적인 변화'),
  recurring: text('Recurring', '되풀이되는 변화'),
};

const CHANGES: Readonly<Record<SyntheticParams['changes'], Text>> = {
  concept: text('Concept', '개념'),
  covariate: text('Covariates', '공변량'),
};

const inTime = ({ data }: SyntheticParams): boolean => data === 'stream' || data === 'loans';
const drifts = (params: SyntheticParams): boolean => inTime(params) && params.drift !== 'none';
const sensorsDrift = (params: SyntheticParams): boolean => params.data === 'stream' && drifts(params);

export const syntheticSpec = defineKind({
  id: 'ingest.synthetic',
  version: 3,
  stage: 'ingest',
  role: 'source',
  computesWith: 'nothing',
  icon: 'dices',
  title: text('Synthetic data', '합성 데이터'),
  keywords: [
    'synthetic',
    'generate',
    'make up',
    'simulate',
    'toy',
    'blobs',
    'moons',
    'circles',
    'loan',
    'bias',
    'fairness',
    'sensor',
    'stream',
    'drift',
    '합성',
    '생성',
    '가상',
    '대출',
    '편향',
    '센서',
    '드리프트',
    '데이터 흡수',
  ],
  inputs: [],
  outputs: [{ name: 'table', type: 'table', title: text('Table', '표') }],
  params: syntheticParams,
  form: {
    data: {
      label: text('Data', '데이터'),
      control: {
        type: 'choice',
        options: [
          { value: 'blobs', label: TITLES.blobs },
          { value: 'moons', label: TITLES.moons },
          { value: 'circles', label: TITLES.circles },
          { value: 'loans', label: TITLES.loans },
          { value: 'stream', label: TITLES.stream },
        ],
      },
    },
    rows: {
      label: text('Rows', '행 수'),
      control: { type: 'number', min: 20, max: 1_000_000, step: 100, integer: true },
    },
    seed: {
      label: text('Seed', '시드'),
      control: { type: 'number', min: 0, max: 1_000_000, step: 1, integer: true },
    },
    centres: {
      label: text('Clusters', '군집 수'),
      control: { type: 'number', min: 2, max: MAX_CENTRES, step: 1, integer: true },
      when: ({ data }) => data === 'blobs',
    },
    spread: {
      label: text('Spread', '퍼짐'),
      control: { type: 'number', min: 0, max: 5, step: 0.1 },
      when: ({ data }) => data === 'blobs',
    },
    noise: {
      label: text('Noise', '잡음'),
      control: { type: 'number', min: 0, max: 2, step: 0.05 },
      when: ({ data }) => data !== 'blobs',
    },
    bias: {
      label: text('Bias against women', '여성에 대한 편향'),
      control: { type: 'number', min: 0, max: 1, step: 0.05 },
      when: ({ data }) => data === 'loans',
    },
    missing: {
      label: text('Missing cells', '결측 비율'),
      control: { type: 'number', min: 0, max: 0.5, step: 0.01 },
      when: ({ data }) => data === 'loans',
    },
    drift: {
      label: text('Drift', '드리프트'),
      control: {
        type: 'choice',
        options: [
          { value: 'none', label: DRIFTS.none },
          { value: 'sudden', label: DRIFTS.sudden },
          { value: 'gradual', label: DRIFTS.gradual },
          { value: 'recurring', label: DRIFTS.recurring },
        ],
      },
      when: inTime,
    },
    changes: {
      label: text('What changes', '바뀌는 것'),
      control: {
        type: 'choice',
        options: [
          { value: 'concept', label: CHANGES.concept },
          { value: 'covariate', label: CHANGES.covariate },
        ],
      },
      when: sensorsDrift,
    },
    strength: {
      label: text('Strength', '강도'),
      control: { type: 'number', min: 0, max: 1, step: 0.05 },
      when: sensorsDrift,
    },
    driftAt: {
      label: text('Begins at', '시작 지점'),
      control: { type: 'number', min: 0, max: 0.95, step: 0.05 },
      when: drifts,
    },
    driftSpan: {
      label: text('Takes', '걸리는 길이'),
      control: { type: 'number', min: 0.01, max: 0.5, step: 0.01 },
      when: (params) => drifts(params) && params.drift !== 'sudden',
    },
  },
  summary: (params) => {
    const { data, rows, centres, bias, drift } = params;
    const size = `${count(rows)} × ${fieldsFor(data, centres).length}`;
    const title = TITLES[data];
    const more =
      data === 'loans' && bias > 0
        ? text(
            ` · bias ${bias}${drift === 'none' ? '' : ', drifting'}`,
            ` · 편향 ${bias}${drift === 'none' ? '' : ', 드리프트'}`,
          )
        : sensorsDrift(params)
          ? text(` · ${DRIFTS[drift].en.toLowerCase()} drift`, ` · ${DRIFTS[drift].ko}`)
          : text('', '');
    return text(`${title.en} · ${size}${more.en}`, `${title.ko} · ${size}${more.ko}`);
  },
  infer: (_inputs, { data, rows, centres }) => ({
    outputs: {
      table: {
        type: 'table',
        fields: fieldsFor(data, centres),
        complete: true,
        rows,
        partitioned: false,
        fittedBeforeSplit: [],
      },
    },
    problems: [],
  }),
});
