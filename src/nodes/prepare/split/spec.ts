import { z } from 'zod';
import type { Problem } from '../../../graph/problem';
import type { TableSchema } from '../../../graph/schema-types';
import { type Text, text } from '../../../lib/text';
import type { ColumnType } from '../../../table/table';
import { absentColumn } from '../../contract/chosen-columns';
import { defineKind, type Option, tableAt } from '../../contract/kind';

const ORDERED: readonly ColumnType[] = ['date', 'number', 'integer'];
const NAMED: readonly ColumnType[] = ['category', 'text', 'integer', 'number', 'boolean'];

const splitParams = z.strictObject({
  method: z.enum(['auto', 'random', 'stratified', 'time', 'group', 'column']).default('auto'),
  validation: z.number().min(0).max(0.9).default(0.15),
  test: z.number().min(0).max(0.9).default(0.15),
  timeColumn: z.string().default(''),
  groupColumn: z.string().default(''),
  partColumn: z.string().default(''),
  trainWords: z.array(z.string()).default(['train', 'training']),
  validationWords: z.array(z.string()).default(['validation', 'valid', 'val', 'dev']),
  testWords: z.array(z.string()).default(['test', 'testing']),
});
export type SplitParams = z.infer<typeof splitParams>;

const methods: readonly Option[] = [
  { value: 'auto', label: text('Automatic', '자동') },
  { value: 'random', label: text('Random', '무작위') },
  { value: 'stratified', label: text('Stratified', '층화') },
  { value: 'time', label: text('By time', '시간순') },
  { value: 'group', label: text('By group', '그룹별') },
  { value: 'column', label: text('By a column', '열 값대로') },
];

const byShares = ({ method }: SplitParams): boolean => method !== 'column';
const byColumn = ({ method }: SplitParams): boolean => method === 'column';

export const splitSpec = defineKind({
  id: 'prepare.split',
  version: 2,
  stage: 'prepare',
  role: 'split',
  computesWith: 'nothing',
  icon: 'split',
  title: text('Split into parts', '데이터 분할'),
  keywords: [
    'train test split',
    'holdout',
    'validation',
    'stratify',
    'partition',
    '분할',
    '학습',
    '검증',
    '테스트',
    '층화',
  ],
  inputs: [{ name: 'table', type: 'table', title: text('Table', '표') }],
  outputs: [{ name: 'table', type: 'table', title: text('Split table', '분할한 표') }],
  params: splitParams,
  form: {
    method: { label: text('How', '방법'), control: { type: 'choice', options: methods } },
    timeColumn: {
      label: text('Time column', '시간 열'),
      control: { type: 'column', port: 'table', types: ORDERED, optional: true },
      when: ({ method }) => method === 'time',
    },
    groupColumn: {
      label: text('Group column', '그룹 열'),
      control: { type: 'column', port: 'table', types: [...NAMED, 'date'] },
      when: ({ method }) => method === 'group',
    },
    partColumn: {
      label: text('Column that names the part', '부분을 적은 열'),
      control: { type: 'column', port: 'table', types: NAMED },
      when: byColumn,
    },
    validation: {
      label: text('Validation share', '검증 비율'),
      control: { type: 'number', min: 0, max: 0.9, step: 0.05 },
      when: byShares,
    },
    test: {
      label: text('Test share', '테스트 비율'),
      control: { type: 'number', min: 0, max: 0.9, step: 0.05 },
      when: byShares,
    },
    trainWords: { label: text('Words for training', '학습을 뜻하는 단어'), control: { type: 'words' }, when: byColumn },
    validationWords: {
      label: text('Words for validation', '검증을 뜻하는 단어'),
      control: { type: 'words' },
      when: byColumn,
    },
    testWords: { label: text('Words for test', '테스트를 뜻하는 단어'), control: { type: 'words' }, when: byColumn },
  },
  summary: (params) => {
    const label = methods.find(({ value }) => value === params.method)?.label ?? text(params.method, params.method);
    if (params.method === 'column') return text(`by column ${params.partColumn}`, `${params.partColumn} 열 값대로`);
    const shares = [1 - params.validation - params.test, params.validation, params.test];
    const percent = shares.map((share) => Math.round(share * 100)).join(' / ');
    return text(`${label.en.toLowerCase()} · ${percent}`, `${label.ko} · ${percent}`);
  },
  infer: (inputs, params) => {
    const schema = tableAt(inputs, 'table');
    const problems = [...shareProblems(params)];
    if (schema === undefined) return { outputs: {}, problems };
    problems.push(...columnProblems(schema, params), ...orderProblems(schema));
    const part = params.method === 'column' ? params.partColumn : null;
    return {
      outputs: {
        table: {
          ...schema,
          // The column that names the part would give the answer away as a feature.
          fields: schema.fields.map((field) =>
            field.name === part && field.role === null ? { ...field, role: 'id' as const } : field,
          ),
          partitioned: true,
        },
      },
      problems,
    };
  },
});

function shareProblems(params: SplitParams): readonly Problem[] {
  if (!byShares(params) || params.validation + params.test < 0.99) return [];
  return [
    {
      code: 'bad-shares',
      severity: 'error',
      param: 'test',
      message: text('Nothing is left for training.', '학습에 쓸 행이 남지 않아요.'),
      hint: text(
        'Make validation and test smaller: together well below 1.',
        '검증과 테스트 비율의 합을 1보다 훨씬 작게 하세요.',
      ),
    },
  ];
}

function columnProblems(schema: TableSchema, params: SplitParams): readonly Problem[] {
  switch (params.method) {
    case 'auto':
    case 'random':
      return [];
    case 'stratified':
      if (!schema.complete || schema.fields.some(({ role }) => role === 'target')) return [];
      return [
        {
          code: 'target-needed',
          severity: 'error',
          param: 'method',
          message: text('A stratified split needs a target.', '층화 분할에는 목표 열이 필요해요.'),
          hint: text(
            'Choose the target in “Choose columns” before this node, or split at random.',
            '이 노드 앞의 “열 고르기”에서 목표를 정하거나 무작위로 나누세요.',
          ),
        },
      ];
    case 'time': {
      const byRole = schema.fields.some(({ role }) => role === 'time');
      if (params.timeColumn === '' && byRole) return [];
      return chosenProblems(schema, params.timeColumn, 'timeColumn', ORDERED);
    }
    case 'group':
      return chosenProblems(schema, params.groupColumn, 'groupColumn', [...NAMED, 'date']);
    case 'column':
      return chosenProblems(schema, params.partColumn, 'partColumn', NAMED);
  }
}

function chosenProblems(
  schema: TableSchema,
  name: string,
  param: string,
  types: readonly ColumnType[],
): readonly Problem[] {
  if (name === '') {
    return [
      {
        code: 'column-not-chosen',
        severity: 'error',
        param,
        message: text('This way of splitting needs a column.', '이 방법으로 나누려면 열이 필요해요.'),
        hint: text('Choose the column.', '열을 고르세요.'),
      },
    ];
  }
  const absent = absentColumn(schema, name, param);
  if (absent !== null) return [absent];
  const field = schema.fields.find((candidate) => candidate.name === name);
  if (field === undefined || types.includes(field.type)) return [];
  const remedy: Text = types.includes('category')
    ? text('Choose another column.', '다른 열을 고르세요.')
    : text(
        'Choose a date or a number, or change its type in “Choose columns”.',
        '날짜나 수인 열을 고르거나 “열 고르기”에서 유형을 바꾸세요.',
      );
  return [
    {
      code: 'column-type',
      severity: 'error',
      param,
      column: name,
      message: text(`Column “${name}” cannot be used for this.`, `“${name}” 열은 여기에 쓸 수 없어요.`),
      hint: remedy,
    },
  ];
}

/** A problem with what stands before this split: steps that have seen test rows, or another split. */
function orderProblems(schema: TableSchema): readonly Problem[] {
  if (schema.partitioned) {
    return [
      {
        code: 'already-split',
        severity: 'warning',
        message: text(
          'The table is split already: this split replaces the parts, and steps in between were fitted on the old ones.',
          '이미 분할한 표예요. 이 분할이 앞의 분할을 대신하며, 그 사이 단계들은 앞의 분할로 학습했어요.',
        ),
        hint: text('Keep only one of the two splits.', '둘 중 하나만 남기세요.'),
      },
    ];
  }
  if (schema.fittedBeforeSplit.length === 0) return [];
  const hint = text(
    'Move the split before every step that learns from the data.',
    '데이터에서 배우는 모든 단계보다 분할을 앞으로 옮기세요.',
  );
  const onSteps = schema.fittedBeforeSplit.map(
    (nodeId): Problem => ({
      code: 'leakage',
      severity: 'warning',
      nodeId,
      message: text(
        'This step learns from rows that a later split sets aside for testing, so the test looks better than it is.',
        '뒤에서 테스트용으로 떼어 둘 행까지 보고 배우므로 테스트 점수가 실제보다 좋게 나와요.',
      ),
      hint,
    }),
  );
  return [
    {
      code: 'leakage',
      severity: 'warning',
      message: text(
        'Steps before this split learn from all rows, test rows included.',
        '이 분할보다 앞의 단계가 테스트 행을 포함한 모든 행에서 배웠어요.',
      ),
      hint,
    },
    ...onSteps,
  ];
}
