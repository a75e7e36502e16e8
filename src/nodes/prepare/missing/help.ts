import { text } from '../../../lib/text';
import type { HelpOf } from '../../contract/help';
import type { missingSpec } from './spec';

export const missingHelp: HelpOf<typeof missingSpec> = {
  kind: text(
    'Fills empty cells with a typical value of the column, learned from the training part (from all rows where no split comes before), or drops the rows that have any. Rows whose target is missing are always dropped: nothing can be learned from them.',
    '빈 칸을 학습 데이터(앞에 분할이 없으면 모든 행)에서 구한 대푯값으로 채우거나, 빈 칸이 있는 행을 지워요. 목표 값이 빈 행은 배울 것이 없으므로 항상 지워요.',
  ),
  fields: {
    numeric: text('Dates too, except a constant.', '날짜 열도 같으며, 상수는 적용하지 않아요.'),
    categorical: text(
      'True/false columns too: they take the most frequent value unless left empty.',
      '참/거짓 열도 같으며, 그대로 두지 않으면 최빈값으로 채워요.',
    ),
    indicator: text(
      'Adds a true/false column “…_missing” for each column with empty cells in the training part.',
      '학습 데이터에 빈 칸이 있던 열마다 “…_missing” 참/거짓 열을 더해요.',
    ),
  },
  options: {
    method: {
      drop: text(
        'Rows with an empty cell in any of the columns. A served row with one gets no prediction.',
        '선택한 열 중 하나라도 빈 칸인 행을 지워요. 예측할 때도 그런 행은 예측하지 않아요.',
      ),
    },
  },
};
