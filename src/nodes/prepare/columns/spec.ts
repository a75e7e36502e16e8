import type { Problem } from '../../../graph/problem';
import type { TableSchema } from '../../../graph/schema-types';
import { text } from '../../../lib/text';
import type { Flattery } from '../../../table/schema';
import type { Field } from '../../../table/table';
import { absentColumn } from '../../contract/chosen-columns';
import { defineKind, type Option, tableAt } from '../../contract/kind';
import { type ColumnsParams, columnsParams } from './params';
import { planColumns } from './plan';

const typeOptions: readonly Option[] = [
  { value: 'keep', label: text('As it is', '그대로') },
  { value: 'number', label: text('Number', '실수') },
  { value: 'integer', label: text('Whole number', '정수') },
  { value: 'boolean', label: text('True/false', '참/거짓') },
  { value: 'date', label: text('Date', '날짜') },
  { value: 'category', label: text('Category', '범주') },
  { value: 'text', label: text('Text', '텍스트') },
];

const writtenOptions: readonly Option[] = [
  { value: 'auto', label: text('Automatic', '자동') },
  { value: 'point', label: text('1,234.5', '1,234.5') },
  { value: 'comma', label: text('1.234,5', '1.234,5') },
  { value: 'day-first', label: text('31/12/2024', '31/12/2024') },
  { value: 'month-first', label: text('12/31/2024', '12/31/2024') },
];

const roleOptions: readonly Option[] = [
  { value: 'keep', label: text('As it is', '그대로') },
  { value: 'none', label: text('Feature', '특성') },
  { value: 'target', label: text('Target', '목표'), help: text('What is to be predicted.', '예측할 값이에요.') },
  {
    value: 'sensitive',
    label: text('Sensitive', '민감 속성'),
    help: text('Compared in the bias analysis, not learned from.', '편향 분석에서 비교하며 학습에는 쓰지 않아요.'),
  },
  { value: 'time', label: text('Time', '시간') },
  {
    value: 'id',
    label: text('Id', 'ID'),
    help: text('Kept along, not learned from.', '함께 두되 학습에는 쓰지 않아요.'),
  },
  { value: 'weight', label: text('Weight', '가중치'), help: text('How much a row counts.', '행의 중요도예요.') },
];

export const columnsSpec = defineKind({
  id: 'prepare.columns',
  version: 2,
  stage: 'prepare',
  role: 'step',
  computesWith: 'nothing',
  icon: 'columns-3',
  title: text('Choose columns', '열 고르기'),
  help: text(
    'Says which column is to be predicted, drops what should not be learned from, and renames, retypes or gives a role to single columns. Ids, times, weights and sensitive columns travel along but are no features.',
    '어느 열을 예측할지 정하고, 학습에 쓰지 않을 열을 빼고, 열마다 이름과 유형, 역할을 바꿔요. ID, 시간, 가중치, 민감 속성 열은 함께 다니지만 특성으로 쓰지 않아요.',
  ),
  keywords: [
    'target',
    'label',
    'drop',
    'select',
    'rename',
    'type',
    'role',
    'features',
    '목표',
    '타깃',
    '삭제',
    '이름',
    '유형',
    '역할',
    '특성',
  ],
  inputs: [{ name: 'table', type: 'table', title: text('Table', '표') }],
  outputs: [{ name: 'table', type: 'table', title: text('Table', '표') }],
  params: columnsParams,
  form: {
    target: {
      label: text('Target', '목표'),
      help: text('The column to be predicted.', '예측할 열이에요.'),
      control: { type: 'column', port: 'table', optional: true },
    },
    drop: {
      label: text('Drop', '뺄 열'),
      control: { type: 'columns', port: 'table', emptyMeans: text('none', '없음') },
    },
    keep: {
      label: text('Keep only', '남길 열'),
      help: text('The target is kept in any case.', '목표 열은 언제나 남겨요.'),
      control: { type: 'columns', port: 'table', emptyMeans: text('all', '모두') },
      section: 'advanced',
    },
    settings: {
      label: text('Column by column', '열별 설정'),
      control: {
        type: 'perColumn',
        port: 'table',
        fields: [
          {
            name: 'role',
            label: text('Role', '역할'),
            control: { type: 'choice', options: roleOptions },
          },
          {
            name: 'type',
            label: text('Type', '유형'),
            control: { type: 'choice', options: typeOptions },
          },
          {
            name: 'written',
            label: text('Written as', '적힌 모양'),
            control: { type: 'choice', options: writtenOptions },
          },
          { name: 'rename', label: text('New name', '새 이름'), control: { type: 'text' } },
        ],
      },
    },
    unreadable: {
      label: text('Cells that do not fit the new type', '새 유형으로 읽을 수 없는 칸'),
      control: {
        type: 'choice',
        options: [
          { value: 'fail', label: text('Stop with a message', '오류로 멈추기') },
          { value: 'missing', label: text('Become empty', '비우기') },
        ],
      },
      section: 'advanced',
    },
  },
  summary: (params) => {
    const parts = [
      ...(params.target === '' ? [] : [text(`target ${params.target}`, `목표 ${params.target}`)]),
      ...(params.drop.length === 0 ? [] : [text(`drop ${params.drop.length}`, `${params.drop.length}개 빼기`)]),
      ...(params.keep.length === 0 ? [] : [text(`keep ${params.keep.length}`, `${params.keep.length}개 남기기`)]),
      ...(Object.keys(params.settings).length === 0
        ? []
        : [text(`${Object.keys(params.settings).length} set`, `${Object.keys(params.settings).length}개 설정`)]),
    ];
    if (parts.length === 0) return text('all columns as they are', '모든 열 그대로');
    return text(parts.map(({ en }) => en).join(' · '), parts.map(({ ko }) => ko).join(' · '));
  },
  infer: (inputs, params) => {
    const schema = tableAt(inputs, 'table');
    if (schema === undefined) return { outputs: {}, problems: [] };
    const plan = new Map(planColumns(schema.fields, params).map((column) => [column.from, column]));
    const fields = schema.fields.flatMap((field): readonly Field[] => {
      const change = plan.get(field.name);
      if (change === undefined) return [];
      const { name, type, role } = change;
      return [type === field.type ? { ...field, name, role } : { name, type, role }];
    });
    const { flattery, ...rest } = schema;
    const left = flattery?.flatMap((one) => withColumnsOf(one, plan));
    const table = { ...rest, fields, ...(left === undefined || left.length === 0 ? {} : { flattery: left }) };
    return { outputs: { table }, problems: problemsOf(schema, params, fields) };
  },
});

/** What flatters, under the new names of its columns; nothing where one of them is no longer learned from. */
function withColumnsOf(one: Flattery, plan: ReadonlyMap<string, Pick<Field, 'name' | 'role'>>): readonly Flattery[] {
  const columns = one.columns.flatMap((name) => plan.get(name) ?? []).flatMap(({ name, role }) => (role ? [] : name));
  const [column = ''] = columns;
  return columns.length < one.columns.length ? [] : [{ ...one, columns, ...(one.column && { column }) }];
}

function problemsOf(schema: TableSchema, params: ColumnsParams, fields: readonly Field[]): readonly Problem[] {
  const problems: Problem[] = [];
  const target = absentColumn(schema, params.target, 'target');
  if (target !== null) problems.push(target);
  const listed = [
    ...params.drop.map((name) => [name, 'drop'] as const),
    ...params.keep.map((name) => [name, 'keep'] as const),
    ...Object.keys(params.settings).map((name) => [name, 'settings'] as const),
  ];
  for (const [name, param] of listed) {
    const absent = absentColumn(schema, name, param);
    if (absent !== null) problems.push({ ...absent, severity: 'warning' });
  }
  if (params.target !== '' && params.drop.includes(params.target)) {
    problems.push({
      code: 'target-dropped',
      severity: 'error',
      param: 'drop',
      column: params.target,
      message: text(`The target “${params.target}” is dropped.`, `목표 “${params.target}” 열을 빼고 있어요.`),
      hint: text('Take it off the list, or choose another target.', '뺄 열에서 지우거나 다른 목표를 고르세요.'),
    });
  }
  const seen = new Set<string>();
  for (const { name } of fields) {
    if (seen.has(name)) {
      problems.push({
        code: 'duplicate-column',
        severity: 'error',
        param: 'settings',
        column: name,
        message: text(`Two columns would be called “${name}”.`, `“${name}” 열이 두 개가 돼요.`),
        hint: text('Give one of them another name.', '한 열에 다른 이름을 붙이세요.'),
      });
    }
    seen.add(name);
  }
  const targets = fields.filter(({ role }) => role === 'target');
  if (targets.length > 1) {
    problems.push({
      code: 'two-targets',
      severity: 'error',
      param: 'settings',
      message: text(
        `There are ${targets.length} targets: ${targets.map(({ name }) => name).join(', ')}.`,
        `목표가 ${targets.length}개예요: ${targets.map(({ name }) => name).join(', ')}.`,
      ),
      hint: text('Choose one target.', '목표를 하나만 고르세요.'),
    });
  }
  for (const field of schema.fields) {
    const type = Object.hasOwn(params.settings, field.name) ? params.settings[field.name]?.type : undefined;
    if (field.type !== 'image' || type === undefined || type === 'keep') continue;
    problems.push({
      code: 'image-type-fixed',
      severity: 'error',
      param: 'settings',
      column: field.name,
      message: text(
        `Image column “${field.name}” cannot change its type.`,
        `이미지 열 “${field.name}”의 유형은 바꿀 수 없어요.`,
      ),
      hint: text('Leave its type as it is.', '유형을 그대로 두세요.'),
    });
  }
  if (fields.length === 0 && schema.complete) {
    problems.push({
      code: 'no-columns-left',
      severity: 'error',
      param: 'drop',
      message: text('No column is left.', '남는 열이 없어요.'),
      hint: text('Drop fewer columns.', '뺄 열을 줄이세요.'),
    });
  }
  return problems;
}
