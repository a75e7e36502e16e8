import { text } from '../../lib/text';
import type { FieldsHelp } from '../contract/help';
import type { StackParams, TrainingParams } from './training-params';

export const trainingHelp: FieldsHelp<TrainingParams> = {
  epochs: text('How often the network sees all training rows, at most.', '학습 데이터 전체를 최대 몇 번 볼지 정해요.'),
  batchSize: text('Rows between two updates of the weights.', '가중치를 한 번 갱신할 때 쓰는 행의 수예요.'),
  earlyStopping: text(
    'Stops once the validation loss no longer falls, and keeps the best weights. Without a validation part, a tenth of the training rows is held out.',
    '검증 손실이 더 줄지 않으면 멈추고 가장 좋은 가중치를 유지해요. 검증 데이터가 없으면 학습 행의 10분의 1을 떼어 써요.',
  ),
  patience: text('Epochs to wait for a better validation loss.', '검증 손실이 나아지기를 기다리는 에포크 수예요.'),
  scheduleFactor: text(
    'The factor of each drop; for “Exponential”, of the whole training.',
    '한 번 줄일 때의 비율이에요. 지수 감소에서는 학습 전체의 비율이에요.',
  ),
  warmUp: text('Epochs in which the rate rises from 0.', '학습률을 0부터 올리는 에포크 수예요.'),
  clipNorm: text(
    'Longer gradients are shortened to this. Empty: never.',
    '이보다 긴 기울기를 줄여요. 비우면 줄이지 않아요.',
  ),
  classWeights: text(
    'Balanced: rare classes count as much as common ones.',
    '균형을 고르면 드문 클래스도 흔한 클래스만큼 중요하게 봐요.',
  ),
};

export const stackHelp: FieldsHelp<StackParams> = {
  dropout: text('Share of hidden units switched off at each step.', '매 단계에서 끄는 은닉 유닛의 비율이에요.'),
  l2: text('Keeps weights small, against overfitting.', '가중치를 작게 유지해 과적합을 줄여요.'),
};

export const taskHelp = text(
  'Automatic: words and true/false are classes, numbers are quantities, and whole numbers are classes where at most 20 different ones occur.',
  '자동: 글자와 참/거짓은 클래스, 실수는 수치로 봐요. 정수는 서로 다른 값이 20개 이하일 때 클래스로 봐요.',
);
