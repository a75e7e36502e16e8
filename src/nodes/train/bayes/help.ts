import { text } from '../../../lib/text';
import type { HelpOf } from '../../contract/help';
import type { bayesSpec } from './spec';

export const bayesHelp: HelpOf<typeof bayesSpec> = {
  kind: text(
    'Learns of each class where its numbers lie and how far they spread, and tells classes by Bayes’ rule. Learned in a moment, good with few rows, and further rows are counted in without forgetting the old. Columns that say the same thing twice make it too sure of itself: take another model where the probabilities matter.',
    '클래스마다 수치의 평균과 퍼짐을 배워 베이즈 규칙으로 클래스를 구별해요. 순식간에 학습되고 행이 적어도 잘 되며, 새 행을 더해도 예전 것을 잊지 않아요. 비슷한 열이 겹치면 지나치게 확신하므로 확률이 중요하면 다른 모델을 써 주세요.',
  ),
  fields: {
    priors: text(
      'Equal: rare classes count as much as common ones.',
      '균등을 고르면 드문 클래스도 흔한 클래스만큼 중요하게 봐요.',
    ),
    varSmoothing: text(
      'This share of the greatest variance is added to every variance. More makes the answers less sure.',
      '가장 큰 분산에 이 비율을 곱해 모든 분산에 더해요. 크게 하면 덜 확신하는 답이 나와요.',
    ),
  },
};
