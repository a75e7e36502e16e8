import { z } from 'zod';
import type { Problem } from '../../../graph/problem';
import type { ModelSchema, TableSchema, WireSchema } from '../../../graph/schema-types';
import { type Language, text } from '../../../lib/text';
import type { Mend } from '../../../table/notes';
import { freeName, predictionFields } from '../../../table/prediction-fields';
import { gaining } from '../../../table/schema';
import type { Field } from '../../../table/table';
import { defineKind, tableAt } from '../../contract/kind';

const evaluateParams = z.strictObject({
  parts: z.enum(['all', 'train', 'validation', 'test']).default('all'),
});
export type EvaluateParams = z.infer<typeof evaluateParams>;

/** The column that names each row's part in the predictions, and its words in the order of their codes. */
export const PART_COLUMN = 'part';
export const PART_WORDS = ['train', 'validation', 'test'] as const;

export const evaluateSpec = defineKind({
  id: 'train.evaluate',
  version: 3,
  stage: 'train',
  role: 'evaluator',
  computesWith: 'network',
  icon: 'gauge',
  title: text('Evaluate', '모델 평가'),
  keywords: [
    'metrics',
    'accuracy',
    'confusion',
    'roc',
    'auc',
    'f1',
    'precision',
    'recall',
    'rmse',
    'r2',
    'score',
    'test',
    '평가',
    '정확도',
    '혼동 행렬',
    '정밀도',
    '재현율',
    '지표',
    '성능',
    '오차',
  ],
  inputs: [
    { name: 'model', type: 'model', title: text('Model', '모델') },
    { name: 'table', type: 'table', title: text('Prepared table', '준비된 표') },
  ],
  outputs: [
    { name: 'report', type: 'report', title: text('Report', '평가 보고서') },
    { name: 'predictions', type: 'table', title: text('Predictions', '예측값') },
  ],
  params: evaluateParams,
  form: {
    parts: {
      label: text('Parts to measure', '측정할 부분'),
      control: {
        type: 'choice',
        options: [
          { value: 'all', label: text('All', '모두') },
          { value: 'test', label: text('Test', '테스트') },
          { value: 'validation', label: text('Validation', '검증') },
          { value: 'train', label: text('Training', '학습') },
        ],
      },
    },
  },
  summary: ({ parts }) => PART_SUMMARY[parts],
  infer: (inputs, params) => {
    const model = inputs.model?.type === 'model' ? inputs.model : undefined;
    const table = tableAt(inputs, 'table');
    return {
      outputs: { report: { type: 'report' }, predictions: predictionsSchema(model, table, params) },
      problems: tableProblems(model, table, params),
    };
  },
});

const SPLIT_IT: Mend = {
  type: 'insert',
  kind: 'prepare.split',
  before: 'learning',
  label: text('Split into parts', '데이터 분할 넣기'),
};

const PART_SUMMARY = {
  all: text('all parts', '모든 부분'),
  train: text('training part', '학습 부분'),
  validation: text('validation part', '검증 부분'),
  test: text('test part', '테스트 부분'),
} as const;

function predictionsSchema(
  model: ModelSchema | undefined,
  table: TableSchema | undefined,
  params: EvaluateParams,
): WireSchema | undefined {
  if (table === undefined) return undefined;
  const names = table.fields.map((field) => field.name);
  const known = model !== undefined && (model.task === 'regression' || model.classes !== undefined);
  const predicted = known ? predictionFields(names, model.classes) : [];
  const part: Field = {
    name: freeName(PART_COLUMN, new Set([...names, ...predicted.map((field) => field.name)])),
    type: 'category',
    role: null,
    categories: PART_WORDS,
  };
  const { rows, ...rest } = known ? table : gaining(table, null);
  return {
    ...rest,
    fields: [...table.fields, ...predicted, part],
    ...(rows !== undefined && params.parts === 'all' ? { rows } : {}),
  };
}

function tableProblems(
  model: ModelSchema | undefined,
  table: TableSchema | undefined,
  { parts }: EvaluateParams,
): Problem[] {
  if (table === undefined) return [];
  const problems: Problem[] = [];
  if (table.partitioned && table.fittedBeforeSplit.length > 0) {
    problems.push({
      code: 'leaked-figures',
      severity: 'warning',
      port: 'table',
      message: text(
        'Figures measured here look better than they are: steps before the split learn from these rows.',
        '분할 앞의 단계가 여기서 측정하는 행까지 보고 배워서, 수치가 실제보다 좋게 나와요.',
      ),
      hint: text(
        'Move the split before every step that learns from the data, and run again.',
        '데이터에서 배우는 모든 단계보다 분할을 앞으로 옮기고 다시 실행해 주세요.',
      ),
    });
  }
  if (table.flattery !== undefined) {
    const why = (language: Language): string =>
      (table.flattery ?? [])
        .map(({ column, message }) => `${column === undefined ? '' : `“${column}”: `}${message[language]}`)
        .join(' ');
    problems.push({
      code: 'flattered-figures',
      severity: 'warning',
      port: 'table',
      message: text(
        `Figures measured here look better than they are: ${why('en')}`,
        `수치가 실제보다 좋게 나와요. ${why('ko')}`,
      ),
      hint: text(
        'Mend it where the data are split, and run again.',
        '데이터를 나누는 노드에서 고친 뒤 다시 실행해 주세요.',
      ),
    });
  }
  if (!table.partitioned && (parts === 'all' || parts === 'train')) {
    problems.push({
      code: 'no-test-part',
      severity: 'warning',
      port: 'table',
      message: text(
        'This table is not split, so the model is measured on the rows it has learned from.',
        '표가 나뉘어 있지 않아, 모델이 이미 배운 행으로 측정해요.',
      ),
      hint: text('Put “Split into parts” before the training.', '학습 앞에 “데이터 분할”을 놓으세요.'),
      mend: SPLIT_IT,
    });
  } else if (!table.partitioned) {
    problems.push({
      code: 'part-not-found',
      severity: 'error',
      port: 'table',
      param: 'parts',
      message: text('This table is not split, so it has no such part.', '표가 나뉘어 있지 않아 해당 부분이 없어요.'),
      hint: text(
        'Put “Split into parts” before the training, or measure all parts.',
        '학습 앞에 “데이터 분할”을 놓거나 모든 부분을 측정하세요.',
      ),
    });
  }
  if (model === undefined || !table.complete) return problems;
  const target = table.fields.find((field) => field.name === model.target);
  if (target === undefined) {
    problems.push({
      code: 'target-not-found',
      severity: 'error',
      port: 'table',
      column: model.target,
      message: text(
        `The table has no column “${model.target}”, which the model predicts.`,
        `모델이 예측하는 “${model.target}” 열이 표에 없어요.`,
      ),
      hint: text('Connect the table that the model was trained on.', '모델을 학습시킨 표를 연결하세요.'),
    });
  } else if (model.task === 'regression' && (target.type === 'category' || target.type === 'text')) {
    problems.push({
      code: 'target-not-numeric',
      severity: 'error',
      port: 'table',
      column: model.target,
      message: text(
        `The model predicts a number, but column “${model.target}” holds words.`,
        `모델은 수를 예측하는데 “${model.target}” 열에는 글자가 들어 있어요.`,
      ),
      hint: text('Connect the table that the model was trained on.', '모델을 학습시킨 표를 연결하세요.'),
    });
  }
  return problems;
}
