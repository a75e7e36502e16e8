import { z } from 'zod';
import type { Problem } from '../../../graph/problem';
import type { TableSchema } from '../../../graph/schema-types';
import { compareByCodePoint } from '../../../lib/code-points';
import { counted } from '../../../lib/figures';
import { text } from '../../../lib/text';
import type { ColumnType, Field } from '../../../table/table';
import { chosenFields } from '../../contract/chosen-columns';
import { defineKind, tableAt } from '../../contract/kind';

export const ENCODABLE: readonly ColumnType[] = ['category', 'text'];
/** What is encoded where no column is chosen: free text only by name. */
export const ENCODED_BY_DEFAULT: readonly ColumnType[] = ['category'];

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
  help: text(
    'Turns words into numbers, which is all a network can read. One-hot makes a true/false column of each category, such as sex=male; empty cells are false in all of them. Categories are those of the training part (of all rows where no split comes before), in code-point order; true/false columns are 0 and 1 already, and the target is never encoded.',
    '신경망이 읽을 수 있도록 단어를 수로 바꿔요. 원-핫 인코딩은 범주마다 sex=male 같은 참/거짓 열을 만들며, 빈 칸은 모든 열에서 거짓이에요. 범주는 학습 데이터(앞에 분할이 없으면 모든 행)에 있는 것만 코드 순서로 쓰고, 참/거짓 열은 이미 0과 1이라 그대로 두며 목표 열은 바꾸지 않아요.',
  ),
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
          {
            value: 'onehot',
            label: text('One-hot', '원-핫'),
            help: text('A true/false column for each category.', '범주마다 참/거짓 열을 하나씩 만들어요.'),
          },
          {
            value: 'ordinal',
            label: text('Ordinal', '순서 번호'),
            help: text('0, 1, 2 … in code-point order.', '코드 순서대로 0, 1, 2 …를 붙여요.'),
          },
          {
            value: 'frequency',
            label: text('Frequency', '빈도'),
            help: text(
              'The share of training rows with the category.',
              '학습 데이터에서 그 범주가 차지하는 비율이에요.',
            ),
          },
          {
            value: 'target',
            label: text('Target mean', '목표 평균'),
            help: text(
              'The mean target of the category, drawn towards the mean of all by ten rows’ weight. Split first: it looks at the target.',
              '그 범주의 목표 평균을 행 10개의 무게만큼 전체 평균 쪽으로 당긴 값이에요. 목표를 보므로 먼저 분할하세요.',
            ),
          },
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
      help: text(
        'Linear models without regularisation need it. An unknown category then looks like the first.',
        '규제가 없는 선형 모델에 필요해요. 처음 보는 범주는 첫 범주와 같아져요.',
      ),
      control: { type: 'toggle' },
      section: 'advanced',
      when: ({ method }) => method === 'onehot',
    },
    unknown: {
      label: text('Unknown categories', '처음 보는 범주'),
      help: text('Categories that turn up outside the training part.', '학습 데이터에 없던 범주가 나올 때의 처리예요.'),
      control: {
        type: 'choice',
        options: [
          {
            value: 'ignore',
            label: text('Belong to none', '어디에도 넣지 않기'),
            help: text('All 0; −1 when ordinal.', '모두 0, 순서 번호는 −1이 돼요.'),
          },
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
      help: text('Rarer categories become “other”.', '이보다 드문 범주는 “other”가 돼요.'),
      control: { type: 'number', min: 0, max: 1, step: 0.005 },
      when: ({ rare }) => rare === 'share',
    },
    rareCount: {
      label: text('Least count', '최소 개수'),
      help: text('Rarer categories become “other”.', '이보다 드문 범주는 “other”가 돼요.'),
      control: { type: 'number', min: 1, integer: true },
      when: ({ rare }) => rare === 'count',
    },
    maxCategories: {
      label: text('Most categories of a column', '열당 최대 범주 수'),
      help: text('A guard against one-hot columns by the thousand.', '원-핫 열이 지나치게 늘어나지 않게 막아요.'),
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
    const types = params.columns.length === 0 ? ENCODED_BY_DEFAULT : ENCODABLE;
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
    const exact = fields.every((field) => params.method !== 'onehot' || outputs.get(field)?.exact === true);
    return {
      outputs: {
        table: {
          ...schema,
          fields: schema.fields.flatMap((field) => outputs.get(field)?.fields ?? [field]),
          ...(passed.length === 0 ? {} : { passedOver: passed }),
          complete: schema.complete && exact,
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
