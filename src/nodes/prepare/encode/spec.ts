import { z } from 'zod';
import type { Problem } from '../../../graph/problem';
import type { TableSchema } from '../../../graph/schema-types';
import { compareByCodePoint } from '../../../lib/code-points';
import { counted } from '../../../lib/figures';
import { text } from '../../../lib/text';
import { gaining } from '../../../table/schema';
import type { ColumnType, Field } from '../../../table/table';
import { chosenFields } from '../../contract/chosen-columns';
import { defineKind, tableAt } from '../../contract/kind';

const ENCODABLE: readonly ColumnType[] = ['category', 'text'];
/** What is encoded where no column is chosen: free text only by name. */
const ENCODED_BY_DEFAULT: readonly ColumnType[] = ['category'];

const encodeParams = z.strictObject({
  method: z.enum(['onehot', 'ordinal', 'frequency', 'target']).default('onehot'),
  columns: z.array(z.string()).default([]),
  dropFirst: z.boolean().default(false),
  unknown: z.enum(['ignore', 'other', 'error']).default('ignore'),
  rare: z.enum(['keep', 'share', 'count']).default('keep'),
  rareShare: z.number().min(0).max(1).default(0.01),
  rareCount: z.int().min(1).default(10),
  maxCategories: z.int().min(2).max(10_000).default(1_000),
});
export type EncodeParams = z.infer<typeof encodeParams>;

/** The types of column that are encoded with such params. */
export const encodableTypes = ({ columns }: Pick<EncodeParams, 'columns'>): readonly ColumnType[] =>
  columns.length === 0 ? ENCODED_BY_DEFAULT : ENCODABLE;

/** The name of a one-hot column. */
export const oneHotName = (column: string, label: string): string => `${column}=${label}`;

const METHODS = {
  onehot: text('one-hot', '원-핫'),
  ordinal: text('ordinal', '순서 번호'),
  frequency: text('frequency', '빈도'),
  target: text('target mean', '목표 평균'),
} as const;

export const encodeSpec = defineKind({
  id: 'prepare.encode',
  version: 1,
  stage: 'prepare',
  role: 'step',
  computesWith: 'nothing',
  icon: 'binary',
  title: text('Encode categories', '범주 인코딩'),
  keywords: [
    'one-hot',
    'dummy',
    'label encoding',
    'ordinal',
    'categorical',
    '원핫',
    '더미 변수',
    '라벨 인코딩',
    '범주형',
  ],
  inputs: [{ name: 'table', type: 'table', title: text('Table', '표') }],
  outputs: [{ name: 'table', type: 'table', title: text('Encoded table', '인코딩한 표') }],
  params: encodeParams,
  form: {
    method: {
      label: text('Method', '방법'),
      control: {
        type: 'choice',
        options: [
          { value: 'onehot', label: text('One-hot', '원-핫') },
          { value: 'ordinal', label: text('Ordinal', '순서 번호') },
          { value: 'frequency', label: text('Frequency', '빈도') },
          { value: 'target', label: text('Target mean', '목표 평균') },
        ],
      },
    },
    columns: {
      label: text('Columns', '열'),
      control: {
        type: 'columns',
        port: 'table',
        types: ENCODABLE,
        roles: [null, 'sensitive', 'id', 'time', 'weight'],
        emptyMeans: text('all category features', '모든 범주형 특성'),
      },
    },
    dropFirst: {
      label: text('Leave the first category out', '첫 범주 열 빼기'),
      control: { type: 'toggle' },
      section: 'advanced',
      when: ({ method }) => method === 'onehot',
    },
    unknown: {
      label: text('Unknown categories', '처음 보는 범주'),
      control: {
        type: 'choice',
        options: [
          { value: 'ignore', label: text('Belong to none', '어디에도 넣지 않기') },
          { value: 'other', label: text('Belong to “other”', '“other”로 묶기') },
          { value: 'error', label: text('Stop with a message', '오류로 멈추기') },
        ],
      },
    },
    rare: {
      label: text('Rare categories', '드문 범주'),
      control: {
        type: 'choice',
        options: [
          { value: 'keep', label: text('Keep', '그대로 두기') },
          { value: 'share', label: text('Group those below a share', '비율이 낮으면 묶기') },
          { value: 'count', label: text('Group those below a count', '개수가 적으면 묶기') },
        ],
      },
    },
    rareShare: {
      label: text('Least share', '최소 비율'),
      control: { type: 'number', min: 0, max: 1, step: 0.005 },
      when: ({ rare }) => rare === 'share',
    },
    rareCount: {
      label: text('Least count', '최소 개수'),
      control: { type: 'number', min: 1, integer: true },
      when: ({ rare }) => rare === 'count',
    },
    maxCategories: {
      label: text('Most categories of a column', '열당 최대 범주 수'),
      control: { type: 'number', min: 2, max: 10_000, integer: true },
      section: 'advanced',
      when: ({ method }) => method === 'onehot',
    },
  },
  summary: (params) => {
    const label = METHODS[params.method];
    const n = params.columns.length;
    return n === 0
      ? text(`${label.en} · all categories`, `${label.ko} · 모든 범주형 열`)
      : text(`${label.en} · ${counted(n, 'column')}`, `${label.ko} · 열 ${n}개`);
  },
  infer: (inputs, params, { nodeId }) => {
    const schema = tableAt(inputs, 'table');
    if (schema === undefined) return { outputs: {}, problems: [] };
    const types = encodableTypes(params);
    const found = chosenFields(schema, params.columns, types, 'columns');
    const problems: Problem[] = [...found.problems];
    const target = schema.fields.find(({ role }) => role === 'target');
    const fields = found.fields.filter(({ role }) => role !== 'target');
    if (target !== undefined && params.columns.includes(target.name)) {
      problems.push({
        code: 'target-encoded',
        severity: 'error',
        param: 'columns',
        column: target.name,
        message: text(
          `The target “${target.name}” must not be encoded.`,
          `목표 “${target.name}” 열은 인코딩할 수 없어요.`,
        ),
        hint: text(
          'Take it off the list: training reads its words itself.',
          '목록에서 빼세요. 학습할 때 단어를 직접 읽어요.',
        ),
      });
    }
    if (params.method === 'target' && target === undefined && schema.complete) {
      problems.push({
        code: 'target-needed',
        severity: 'error',
        param: 'method',
        message: text('A target mean needs a target.', '목표 평균을 구하려면 목표 열이 필요해요.'),
        hint: text(
          'Choose the target in “Choose columns” before this node.',
          '이 노드 앞의 “열 고르기”에서 목표를 정하세요.',
        ),
      });
    }
    const outputs = new Map(fields.map((field) => [field, encodedFields(field, schema, params)]));
    const passed = schema.fields
      .filter((field) => field.role === null && ENCODABLE.includes(field.type) && !fields.includes(field))
      .map(({ name }) => name);
    const open = fields.filter((field) => params.method === 'onehot' && outputs.get(field)?.exact !== true);
    const gained = open.map(({ name }) => oneHotName(name, ''));
    return {
      outputs: {
        table: {
          ...(gained.length === 0 ? schema : gaining(schema, gained)),
          fields: schema.fields.flatMap((field) => outputs.get(field)?.fields ?? [field]),
          ...(passed.length === 0 ? {} : { passedOver: passed }),
          fittedBeforeSplit:
            schema.partitioned || (fields.length === 0 && schema.complete)
              ? schema.fittedBeforeSplit
              : [...schema.fittedBeforeSplit, nodeId],
        },
      },
      problems,
    };
  },
});

/** Exact where every known word is sure to occur in training; else the columns that are likely. */
function encodedFields(
  field: Field,
  schema: TableSchema,
  params: EncodeParams,
): { readonly fields: readonly Field[]; readonly exact: boolean } {
  const { name, role, categories } = field;
  if (params.method !== 'onehot') {
    return { fields: [{ name, role, type: params.method === 'ordinal' ? 'integer' : 'number' }], exact: true };
  }
  if (categories === undefined || params.rare !== 'keep') return { fields: [], exact: false };
  // Ingested categories all occur; later steps may have left words without rows, and a split may have taken them.
  const words = [...categories].sort(compareByCodePoint).slice(params.dropFirst ? 1 : 0);
  const labels = params.unknown === 'other' ? [...words, otherLabel(categories)] : words;
  return {
    fields: labels.map((label) => ({ name: oneHotName(name, label), role, type: 'boolean' })),
    exact: !schema.partitioned,
  };
}

/** What stands for grouped and unknown categories: `other`, in brackets where that is a category itself. */
export function otherLabel(words: readonly string[]): string {
  let label = 'other';
  while (words.includes(label)) label = `(${label})`;
  return label;
}
