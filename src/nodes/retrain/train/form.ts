import { text } from '../../../lib/text';
import type { FormField } from '../../contract/kind';
import type { TrainParams } from './params';

const rows = text('rows', '행');

/** The inspector's fields of `retrain.train`. */
export const trainForm: { readonly [K in keyof TrainParams]-?: FormField<TrainParams> } = {
  mode: {
    label: text('Kind of retraining', '재학습 방식'),
    control: {
      type: 'choice',
      options: [
        { value: 'full', label: text('Full', '전체') },
        { value: 'incremental', label: text('Incremental', '증분') },
      ],
    },
  },
  rows: {
    label: text('Train on', '학습할 행'),
    control: {
      type: 'choice',
      options: [
        { value: 'window', label: text('the newest labelled rows', '라벨이 달린 최근 행') },
        { value: 'all', label: text('all labelled rows so far', '라벨이 달린 모든 행') },
        { value: 'weighted', label: text('all, newer ones weigh more', '모든 행, 새로운 행일수록 큰 가중치') },
      ],
    },
  },
  window: {
    label: text('Window', '윈도'),
    control: { type: 'number', min: 2, max: 10_000_000, integer: true, unit: rows },
    when: (params) => params.rows === 'window',
  },
  halfLife: {
    label: text('Half-life', '반감기'),
    control: { type: 'number', min: 1, max: 10_000_000, integer: true, unit: rows },
    when: (params) => params.rows === 'weighted',
  },
  since: {
    label: text('Only rows', '행의 시작'),
    control: {
      type: 'choice',
      options: [
        { value: 'any', label: text('of any age', '제한 없음') },
        { value: 'drift', label: text('since the condition was first met', '조건이 처음 충족된 뒤의 행만') },
        { value: 'champion', label: text('that the champion has not learned from', '챔피언이 학습하지 않은 행만') },
      ],
    },
  },
  wait: {
    label: text('Wait for further rows', '더 기다릴 행 수'),
    control: { type: 'number', min: 0, max: 10_000_000, integer: true, unit: rows },
  },
  leastRows: {
    label: text('Least rows', '최소 행 수'),
    control: { type: 'number', min: 2, max: 10_000_000, integer: true, unit: rows },
  },
  holdOut: {
    label: text('Hold out for the gate', '게이트용으로 남길 행'),
    control: { type: 'number', min: 0, max: 10_000_000, integer: true, unit: rows },
  },
  epochs: {
    label: text('Epochs', '에포크'),
    control: { type: 'number', min: 1, max: 1_000, integer: true },
    when: ({ mode }) => mode === 'incremental',
  },
  learningRateFactor: {
    label: text('Learning rate factor', '학습률 배수'),
    control: { type: 'number', min: 0.001, max: 10, step: 0.05 },
    when: ({ mode }) => mode === 'incremental',
  },
  replayShare: {
    label: text('Replay share', '과거 행의 비율'),
    control: { type: 'number', min: 0, max: 0.9, step: 0.05 },
    when: ({ mode }) => mode === 'incremental',
  },
  takes: {
    label: text('Takes', '걸리는 시간'),
    control: { type: 'number', min: 0, max: 10_000, integer: true, unit: text('ticks', '틱') },
    section: 'advanced',
  },
  whileBusy: {
    label: text('Firing during training', '학습 중에 작동하면'),
    control: {
      type: 'choice',
      options: [
        { value: 'remember', label: text('train once more afterwards', '끝난 뒤 한 번 더 학습') },
        { value: 'drop', label: text('pass over', '무시') },
      ],
    },
    section: 'advanced',
  },
};
