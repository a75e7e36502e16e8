import { text } from '../../../lib/text';
import type { HelpOf } from '../../contract/help';
import type { columnsSpec } from './spec';

export const columnsHelp: HelpOf<typeof columnsSpec> = {
  kind: text(
    'Says which column is to be predicted, drops what should not be learned from, and renames, retypes or gives a role to single columns. Ids, times, weights and sensitive columns travel along but are no features.',
    '어느 열을 예측할지 정하고, 학습에 쓰지 않을 열을 빼고, 열마다 이름과 유형, 역할을 바꿔요. 식별자, 시간, 가중치, 민감 속성 열은 함께 다니지만 특성으로 쓰지 않아요.',
  ),
  fields: {
    target: text('The column to be predicted.', '예측할 열이에요.'),
    keep: text('The target is kept in any case.', '목표 열은 언제나 남겨요.'),
  },
};
