import { z } from 'zod';
import type { Problem } from '../../../graph/problem';
import { counted } from '../../../lib/figures';
import { text } from '../../../lib/text';
import { CELL_TYPES } from '../../../table/column-types';
import { gaining } from '../../../table/schema';
import type { ColumnType, Field } from '../../../table/table';
import { chosenFields } from '../../contract/chosen-columns';
import { defineKind, tableAt } from '../../contract/kind';

export const FILLABLE: readonly ColumnType[] = CELL_TYPES;

const missingParams = z.strictObject({
  method: z.enum(['fill', 'drop']).default('fill'),
  columns: z.array(z.string()).default([]),
  numeric: z.enum(['mean', 'median', 'most_frequent', 'constant', 'leave']).default('median'),
  numericValue: z.number().default(0),
  categorical: z.enum(['most_frequent', 'constant', 'leave']).default('most_frequent'),
  word: z.string().min(1).default('missing'),
  indicator: z.boolean().default(false),
});
export type MissingParams = z.infer<typeof missingParams>;

/** How one column's missing cells are filled with these params; null: they are left. */
export type Filling = 'mean' | 'median' | 'most_frequent' | 'constant' | null;

export function fillingOf(type: ColumnType, params: MissingParams): Filling {
  switch (type) {
    case 'number':
    case 'integer':
      return params.numeric === 'leave' ? null : params.numeric;
    case 'date':
      return params.numeric === 'leave' || params.numeric === 'constant' ? null : params.numeric;
    case 'boolean':
      return params.categorical === 'leave' ? null : 'most_frequent';
    case 'category':
    case 'text':
      return params.categorical === 'leave' ? null : params.categorical;
    case 'image':
      return null;
  }
}

/** The name of the column that says where one was empty. */
export const indicatorOf = (name: string): string => `${name}_missing`;

/** A filled column's type: whole numbers become fractions where the fill may be one. */
export function filledType<T extends ColumnType>(type: T, params: MissingParams): T | 'number' {
  if (type !== 'integer') return type;
  const filling = fillingOf(type, params);
  const whole = filling === null || filling === 'most_frequent' || Number.isInteger(params.numericValue);
  return filling === 'mean' || filling === 'median' || !whole ? 'number' : type;
}

/** One type of each filling. */
const LEARNED_TYPES = ['number', 'category'] as const;

const NUMERIC_LABELS = {
  mean: text('mean', '평균'),
  median: text('median', '중앙값'),
  most_frequent: text('most frequent', '최빈값'),
  constant: text('constant', '상수'),
  leave: text('leave', '그대로'),
} as const;

export const missingSpec = defineKind({
  id: 'prepare.missing',
  version: 1,
  stage: 'prepare',
  role: 'step',
  computesWith: 'nothing',
  icon: 'circle-dashed',
  title: text('Handle missing values', '결측치 처리'),
  keywords: ['impute', 'imputation', 'NaN', 'null', 'empty', 'fill', '결측', '결측값', '대치', '빈칸'],
  inputs: [{ name: 'table', type: 'table', title: text('Table', '표') }],
  outputs: [{ name: 'table', type: 'table', title: text('Complete table', '결측치를 처리한 표') }],
  params: missingParams,
  form: {
    method: {
      label: text('What to do', '처리 방법'),
      control: {
        type: 'choice',
        options: [
          { value: 'fill', label: text('Fill empty cells', '빈 칸 채우기') },
          { value: 'drop', label: text('Drop rows', '행 지우기') },
        ],
      },
    },
    columns: {
      label: text('Columns', '열'),
      control: { type: 'columns', port: 'table', types: FILLABLE, emptyMeans: text('all features', '모든 특성') },
    },
    numeric: {
      label: text('Numbers get', '수치형 열'),
      control: {
        type: 'choice',
        options: [
          { value: 'median', label: text('The median', '중앙값') },
          { value: 'mean', label: text('The mean', '평균') },
          { value: 'most_frequent', label: text('The most frequent value', '최빈값') },
          { value: 'constant', label: text('A constant', '상수') },
          { value: 'leave', label: text('Leave them empty', '그대로 두기') },
        ],
      },
      when: ({ method }) => method === 'fill',
    },
    numericValue: {
      label: text('Number', '채울 수'),
      control: { type: 'number' },
      when: ({ method, numeric }) => method === 'fill' && numeric === 'constant',
    },
    categorical: {
      label: text('Categories get', '범주형 열'),
      control: {
        type: 'choice',
        options: [
          { value: 'most_frequent', label: text('The most frequent word', '최빈값') },
          { value: 'constant', label: text('A word of their own', '정한 단어') },
          { value: 'leave', label: text('Leave them empty', '그대로 두기') },
        ],
      },
      when: ({ method }) => method === 'fill',
    },
    word: {
      label: text('Word', '채울 단어'),
      control: { type: 'text' },
      when: ({ method, categorical }) => method === 'fill' && categorical === 'constant',
    },
    indicator: {
      label: text('Mark what was missing', '결측 표시 열 추가'),
      control: { type: 'toggle' },
      section: 'advanced',
      when: ({ method }) => method === 'fill',
    },
  },
  summary: (params) => {
    const n = params.columns.length;
    const where = n === 0 ? text('all features', '모든 특성') : text(counted(n, 'column'), `열 ${n}개`);
    if (params.method === 'drop') return text(`drop rows · ${where.en}`, `행 지우기 · ${where.ko}`);
    const numeric = NUMERIC_LABELS[params.numeric];
    const words = NUMERIC_LABELS[params.categorical];
    return text(`${numeric.en}, ${words.en} · ${where.en}`, `${numeric.ko}, ${words.ko} · ${where.ko}`);
  },
  infer: (inputs, params, { nodeId }) => {
    const schema = tableAt(inputs, 'table');
    if (schema === undefined) return { outputs: {}, problems: [] };
    const found = chosenFields(schema, params.columns, FILLABLE, 'columns');
    const problems: Problem[] = [...found.problems];
    const fill = params.method === 'fill';
    const names = new Set(found.fields.map(({ name }) => name));
    const indicated = fill && params.indicator;
    // Of a table that has not been read yet, any column may turn up.
    const types = [...found.fields.map(({ type }) => type), ...(schema.complete ? [] : LEARNED_TYPES)];
    const learns = indicated || (fill && types.some((type) => ![null, 'constant'].includes(fillingOf(type, params))));
    // Which columns get an indicator is known only when it runs.
    const { rows, ...rest } = indicated ? gaining(schema, null) : schema;
    const dropsRows = !fill || schema.fields.some(({ role }) => role === 'target');
    return {
      outputs: {
        table: {
          ...rest,
          // How many rows go is known only when it runs.
          ...(dropsRows || rows === undefined ? {} : { rows }),
          fields: fill
            ? schema.fields.map((field) => (names.has(field.name) ? filledField(field, params) : field))
            : schema.fields,
          fittedBeforeSplit:
            schema.partitioned || !learns ? schema.fittedBeforeSplit : [...schema.fittedBeforeSplit, nodeId],
        },
      },
      problems,
    };
  },
});

function filledField(field: Field, params: MissingParams): Field {
  const { categories } = field;
  if (field.type === 'category' && params.categorical === 'constant' && categories !== undefined) {
    return { ...field, categories: categories.includes(params.word) ? categories : [...categories, params.word] };
  }
  return { ...field, type: filledType(field.type, params) };
}
