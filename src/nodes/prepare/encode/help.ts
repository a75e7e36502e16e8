import { text } from '../../../lib/text';
import type { HelpOf } from '../../contract/help';
import type { encodeSpec } from './spec';

export const encodeHelp: HelpOf<typeof encodeSpec> = {
  kind: text(
    'Turns words into numbers, which is all a network can read. One-hot makes a true/false column of each category, such as sex=male; empty cells are false in all of them. Categories are those of the training part (of all rows where no split comes before), in code-point order; true/false columns are 0 and 1 already, and the target is never encoded.',
    '신경망이 읽을 수 있도록 단어를 수로 바꿔요. 원-핫 인코딩은 범주마다 sex=male 같은 참/거짓 열을 만들며, 빈 칸은 모든 열에서 거짓이에요. 범주는 학습 데이터(앞에 분할이 없으면 모든 행)에 있는 것만 코드 순서로 쓰고, 참/거짓 열은 이미 0과 1이라 그대로 두며 목표 열은 바꾸지 않아요.',
  ),
  fields: {
    dropFirst: text(
      'Linear models without regularisation need it. An unknown category then looks like the first.',
      '규제가 없는 선형 모델에 필요해요. 처음 보는 범주는 첫 범주와 같아져요.',
    ),
    unknown: text(
      'Categories that turn up outside the training part.',
      '학습 데이터에 없던 범주가 나올 때의 처리예요.',
    ),
    rareShare: text('Rarer categories become “other”.', '이보다 드문 범주는 “other”가 돼요.'),
    rareCount: text('Rarer categories become “other”.', '이보다 드문 범주는 “other”가 돼요.'),
    maxCategories: text(
      'A guard against one-hot columns by the thousand.',
      '원-핫 열이 지나치게 늘어나지 않게 막아요.',
    ),
  },
  options: {
    method: {
      onehot: text('A true/false column for each category.', '범주마다 참/거짓 열을 하나씩 만들어요.'),
      ordinal: text('0, 1, 2 … in code-point order.', '코드 순서대로 0, 1, 2 …를 붙여요.'),
      frequency: text(
        'The share of training rows with the category.',
        '학습 데이터에서 그 범주가 차지하는 비율이에요.',
      ),
      target: text(
        'The mean target of the category, drawn towards the mean of all by ten rows’ weight. Split first: it looks at the target.',
        '그 범주의 목표 평균을 행 10개의 무게만큼 전체 평균 쪽으로 당긴 값이에요. 목표를 보므로 먼저 분할하세요.',
      ),
    },
    unknown: { ignore: text('All 0; −1 when ordinal.', '모두 0, 순서 번호는 −1이 돼요.') },
  },
};
