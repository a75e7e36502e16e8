import { z } from 'zod';
import { counted, percent } from '../../../lib/figures';
import { text } from '../../../lib/text';
import { defineKind } from '../../contract/kind';
import {
  inferTrigger,
  reportInput,
  restraints,
  signalOutput,
  triggerForm,
  triggerShape,
} from '../../triggers/trigger-params';
import { shown } from '../../wording/event-figures';

const distributionParams = z.strictObject({
  columns: z.array(z.string().max(1_000)).max(1_000).default([]),
  statistic: z.enum(['verdict', 'effect', 'statistic', 'p-value']).default('verdict'),
  bound: z.number().min(0).max(1e9).default(0.25),
  pValue: z.number().min(1e-12).max(0.5).default(0.001),
  howMany: z.enum(['share', 'columns']).default('share'),
  share: z.number().min(0.01).max(1).default(0.5),
  least: z.int().min(1).max(1_000).default(1),
  prediction: z.boolean().default(false),
  target: z.boolean().default(false),
  inARow: z.int().min(1).max(10_000).default(2),
  ...triggerShape({ minRows: 200, coolDown: 5 }),
});
export type DistributionParams = z.infer<typeof distributionParams>;

export const distributionSpec = defineKind({
  id: 'retrain.distribution',
  version: 2,
  stage: 'retrain',
  role: 'trigger',
  computesWith: 'nothing',
  icon: 'chart-spline',
  title: text('When data change', '분포 변화 트리거'),
  keywords: ['trigger', 'drift', 'distribution', 'covariate', 'psi', 'columns', '트리거', '드리프트', '분포', '변화'],
  inputs: [reportInput],
  outputs: [signalOutput],
  params: distributionParams,
  form: {
    columns: {
      label: text('Columns', '열'),
      control: { type: 'words' },
    },
    statistic: {
      label: text('A column has changed by', '열이 바뀌었다는 기준'),
      control: {
        type: 'choice',
        options: [
          { value: 'verdict', label: text('the monitor’s verdict', '모니터의 판정') },
          { value: 'effect', label: text('its PSI', 'PSI(집단 안정성 지수)') },
          { value: 'statistic', label: text('the monitor’s statistic', '모니터의 통계량') },
          { value: 'p-value', label: text('the p-value of its test', '검정의 p값') },
        ],
      },
    },
    bound: {
      label: text('Bound', '기준'),
      control: { type: 'number', min: 0, max: 1e9, step: 0.05 },
      when: ({ statistic }) => statistic === 'effect' || statistic === 'statistic',
    },
    pValue: {
      label: text('Largest p-value', '최대 p값'),
      control: { type: 'number', min: 1e-12, max: 0.5, scale: 'log' },
      when: ({ statistic }) => statistic === 'p-value',
    },
    howMany: {
      label: text('How many columns', '열의 수'),
      control: {
        type: 'choice',
        options: [
          { value: 'share', label: text('a share of them', '비율로') },
          { value: 'columns', label: text('a number of them', '개수로') },
        ],
      },
    },
    share: {
      label: text('At least this share', '최소 비율'),
      control: { type: 'number', min: 0.01, max: 1, step: 0.05 },
      when: ({ howMany }) => howMany === 'share',
    },
    least: {
      label: text('At least', '최소'),
      control: { type: 'number', min: 1, max: 1_000, integer: true, unit: text('columns', '개 열') },
      when: ({ howMany }) => howMany === 'columns',
    },
    prediction: {
      label: text('Or the predictions have changed', '예측값이 바뀌어도 작동'),
      control: { type: 'toggle' },
    },
    target: {
      label: text('Or the labels have changed', '라벨이 바뀌어도 작동'),
      control: { type: 'toggle' },
    },
    inARow: {
      label: text('Batches in a row', '연속 배치'),
      control: { type: 'number', min: 1, max: 10_000, integer: true, unit: text('batches', '배치') },
    },
    ...triggerForm,
  },
  summary: (params) => {
    const rest = restraints(params);
    const of =
      params.columns.length === 0
        ? text('all columns', '모든 열')
        : text(counted(params.columns.length, 'column'), `${params.columns.length}개 열`);
    const many =
      params.howMany === 'share'
        ? text(`${percent(params.share)} of ${of.en}`, `${of.ko}의 ${percent(params.share)}`)
        : text(`${params.least} of ${of.en}`, `${of.ko} 중 ${params.least}개`);
    const by = {
      verdict: '',
      effect: ` · PSI ≥ ${shown(params.bound)}`,
      statistic: ` · ≥ ${shown(params.bound)}`,
      'p-value': ` · p ≤ ${shown(params.pValue)}`,
    }[params.statistic];
    const row = params.inARow === 1 ? text('', '') : text(` · ${params.inARow} in a row`, ` · ${params.inARow}번 연속`);
    return text(`${many.en}${by}${row.en}${rest.en}`, `${many.ko}${by}${row.ko}${rest.ko}`);
  },
  infer: (inputs, params) => inferTrigger(inputs, params),
});
