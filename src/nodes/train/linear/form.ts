import { text } from '../../../lib/text';
import type { FormField } from '../../contract/kind';
import { OPTIMIZERS, type TrainingParams, taskField, trainingForm } from '../../training/training-params';
import type { LinearParams } from './params';

type Field = FormField<LinearParams>;

/** A field of training by batches: nothing that the way to the optimum goes by. */
const byBatches = ({ when, ...field }: FormField<TrainingParams>): Field => ({
  ...field,
  when: ({ optimizer, ...params }) => optimizer !== 'lbfgs' && (when?.({ ...params, optimizer }) ?? true),
});

export const linearForm: { readonly [Param in keyof LinearParams]-?: Field } = {
  task: taskField,
  l2Strength: {
    label: text('L2 penalty', 'L2 규제'),
    control: { type: 'number', min: 0, max: 1_000_000, step: 0.1 },
    when: ({ l2 }) => l2 === null,
  },
  optimizer: {
    label: trainingForm.optimizer.label,
    control: {
      type: 'choice',
      options: [{ value: 'lbfgs', label: text('L-BFGS, to the optimum', 'L-BFGS (최적해까지)') }, ...OPTIMIZERS],
    },
  },
  epochs: byBatches(trainingForm.epochs),
  batchSize: byBatches(trainingForm.batchSize),
  learningRate: byBatches(trainingForm.learningRate),
  earlyStopping: byBatches(trainingForm.earlyStopping),
  patience: byBatches(trainingForm.patience),
  minDelta: byBatches(trainingForm.minDelta),
  schedule: byBatches(trainingForm.schedule),
  scheduleFactor: byBatches(trainingForm.scheduleFactor),
  scheduleEvery: byBatches(trainingForm.scheduleEvery),
  warmUp: byBatches(trainingForm.warmUp),
  clipNorm: byBatches(trainingForm.clipNorm),
  iterations: {
    label: text('Most iterations', '최대 반복 횟수'),
    control: { type: 'number', min: 1, max: 100_000, integer: true },
    section: 'advanced',
    when: ({ optimizer }) => optimizer === 'lbfgs',
  },
  classWeights: {
    label: trainingForm.classWeights.label,
    control: trainingForm.classWeights.control,
    section: 'advanced',
  },
  l2: {
    label: text('L2 penalty of the mean loss', '평균 손실 기준 L2 규제'),
    control: { type: 'number', min: 0, max: 1, step: 0.0001, nullable: true },
    section: 'advanced',
  },
};
