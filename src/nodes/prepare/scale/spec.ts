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
  { value: 'standard', label: text('Standard', '표준화') },
  { value: 'minmax', label: text('Min-max', '최소-최대 정규화') },
  { value: 'maxabs', label: text('Max-abs', '최대 절댓값') },
  { value: 'robust', label: text('Robust', '로버스트') },
  { value: 'quantile', label: text('Quantile', '분위수') },
  { value: 'power', label: text('Power', '거듭제곱 변환') },
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
