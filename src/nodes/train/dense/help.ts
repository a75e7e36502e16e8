import { text } from '../../../lib/text';
import type { HelpOf } from '../../contract/help';
import { stackHelp, taskHelp, trainingHelp } from '../../training/training-help';
import type { denseSpec } from './spec';

export const denseHelp: HelpOf<typeof denseSpec> = {
  kind: text(
    'Trains a neural network of fully connected layers on the training part: for classes or for quantities, from numeric columns. Watch the loss fall while it trains; early stopping keeps the weights that did best on validation rows.',
    '완전 연결 층으로 된 신경망을 학습 데이터로 학습해요. 수치형 열에서 클래스나 수치를 예측해요. 학습 중 손실이 줄어드는 것을 볼 수 있고, 조기 종료는 검증 데이터에서 가장 좋았던 가중치를 유지해요.',
  ),
  fields: {
    task: taskHelp,
    hidden: text('Units of each hidden layer, from the input up.', '입력에서 가까운 층부터 각 은닉층의 유닛 수예요.'),
    ...stackHelp,
    ...trainingHelp,
  },
};
