import type { Problem } from '../../../graph/problem';
import type { TableSchema } from '../../../graph/schema-types';
import { text } from '../../../lib/text';
import { type Flattery, gaining } from '../../../table/schema';
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
  { value: 'target', label: text('Target', '목표') },
  { value: 'sensitive', label: text('Sensitive', '민감 속성') },
  { value: 'time', label: text('Time', '시간') },
  { value: 'id', label: text('Identifier', '식별자') },
  { value: 'weight', label: text('Weight', '가중치') },
];

export const columnsSpec = defineKind({
  id: 'prepare.columns',
  version: 2,
  stage: 'prepare',
  role: 'step',
  computesWith: 'nothing',
  icon: 'columns-3',
  title: text('Choose columns', '열 고르기'),
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
      control: { type: 'column', port: 'table', optional: true },
    },
    drop: {
      label: text('Drop', '뺄 열'),
      control: { type: 'columns', port: 'table', emptyMeans: text('none', '없음') },
    },
    keep: {
      label: text('Keep only', '남길 열'),
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
    // A column that may yet turn up may be given any name.
    const renames = !schema.complete && Object.keys(params.settings).some((name) => !plan.has(name));
    const { flattery, ...rest } = renames ? gaining(schema, null) : schema;
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
