import { z } from 'zod';
import type { Problem } from '../../../graph/problem';
import type { TableSchema } from '../../../graph/schema-types';
import { count, percent } from '../../../lib/figures';
import { text } from '../../../lib/text';
import type { ColumnType, Field } from '../../../table/table';
import { absentColumn } from '../../contract/chosen-columns';
import { defineKind, tableAt } from '../../contract/kind';
import { columnWithoutTime, notRaw, tooFewRows } from './problems';

const streamParams = z.strictObject({
  history: z.enum(['rows', 'share']).default('rows'),
  historyRows: z.int().min(10).max(10_000_000).default(2_000),
  historyShare: z.number().min(0.01).max(0.95).default(0.3),
  batchRows: z.int().min(1).max(100_000).default(100),
  labelDelay: z.int().min(0).max(1_000).default(0),
  labelShare: z.number().min(0).max(1).default(1),
  target: z.string().default(''),
  order: z.enum(['asIs', 'time']).default('asIs'),
  timeColumn: z.string().default(''),
  minutesPerBatch: z.number().min(0.01).max(525_600).default(60),
  follow: z.string().default(''),
});
export type StreamParams = z.infer<typeof streamParams>;

const TIME_TYPES: readonly ColumnType[] = ['date', 'integer', 'number'];

/** Rows of the history; at least one is left to be handed out where no more can come. */
export function historyRowsOf(rows: number, { history, historyRows, historyShare }: StreamParams): number {
  return history === 'rows' ? historyRows : Math.floor(rows * historyShare);
}

/** Columns with the chosen target in its role; one that had it before is an ordinary feature. */
export function withTarget<C extends Pick<Field, 'name' | 'role'>>(
  columns: readonly C[],
  target: string,
): readonly C[] {
  if (target === '' || !columns.some(({ name }) => name === target)) return columns;
  return columns.map((column) => {
    if (column.name === target) return { ...column, role: 'target' as const };
    return column.role === 'target' ? { ...column, role: null } : column;
  });
}

export const streamSpec = defineKind({
  id: 'retrain.stream',
  version: 1,
  stage: 'retrain',
  role: 'stream',
  computesWith: 'nothing',
  icon: 'radio',
  title: text('Stream', '스트림'),
  keywords: [
    'stream',
    'replay',
    'batch',
    'live',
    'online',
    'production',
    'simulate',
    'clock',
    'label delay',
    '스트림',
    '재생',
    '배치',
    '실시간',
    '온라인',
    '운영',
    '재학습',
  ],
  inputs: [{ name: 'table', type: 'table', title: text('Rows in order of time', '시간순 행') }],
  outputs: [
    { name: 'table', type: 'table', title: text('History', '이력') },
    { name: 'stream', type: 'stream', title: text('Batches', '배치'), live: 'only' },
  ],
  params: streamParams,
  form: {
    history: {
      label: text('History', '이력'),
      control: {
        type: 'choice',
        options: [
          { value: 'rows', label: text('Number of rows', '행 수') },
          { value: 'share', label: text('Share of the table', '표의 비율') },
        ],
      },
    },
    historyRows: {
      label: text('History rows', '이력 행 수'),
      control: { type: 'number', min: 10, max: 10_000_000, step: 100, integer: true },
      when: ({ history }) => history === 'rows',
    },
    historyShare: {
      label: text('History share', '이력 비율'),
      control: { type: 'number', min: 0.01, max: 0.95, step: 0.05 },
      when: ({ history }) => history === 'share',
    },
    batchRows: {
      label: text('Rows per batch', '배치당 행 수'),
      control: { type: 'number', min: 1, max: 100_000, step: 10, integer: true },
    },
    labelDelay: {
      label: text('Labels come late by', '정답 지연'),
      control: { type: 'number', min: 0, max: 1_000, step: 1, integer: true, unit: text('batches', '배치') },
    },
    labelShare: {
      label: text('Rows that get a label', '정답을 받는 행의 비율'),
      control: { type: 'number', min: 0, max: 1, step: 0.05 },
    },
    target: {
      label: text('Target', '목표 열'),
      control: { type: 'column', port: 'table', optional: true },
    },
    order: {
      label: text('Order', '순서'),
      control: {
        type: 'choice',
        options: [
          { value: 'asIs', label: text('As the table stands', '표에 있는 그대로') },
          { value: 'time', label: text('By time', '시간순') },
        ],
      },
    },
    timeColumn: {
      label: text('Time column', '시간 열'),
      control: { type: 'column', port: 'table', types: TIME_TYPES, optional: true },
    },
    minutesPerBatch: {
      label: text('Time per batch', '배치당 시간'),
      control: { type: 'number', min: 0.01, max: 525_600, step: 1, unit: text('minutes', '분') },
      section: 'advanced',
    },
    follow: {
      label: text('Go on with', '이어서 받을 데이터'),
      control: { type: 'dataSet', placeholder: text('nothing', '없음') },
      section: 'advanced',
    },
  },
  summary: (params) => {
    const { history, historyRows, historyShare, batchRows, labelDelay } = params;
    const first = history === 'rows' ? count(historyRows) : percent(historyShare);
    const late = labelDelay > 0 ? text(` · labels ${labelDelay} late`, ` · 정답 ${labelDelay}배치 뒤`) : text('', '');
    return text(
      `${first} history · batches of ${count(batchRows)}${late.en}`,
      `이력 ${first}${history === 'rows' ? '행' : ''} · 배치 ${count(batchRows)}행${late.ko}`,
    );
  },
  infer: (inputs, params) => {
    const schema = tableAt(inputs, 'table');
    if (schema === undefined) return { outputs: { stream: { type: 'stream' } }, problems: [] };
    const fields = withTarget(schema.fields, params.target);
    const rows = schema.rows === undefined ? undefined : historyRowsOf(schema.rows, params);
    const { rows: _all, ...rest } = schema;
    return {
      outputs: { table: { ...rest, fields, ...(rows === undefined ? {} : { rows }) }, stream: { type: 'stream' } },
      problems: problemsOf(schema, fields, params),
    };
  },
});

function problemsOf(schema: TableSchema, fields: readonly Field[], params: StreamParams): readonly Problem[] {
  const { target, order, timeColumn, follow } = params;
  const problems: (Problem | null)[] = [
    absentColumn(schema, target, 'target'),
    absentColumn(schema, timeColumn, 'timeColumn'),
  ];
  if (schema.partitioned || schema.fittedBeforeSplit.length > 0)
    problems.push({ severity: 'error', ...notRaw(schema.partitioned) });
  if (order === 'time' && timeColumn === '' && schema.complete && !fields.some(({ role }) => role === 'time')) {
    problems.push({ severity: 'error', param: 'timeColumn', ...columnWithoutTime() });
  }
  const chosen = fields.find(({ name }) => name === timeColumn);
  if (chosen !== undefined && !TIME_TYPES.includes(chosen.type)) {
    problems.push({ severity: 'error', param: 'timeColumn', column: chosen.name, ...columnWithoutTime(chosen.name) });
  }
  if (schema.rows !== undefined) {
    const few = tooFewRows(schema.rows, historyRowsOf(schema.rows, params), follow.trim() !== '');
    if (few !== null)
      problems.push({ severity: 'error', param: params.history === 'rows' ? 'historyRows' : 'historyShare', ...few });
  }
  if (target === '' && schema.complete && !fields.some(({ role }) => role === 'target')) {
    problems.push({
      code: 'stream-without-target',
      severity: 'warning',
      param: 'target',
      message: text('No column is the target, so no labels will arrive.', '목표 열이 없어서 정답이 도착하지 않아요.'),
      hint: text(
        'Choose it here, or in “Choose columns” before this node: one chosen after it is for training alone.',
        '여기나 이 노드 앞의 “열 고르기”에서 목표 열을 정하세요. 뒤에서 정한 목표 열은 학습에만 써요.',
      ),
    });
  }
  return problems.filter((problem) => problem !== null);
}
