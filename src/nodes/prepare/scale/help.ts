import { text } from '../../../lib/text';
import type { HelpOf } from '../../contract/help';
import type { scaleSpec } from './spec';

export const scaleHelp: HelpOf<typeof scaleSpec> = {
  kind: text(
    'Brings numeric columns to a common scale, so that no column counts more for its unit alone. Networks and linear models need it. Behind a split the scale is learned from the training part only; before one, from all rows. True/false columns, the target and ids stay as they are.',
    '수치형 열의 크기를 맞춰 단위 때문에 특정 열이 더 크게 작용하지 않게 해요. 신경망과 선형 모델에 꼭 필요해요. 기준은 데이터 분할 뒤에서는 학습 데이터에서만, 분할 앞에서는 모든 행에서 구해요. 참/거짓 열과 목표, ID 열은 그대로 둬요.',
  ),
  fields: { quantiles: text('At most one a row.', '행 수보다 많을 수 없어요.') },
  options: {
    method: {
      standard: text('Mean 0, standard deviation 1.', '평균 0, 표준편차 1로 맞춰요.'),
      minmax: text('Least and greatest value to the ends of a range.', '최솟값과 최댓값을 정한 범위의 양 끝에 맞춰요.'),
      maxabs: text(
        'Divides by the greatest absolute value; 0 stays 0.',
        '절댓값의 최댓값으로 나눠요. 0은 0으로 남아요.',
      ),
      robust: text(
        'Median 0, interquartile range 1: outliers hardly matter.',
        '중앙값 0, 사분위 범위 1로 맞춰 이상치의 영향이 작아요.',
      ),
      quantile: text(
        'Ranks, evenly spread or normal: any distribution fits.',
        '순위로 바꿔 균등 또는 정규 분포로 펼쳐요.',
      ),
      power: text('The power that makes a skewed column most normal.', '치우친 열을 정규 분포에 가장 가깝게 바꿔요.'),
    },
  },
};
