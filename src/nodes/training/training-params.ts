import '../../lib/zod-without-eval';
import { z } from 'zod';
import { text } from '../../lib/text';
import type { FormField, Option } from '../contract/kind';

/** Starting values that differ between the training kinds. */
export interface TrainingDefaults {
  readonly epochs: number;
  readonly batchSize: number;
  readonly learningRate: number;
  readonly patience: number;
  readonly schedule: 'constant' | 'cosine';
  readonly earlyStopping: boolean;
}

/** The parameters every training kind has, as fields of its schema. */
export const trainingShape = (defaults: TrainingDefaults) => ({
  epochs: z.int().min(1).max(10_000).default(defaults.epochs),
  batchSize: z.int().min(1).max(8_192).default(defaults.batchSize),
  optimizer: z.enum(['adam', 'adamw', 'sgd', 'rmsprop']).default('adam'),
  learningRate: z.number().positive().max(10).default(defaults.learningRate),
  schedule: z.enum(['constant', 'step', 'cosine', 'exponential', 'plateau']).default(defaults.schedule),
  scheduleFactor: z.number().positive().max(1).default(0.5),
  scheduleEvery: z.int().min(1).max(1_000).default(10),
  warmUp: z.int().min(0).max(1_000).default(0),
  earlyStopping: z.boolean().default(defaults.earlyStopping),
  patience: z.int().min(1).max(1_000).default(defaults.patience),
  minDelta: z.number().min(0).default(0),
  clipNorm: z.number().positive().nullable().default(null),
  classWeights: z.enum(['none', 'balanced']).default('none'),
});

export const taskParam = z.enum(['auto', 'classification', 'regression']).default('auto');

export type TrainingParams = z.infer<z.ZodObject<ReturnType<typeof trainingShape>>>;

/** Those that go by batches. */
export const OPTIMIZERS: readonly Option[] = [
  { value: 'adam', label: text('Adam', 'Adam (적응적 모멘트)') },
  { value: 'adamw', label: text('AdamW', 'AdamW (가중치 감쇠)') },
  { value: 'sgd', label: text('SGD with momentum', 'SGD (모멘텀)') },
  { value: 'rmsprop', label: text('RMSProp', 'RMSProp (제곱평균)') },
];

const schedules: readonly Option[] = [
  { value: 'constant', label: text('Constant', '일정') },
  { value: 'step', label: text('Steps', '계단식') },
  { value: 'cosine', label: text('Cosine', '코사인') },
  { value: 'exponential', label: text('Exponential', '지수 감소') },
  { value: 'plateau', label: text('When the loss stalls', '손실이 멈추면 감소') },
];

type Fields = { readonly [K in keyof TrainingParams]-?: FormField<TrainingParams> };

/** Their form fields. */
export const trainingForm: Fields = {
  epochs: {
    label: text('Epochs', '에포크'),
    control: { type: 'number', min: 1, max: 10_000, integer: true },
  },
  batchSize: {
    label: text('Batch size', '배치 크기'),
    control: { type: 'number', min: 1, max: 8_192, integer: true },
  },
  optimizer: { label: text('Optimizer', '최적화 알고리즘'), control: { type: 'choice', options: OPTIMIZERS } },
  learningRate: {
    label: text('Learning rate', '학습률'),
    control: { type: 'number', min: 1e-6, max: 10, scale: 'log' },
  },
  earlyStopping: {
    label: text('Early stopping', '조기 종료'),
    control: { type: 'toggle' },
  },
  patience: {
    label: text('Patience', '인내 에포크 수'),
    control: { type: 'number', min: 1, max: 1_000, integer: true },
    when: (params) => params.earlyStopping,
  },
  minDelta: {
    label: text('Least improvement', '최소 개선 폭'),
    control: { type: 'number', min: 0, step: 0.0001 },
    section: 'advanced',
    when: (params) => params.earlyStopping,
  },
  schedule: {
    label: text('Learning rate schedule', '학습률 스케줄'),
    control: { type: 'choice', options: schedules },
    section: 'advanced',
  },
  scheduleFactor: {
    label: text('Lower the rate to', '학습률 감소 비율'),
    control: { type: 'number', min: 0.001, max: 1, step: 0.05 },
    section: 'advanced',
    when: ({ schedule }) => schedule === 'step' || schedule === 'exponential' || schedule === 'plateau',
  },
  scheduleEvery: {
    label: text('Epochs between drops', '감소 간격(에포크)'),
    control: { type: 'number', min: 1, max: 1_000, integer: true },
    section: 'advanced',
    when: ({ schedule }) => schedule === 'step' || schedule === 'plateau',
  },
  warmUp: {
    label: text('Warm-up epochs', '워밍업 에포크'),
    control: { type: 'number', min: 0, max: 1_000, integer: true },
    section: 'advanced',
  },
  clipNorm: {
    label: text('Largest gradient norm', '기울기 노름 상한'),
    control: { type: 'number', min: 0.001, nullable: true },
    section: 'advanced',
  },
  classWeights: {
    label: text('Class weights', '클래스 가중치'),
    control: {
      type: 'choice',
      options: [
        { value: 'none', label: text('None', '없음') },
        { value: 'balanced', label: text('Balanced', '균형') },
      ],
    },
    section: 'advanced',
  },
};

/** What the network is to learn. */
export const taskField: Pick<FormField<never>, 'label' | 'control'> = {
  label: text('Task', '작업'),
  control: {
    type: 'choice',
    options: [
      { value: 'auto', label: text('Automatic', '자동') },
      { value: 'classification', label: text('Classification', '분류') },
      { value: 'regression', label: text('Regression', '회귀') },
    ],
  },
};

/** How the hidden layers are made: fields that dense and convolutional networks have in common. */
export const stackShape = {
  activation: z.enum(['relu', 'tanh', 'elu', 'gelu', 'selu', 'sigmoid']).default('relu'),
  dropout: z.number().min(0).max(0.95).default(0),
  l2: z.number().min(0).max(1).default(0.0001),
  batchNorm: z.boolean().default(false),
};

const stack = z.strictObject(stackShape);
export type StackParams = z.infer<typeof stack>;

export const stackForm: { readonly [K in keyof StackParams]-?: FormField<StackParams> } = {
  activation: {
    label: text('Activation', '활성화 함수'),
    control: {
      type: 'choice',
      options: [
        { value: 'relu', label: text('ReLU', 'ReLU (렐루)') },
        { value: 'tanh', label: text('Tanh', '쌍곡탄젠트 (tanh)') },
        { value: 'elu', label: text('ELU', 'ELU (지수 선형)') },
        { value: 'gelu', label: text('GELU', 'GELU (가우스 오차 선형)') },
        { value: 'selu', label: text('SELU', 'SELU (자기 정규화 선형)') },
        { value: 'sigmoid', label: text('Sigmoid', '시그모이드') },
      ],
    },
  },
  dropout: {
    label: text('Dropout', '드롭아웃'),
    control: { type: 'number', min: 0, max: 0.95, step: 0.05 },
  },
  l2: {
    label: text('L2 penalty', 'L2 규제'),
    control: { type: 'number', min: 0, max: 1, step: 0.0001 },
    section: 'advanced',
  },
  batchNorm: {
    label: text('Batch normalisation', '배치 정규화'),
    control: { type: 'toggle' },
    section: 'advanced',
  },
};
