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
        {
          value: 'full',
          label: text('Full', '전체'),
          help: text(
            'The whole pipeline again, preparation included.',
            '데이터 준비까지 파이프라인 전체를 다시 실행해요.',
          ),
        },
        {
          value: 'incremental',
          label: text('Incremental', '증분'),
          help: text('On from the served weights.', '제공 중인 가중치에서 이어서 학습해요.'),
        },
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
        {
          value: 'weighted',
          label: text('all, newer ones weigh more', '모든 행, 새로운 행일수록 큰 가중치'),
          help: text('Full retraining only.', '전체 재학습에서만 돼요.'),
        },
      ],
    },
  },
  window: {
    label: text('Window', '창'),
    control: { type: 'number', min: 2, max: 10_000_000, integer: true, unit: rows },
    when: (params) => params.rows === 'window',
  },
  halfLife: {
    label: text('Half-life', '반감기'),
    help: text(
      'A row this many rows old weighs half as much as the newest.',
      '이만큼 오래된 행은 가장 새로운 행의 절반만큼 반영해요.',
    ),
    control: { type: 'number', min: 1, max: 10_000_000, integer: true, unit: rows },
    when: (params) => params.rows === 'weighted',
  },
  since: {
    label: text('Only rows', '행의 시작'),
    control: {
      type: 'choice',
      options: [
        { value: 'any', label: text('of any age', '제한 없음') },
        {
          value: 'drift',
          label: text('since the condition was first met', '조건이 처음 충족된 뒤의 행만'),
          help: text(
            'As the signal says: where drift was detected.',
            '신호가 알려 주는, 드리프트를 찾은 지점부터예요.',
          ),
        },
        { value: 'champion', label: text('that the champion has not learned from', '챔피언이 학습하지 않은 행만') },
      ],
    },
  },
  wait: {
    label: text('Wait for further rows', '더 기다릴 행 수'),
    help: text(
      'Labelled rows that must come in after the firing before training begins: after a sudden change, a full retraining then sees the new world.',
      '작동한 뒤 라벨이 달린 행이 이만큼 더 들어온 다음 학습을 시작해요. 갑작스러운 변화 뒤에 새로운 상황을 보고 학습하게 해요.',
    ),
    control: { type: 'number', min: 0, max: 10_000_000, integer: true, unit: rows },
  },
  leastRows: {
    label: text('Least rows', '최소 행 수'),
    help: text('With fewer it waits.', '이보다 적으면 기다려요.'),
    control: { type: 'number', min: 2, max: 10_000_000, integer: true, unit: rows },
  },
  holdOut: {
    label: text('Hold out for the gate', '게이트용으로 남길 행'),
    help: text(
      'The newest labelled rows that are kept from training, so that the gate can compare at once.',
      '게이트가 바로 비교할 수 있도록 학습에서 빼 두는, 라벨이 달린 가장 새로운 행의 수예요.',
    ),
    control: { type: 'number', min: 0, max: 10_000_000, integer: true, unit: rows },
  },
  epochs: {
    label: text('Epochs', '에포크'),
    control: { type: 'number', min: 1, max: 1_000, integer: true },
    when: ({ mode }) => mode === 'incremental',
  },
  learningRateFactor: {
    label: text('Learning rate factor', '학습률 배수'),
    help: text('Of the rate that the model was first trained with.', '모델을 처음 학습할 때 쓴 학습률에 곱해요.'),
    control: { type: 'number', min: 0.001, max: 10, step: 0.05 },
    when: ({ mode }) => mode === 'incremental',
  },
  replayShare: {
    label: text('Replay share', '과거 행의 비율'),
    help: text(
      'Share of the training rows that are drawn from the past, against forgetting.',
      '이전에 배운 것을 잊지 않도록 학습 행 가운데 과거에서 뽑는 비율이에요.',
    ),
    control: { type: 'number', min: 0, max: 0.9, step: 0.05 },
    when: ({ mode }) => mode === 'incremental',
  },
  takes: {
    label: text('Takes', '걸리는 시간'),
    help: text(
      'Ticks of the virtual clock until the challenger is there; 0 within the same tick. On the wall clock it takes what it takes, but no less.',
      '가상 시계에서 도전자가 나올 때까지의 틱 수예요. 0이면 같은 틱 안에 나와요. 실제 시계에서는 학습이 끝나야 나오며, 이보다 빠르지는 않아요.',
    ),
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
