import { z } from 'zod';
import type { Problem } from '../../../graph/problem';
import type { ModelSchema, TableSchema } from '../../../graph/schema-types';
import { text } from '../../../lib/text';
import { groupColumnGone } from '../../../table/group-column';
import { surelyLacks } from '../../../table/schema';
import { absentColumn } from '../../contract/chosen-columns';
import { defineKind, tableAt } from '../../contract/kind';

const MEASURES = ['f1', 'balancedAccuracy', 'accuracy'] as const;

const thresholdParams = z.strictObject({
  method: z.enum(['manual', 'measure']).default('manual'),
  threshold: z.number().min(0).max(1).default(0.5),
  measure: z.enum(MEASURES).default('f1'),
  positiveClass: z.string().max(1_000).default(''),
  groupColumn: z.string().max(1_000).default(''),
  groups: z.record(z.string(), z.number().min(0).max(1)).default({}),
});
export type ThresholdParams = z.infer<typeof thresholdParams>;

export const MEASURE_NAMES = {
  f1: text('F1', 'F1'),
  balancedAccuracy: text('Balanced accuracy', '균형 정확도'),
  accuracy: text('Accuracy', '정확도'),
} as const;

export const thresholdSpec = defineKind({
  id: 'train.threshold',
  version: 2,
  stage: 'train',
  role: 'model-step',
  computesWith: 'network',
  icon: 'scale',
  title: text('Decision threshold', '판정 임계값'),
  keywords: [
    'cutoff',
    'decision rule',
    'operating point',
    'cost',
    'precision',
    'recall',
    'group',
    'fairness',
    '임계값',
    '기준값',
    '판정',
    '정밀도',
    '재현율',
    '공정성',
  ],
  inputs: [
    { name: 'model', type: 'model', title: text('Model', '모델') },
    { name: 'table', type: 'table', title: text('Prepared table', '준비된 표'), optional: true },
  ],
  outputs: [{ name: 'model', type: 'model', title: text('Model', '모델') }],
  params: thresholdParams,
  form: {
    method: {
      label: text('Set it', '정하는 방법'),
      control: {
        type: 'choice',
        options: [
          { value: 'manual', label: text('By hand', '직접') },
          { value: 'measure', label: text('By a measure', '지표로') },
        ],
      },
    },
    threshold: {
      label: text('Threshold', '임계값'),
      control: { type: 'number', min: 0, max: 1, step: 0.01 },
      when: ({ method }) => method === 'manual',
    },
    measure: {
      label: text('Best by', '기준 지표'),
      control: {
        type: 'choice',
        options: MEASURES.map((value) => ({ value, label: MEASURE_NAMES[value] })),
      },
      when: ({ method }) => method === 'measure',
    },
    positiveClass: {
      label: text('Positive class', '양성 클래스'),
      control: { type: 'text', placeholder: text('second class', '두 번째 클래스') },
      section: 'advanced',
    },
    groupColumn: {
      label: text('Column of groups', '집단 열'),
      control: {
        type: 'column',
        port: 'table',
        types: ['category', 'boolean', 'integer', 'text'],
        roles: [null, 'sensitive', 'id', 'time', 'weight'],
        optional: true,
      },
      section: 'advanced',
    },
    groups: {
      label: text('Thresholds of groups', '집단별 임계값'),
      control: { type: 'perValue', port: 'table', column: 'groupColumn', min: 0, max: 1, step: 0.01, start: 0.5 },
      section: 'advanced',
      when: ({ groupColumn }) => groupColumn !== '',
    },
  },
  summary: ({ method, threshold, measure, groupColumn, groups }) => {
    const named = groupColumn === '' ? 0 : Object.keys(groups).length;
    const more = named === 0 ? text('', '') : text(` · ${named} of groups`, ` · 집단별 ${named}개`);
    const name = MEASURE_NAMES[measure];
    return method === 'manual'
      ? text(`from ${threshold}${more.en}`, `${threshold}부터${more.ko}`)
      : text(`best ${name.en}${more.en}`, `${name.ko} 최고${more.ko}`);
  },
  infer: (inputs, params, { wired }) => {
    const model = inputs.model?.type === 'model' ? inputs.model : undefined;
    const table = tableAt(inputs, 'table');
    const problems = [...modelProblems(model, params), ...columnProblems(model, table, params)];
    const without = table === undefined && wired?.has('table') !== true;
    if (params.method === 'measure' && without) problems.push({ ...TABLE_NEEDED, severity: 'error' });
    return { outputs: { model }, problems };
  },
});

/** What to say of a measure that has nothing to be taken on. */
export const TABLE_NEEDED = {
  code: 'table-needed',
  port: 'table',
  message: text('A measure needs rows to be measured on.', '지표를 재려면 행이 필요해요.'),
  hint: text(
    'Connect the table that the model was trained on, or set the threshold by hand.',
    '모델을 학습시킨 표를 연결하거나 임계값을 직접 정해 주세요.',
  ),
} as const;

function modelProblems(model: ModelSchema | undefined, { positiveClass }: ThresholdParams): readonly Problem[] {
  if (model === undefined) return [];
  if (model.task !== 'binary') {
    return [
      {
        code: 'no-two-classes',
        severity: 'warning',
        port: 'model',
        message: text(
          'A threshold decides between two classes; this model goes through as it is.',
          '임계값은 두 클래스를 가를 때만 쓰여요. 이 모델은 그대로 지나가요.',
        ),
        hint: text(
          'Take this node out, or train on a target of two classes.',
          '이 노드를 빼거나 클래스가 둘인 목표로 학습해 주세요.',
        ),
      },
    ];
  }
  if (positiveClass === '' || model.classes === undefined || model.classes.includes(positiveClass)) return [];
  return [{ severity: 'error', param: 'positiveClass', ...unknownClass(positiveClass, model.classes) }];
}

/** What to say of a positive class that the model does not know. */
export function unknownClass(name: string, classes: readonly string[]): Pick<Problem, 'code' | 'message' | 'hint'> {
  const list = classes.map((word) => `“${word}”`);
  return {
    code: 'class-not-found',
    message: text(`The model has no class “${name}”.`, `모델에 “${name}” 클래스가 없어요.`),
    hint: text(
      `Write ${list.join(' or ')}, or leave it empty.`,
      `${list.join(' 또는 ')} 중 하나를 적거나 비워 두세요.`,
    ),
  };
}

function columnProblems(
  model: ModelSchema | undefined,
  table: TableSchema | undefined,
  { groupColumn, groups }: ThresholdParams,
): readonly Problem[] {
  if (groupColumn === '') return [];
  const absent = table === undefined ? null : absentColumn(table, groupColumn, 'groupColumn');
  if (absent !== null) return [absent];
  const column = table?.fields.find(({ name }) => name === groupColumn);
  if (column?.role === 'target' || groupColumn === model?.target) {
    return [{ severity: 'error', param: 'groupColumn', ...groupsByTarget(groupColumn) }];
  }
  const gone = model?.table !== undefined && surelyLacks(model.table, groupColumn);
  if (gone) return [{ severity: 'error', param: 'groupColumn', ...groupColumnGone(groupColumn) }];
  const { categories } = column ?? model?.table?.fields.find(({ name }) => name === groupColumn) ?? {};
  if (Object.keys(groups).length === 0) return [{ severity: 'warning', param: 'groups', ...noGroups(groupColumn) }];
  const strangers = Object.keys(groups).filter((group) => categories?.includes(group) === false);
  return strangers.length === 0
    ? []
    : [{ severity: 'warning', param: 'groups', ...groupsUnknown(groupColumn, strangers) }];
}

/** What to say of a column that tells groups of which none has a threshold. */
const noGroups = (column: string): Pick<Problem, 'code' | 'column' | 'message' | 'hint'> => ({
  code: 'groups-none',
  column,
  message: text(
    `No group of “${column}” has a threshold of its own, so the column decides nothing.`,
    `“${column}”의 어느 집단에도 따로 정한 임계값이 없어서 이 열은 아무것도 정하지 않아요.`,
  ),
  hint: text('Add a group, or take the column out.', '집단을 추가하거나 열을 비워 주세요.'),
});

/** What to say of groups with a threshold that no row belongs to. */
export function groupsUnknown(
  column: string,
  groups: readonly string[],
): Pick<Problem, 'code' | 'column' | 'message' | 'hint'> {
  const list = groups.map((word) => `“${word}”`).join(', ');
  return {
    code: 'groups-unknown',
    column,
    message: text(
      `No row has ${list} in column “${column}”, so ${groups.length === 1 ? 'its threshold decides' : 'their thresholds decide'} nothing.`,
      `“${column}” 열에 ${list} 값인 행이 없어서 그 임계값은 쓰이지 않아요.`,
    ),
    hint: text('Write the groups as the column has them.', '열에 있는 대로 집단을 적어 주세요.'),
  };
}

/** What to say of groups that are told by what is to be predicted. */
export const groupsByTarget = (column: string): Pick<Problem, 'code' | 'column' | 'message' | 'hint'> => ({
  code: 'groups-by-target',
  column,
  message: text(
    `Groups cannot be told by “${column}”, which is to be predicted.`,
    `예측할 “${column}” 열로는 집단을 나눌 수 없어요.`,
  ),
  hint: text('Choose another column.', '다른 열을 골라 주세요.'),
});
