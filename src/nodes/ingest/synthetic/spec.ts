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
  help: text(
    'Makes up data whose truth you know: shapes to classify, loan applications with as much bias as you choose, or a sensor stream that drifts where you say. The same seed gives the same rows.',
    '정답을 알고 있는 데이터를 만들어 내요. 분류할 도형, 편향의 정도를 정할 수 있는 대출 신청, 원하는 곳에서 드리프트가 일어나는 센서 스트림이 있어요. 시드가 같으면 행도 같아요.',
  ),
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
          {
            value: 'blobs',
            label: TITLES.blobs,
            help: text(
              'Round clusters in a plane, one class each.',
              '평면 위의 둥근 군집으로, 군집마다 클래스가 하나예요.',
            ),
          },
          {
            value: 'moons',
            label: TITLES.moons,
            help: text(
              'Two interleaved half circles that no line parts.',
              '직선으로 나눌 수 없는 맞물린 반원 두 개예요.',
            ),
          },
          {
            value: 'circles',
            label: TITLES.circles,
            help: text('A circle within a circle.', '원 안에 원이 하나 있어요.'),
          },
          {
            value: 'loans',
            label: TITLES.loans,
            help: text(
              'Who is approved, by income, debt, age and work; gender is marked as sensitive.',
              '소득, 부채, 나이, 고용 형태로 승인이 정해져요. 성별은 민감한 열로 표시돼요.',
            ),
          },
          {
            value: 'stream',
            label: TITLES.stream,
            help: text(
              'A machine’s sensors in order of time, and whether it is at fault.',
              '시간순으로 기록한 기계의 센서 값과 고장 여부예요.',
            ),
          },
        ],
      },
    },
    rows: {
      label: text('Rows', '행 수'),
      control: { type: 'number', min: 20, max: 1_000_000, step: 100, integer: true },
    },
    seed: {
      label: text('Seed', '시드'),
      help: text(
        'Another number gives other rows of the same kind. The pipeline’s seed counts too.',
        '다른 수를 넣으면 같은 종류의 다른 행이 나와요. 파이프라인의 시드도 함께 쓰여요.',
      ),
      control: { type: 'number', min: 0, max: 1_000_000, step: 1, integer: true },
    },
    centres: {
      label: text('Clusters', '군집 수'),
      control: { type: 'number', min: 2, max: MAX_CENTRES, step: 1, integer: true },
      when: ({ data }) => data === 'blobs',
    },
    spread: {
      label: text('Spread', '퍼짐'),
      help: text(
        'Standard deviation of each cluster. Neighbours are about 5 apart.',
        '각 군집의 표준편차예요. 이웃한 군집은 약 5만큼 떨어져 있어요.',
      ),
      control: { type: 'number', min: 0, max: 5, step: 0.1 },
      when: ({ data }) => data === 'blobs',
    },
    noise: {
      label: text('Noise', '잡음'),
      help: text(
        'How much chance there is in the points, or in the outcome.',
        '점의 위치나 결과에 섞이는 우연의 정도예요.',
      ),
      control: { type: 'number', min: 0, max: 2, step: 0.05 },
      when: ({ data }) => data !== 'blobs',
    },
    bias: {
      label: text('Bias against women', '여성에 대한 편향'),
      help: text(
        '0: equal merit is judged equally. The higher, the fewer women are approved at equal merit.',
        '0이면 조건이 같을 때 똑같이 심사해요. 클수록 조건이 같아도 승인되는 여성이 줄어들어요.',
      ),
      control: { type: 'number', min: 0, max: 1, step: 0.05 },
      when: ({ data }) => data === 'loans',
    },
    missing: {
      label: text('Missing cells', '결측 비율'),
      help: text(
        'Share of cells left empty, in every column but gender and approved.',
        '성별과 승인 여부를 뺀 모든 열에서 비워 둘 칸의 비율이에요.',
      ),
      control: { type: 'number', min: 0, max: 0.5, step: 0.01 },
      when: ({ data }) => data === 'loans',
    },
    drift: {
      label: text('Drift', '드리프트'),
      help: text(
        'How the world changes. Of loan applications, the bias comes with it.',
        '상황이 바뀌는 방식이에요. 대출 신청에서는 이때부터 편향이 생겨요.',
      ),
      control: {
        type: 'choice',
        options: [
          { value: 'none', label: DRIFTS.none },
          { value: 'sudden', label: DRIFTS.sudden, help: text('All at once.', '한순간에 바뀌어요.') },
          {
            value: 'gradual',
            label: DRIFTS.gradual,
            help: text('More and more rows come from the changed world.', '바뀐 상황에서 온 행이 점점 많아져요.'),
          },
          {
            value: 'recurring',
            label: DRIFTS.recurring,
            help: text(
              'Changed and former world take turns, like seasons.',
              '계절처럼 바뀐 상황과 이전 상황이 번갈아 와요.',
            ),
          },
        ],
      },
      when: inTime,
    },
    changes: {
      label: text('What changes', '바뀌는 것'),
      control: {
        type: 'choice',
        options: [
          {
            value: 'concept',
            label: CHANGES.concept,
            help: text(
              'The readings stay alike; what they mean for the machine changes.',
              '센서 값의 분포는 그대로이고, 그 값이 뜻하는 상태가 바뀌어요.',
            ),
          },
          {
            value: 'covariate',
            label: CHANGES.covariate,
            help: text(
              'Temperature and vibration rise; what they mean stays the same.',
              '온도와 진동이 높아지고, 그 값이 뜻하는 상태는 그대로예요.',
            ),
          },
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
      help: text('Share of the stream that comes before.', '드리프트 앞에 오는 스트림의 비율이에요.'),
      control: { type: 'number', min: 0, max: 0.95, step: 0.05 },
      when: drifts,
    },
    driftSpan: {
      label: text('Takes', '걸리는 길이'),
      help: text(
        'Share of the stream: how long the change takes, or how long each season lasts.',
        '스트림에서 변화가 이어지는 비율, 또는 한 계절의 비율이에요.',
      ),
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
