import { counted } from '../../../lib/figures';
import { text } from '../../../lib/text';
import { defineKind } from '../../contract/kind';
import { inferTraining } from '../../training/training-inference';
import { linearForm } from './form';
import { linearParams } from './params';

export const linearSpec = defineKind({
  id: 'train.linear',
  version: 4,
  stage: 'train',
  role: 'trainer',
  computesWith: 'network',
  icon: 'trending-up',
  title: text('Train linear model', '선형 모델 학습'),
  keywords: [
    'logistic regression',
    'linear regression',
    'ridge',
    'softmax',
    '로지스틱 회귀',
    '선형 회귀',
    '분류',
    '모델 교육',
  ],
  inputs: [{ name: 'table', type: 'table', title: text('Table', '표') }],
  outputs: [{ name: 'model', type: 'model', title: text('Model', '모델') }],
  params: linearParams,
  form: linearForm,
  summary: ({ l2Strength, l2, epochs, optimizer }) => {
    const penalty = l2 === null ? `L2 × ${l2Strength}` : `L2 ${l2}`;
    return optimizer === 'lbfgs'
      ? text(`${penalty} · to the optimum`, `${penalty} · 최적해까지`)
      : text(`${penalty} · ${counted(epochs, 'epoch')}`, `${penalty} · ${epochs} 에포크`);
  },
  infer: (inputs, { task }) =>
    inferTraining(inputs, task, { name: text('a linear model', '선형 모델'), reads: 'numbers' }),
});
