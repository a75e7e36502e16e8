import { z } from 'zod';
import type { Problem } from '../../../graph/problem';
import { counted } from '../../../lib/figures';
import { text } from '../../../lib/text';
import type { ColumnType } from '../../../table/table';
import { chosenFields } from '../../contract/chosen-columns';
import { defineKind, type Option, tableAt } from '../../contract/kind';

export const SCALABLE: readonly ColumnType[] = ['number', 'integer'];

const scaleParams = z.strictObject({
  method: z.enum(['standard', 'minmax', 'maxabs', 'robust', 'quantile', 'power']).default('standard'),
  columns: z.array(z.string()).default([]),
  low: z.number().default(0),
  high: z.number().default(1),
  output: z.enum(['uniform', 'normal']).default('uniform'),
  quantiles: z.int().min(2).max(10_000).default(1_000),
  family: z.enum(['yeo-johnson', 'box-cox']).default('yeo-johnson'),
});
export type ScaleParams = z.infer<typeof scaleParams>;

const methods: readonly Option[] = [
  {
    value: 'standard',
    label: text('Standard', '표준화'),
    help: text('Mean 0, standard deviation 1.', '평균 0, 표준편차 1로 맞춰요.'),
  },
  {
    value: 'minmax',
    label: text('Min-max', '최소-최대 정규화'),
    help: text('Least and greatest value to the ends of a range.', '최솟값과 최댓값을 정한 범위의 양 끝에 맞춰요.'),
  },
  {
    value: 'maxabs',
    label: text('Max-abs', '최대 절댓값'),
    help: text('Divides by the greatest absolute value; 0 stays 0.', '절댓값의 최댓값으로 나눠요. 0은 0으로 남아요.'),
  },
  {
    value: 'robust',
    label: text('Robust', '로버스트'),
    help: text(
      'Median 0, interquartile range 1: outliers hardly matter.',
      '중앙값 0, 사분위 범위 1로 맞춰 이상치의 영향이 작아요.',
    ),
  },
  {
    value: 'quantile',
    label: text('Quantile', '분위수'),
    help: text('Ranks, evenly spread or normal: any distribution fits.', '순위로 바꿔 균등 또는 정규 분포로 펼쳐요.'),
  },
  {
    value: 'power',
    label: text('Power', '거듭제곱 변환'),
    help: text('The power that makes a skewed column most normal.', '치우친 열을 정규 분포에 가장 가깝게 바꿔요.'),
  },
];

const labelOf = (params: ScaleParams): Option['label'] =>
  methods.find(({ value }) => value === params.method)?.label ?? text(params.method, params.method);

export const scaleSpec = defineKind({
  id: 'prepare.scale',
  version: 3,
  stage: 'prepare',
  role: 'step',
  computesWith: 'nothing',
  icon: 'scaling',
  title: text('Scale numbers', '수치 정규화'),
  help: text(
    'Brings numeric columns to a common scale, so that no column counts more for its unit alone. Networks and linear models need it. Behind a split the scale is learned from the training part only; before one, from all rows. True/false columns, the target and ids stay as they are.',
    '수치형 열의 크기를 맞춰 단위 때문에 특정 열이 더 크게 작용하지 않게 해요. 신경망과 선형 모델에 꼭 필요해요. 기준은 데이터 분할 뒤에서는 학습 데이터에서만, 분할 앞에서는 모든 행에서 구해요. 참/거짓 열과 목표, ID 열은 그대로 둬요.',
  ),
  keywords: [
    'normalize',
    'standardize',
    'z-score',
    'min-max',
    'yeo-johnson',
    'box-cox',
    '정규화',
    '표준화',
    '스케일링',
  ],
  inputs: [{ name: 'table', type: 'table', title: text('Table', '표') }],
  outputs: [{ name: 'table', type: 'table', title: text('Scaled table', '정규화한 표') }],
  params: scaleParams,
  form: {
    method: { label: text('Method', '방법'), control: { type: 'choice', options: methods } },
    columns: {
      label: text('Columns', '열'),
      control: {
        type: 'columns',
        port: 'table',
        types: SCALABLE,
        emptyMeans: text('all numeric features', '모든 수치형 특성'),
      },
    },
    low: {
      label: text('Least value becomes', '최솟값이 될 값'),
      control: { type: 'number', step: 0.1 },
      when: ({ method }) => method === 'minmax',
    },
    high: {
      label: text('Greatest value becomes', '최댓값이 될 값'),
      control: { type: 'number', step: 0.1 },
      when: ({ method }) => method === 'minmax',
    },
    output: {
      label: text('Spread as', '펼칠 분포'),
      control: {
        type: 'choice',
        options: [
          { value: 'uniform', label: text('Uniform, 0 to 1', '균등 분포 (0~1)') },
          { value: 'normal', label: text('Normal', '정규 분포') },
        ],
      },
      when: ({ method }) => method === 'quantile',
    },
    quantiles: {
      label: text('Support points', '분위수 개수'),
      help: text('At most one a row.', '행 수보다 많을 수 없어요.'),
      control: { type: 'number', min: 2, max: 10_000, integer: true },
      section: 'advanced',
      when: ({ method }) => method === 'quantile',
    },
    family: {
      label: text('Transform', '변환'),
      control: {
        type: 'choice',
        options: [
          { value: 'yeo-johnson', label: text('Yeo-Johnson (any values)', 'Yeo-Johnson (모든 값)') },
          { value: 'box-cox', label: text('Box-Cox (positive values)', 'Box-Cox (양수만)') },
        ],
      },
      when: ({ method }) => method === 'power',
    },
  },
  summary: (params) => {
    const label = labelOf(params);
    const n = params.columns.length;
    return n === 0
      ? text(`${label.en} · all numeric columns`, `${label.ko} · 모든 수치형 열`)
      : text(`${label.en} · ${counted(n, 'column')}`, `${label.ko} · 열 ${n}개`);
  },
  infer: (inputs, params, { nodeId }) => {
    const problems: Problem[] = [];
    if (params.method === 'minmax' && params.low >= params.high) {
      problems.push({
        code: 'bad-range',
        severity: 'error',
        param: 'high',
        message: text('The range is empty or upside down.', '범위가 비어 있거나 거꾸로예요.'),
        hint: text('Make the greatest value larger than the least.', '최댓값을 최솟값보다 크게 하세요.'),
      });
    }
    const schema = tableAt(inputs, 'table');
    if (schema === undefined) return { outputs: {}, problems };
    const found = chosenFields(schema, params.columns, SCALABLE, 'columns');
    problems.push(...found.problems);
    if (found.fields.length === 0 && found.problems.length === 0 && schema.complete) {
      problems.push({
        code: 'nothing-to-do',
        severity: 'warning',
        message: text('There is no numeric feature to scale.', '정규화할 수치형 특성이 없어요.'),
        hint: text('Encode categories first, or remove this node.', '먼저 범주를 인코딩하거나 이 노드를 지우세요.'),
      });
    }
    const scaled = new Set(found.fields);
    return {
      outputs: {
        table: {
          ...schema,
          fields: schema.fields.map((field) => (scaled.has(field) ? { ...field, type: 'number' as const } : field)),
          fittedBeforeSplit:
            schema.partitioned || (found.fields.length === 0 && schema.complete)
              ? schema.fittedBeforeSplit
              : [...schema.fittedBeforeSplit, nodeId],
        },
      },
      problems,
    };
  },
});
