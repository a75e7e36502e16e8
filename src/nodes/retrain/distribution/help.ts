import { text } from '../../../lib/text';
import type { HelpOf } from '../../contract/help';
import { triggerHelp } from '../../triggers/trigger-help';
import type { distributionSpec } from './spec';

export const distributionHelp: HelpOf<typeof distributionSpec> = {
  kind: text(
    'Fires when enough columns no longer look like the rows that the model learned from, several batches in a row. Needs no labels, so it can speak before performance drops; but data may change without harming the model.',
    '충분히 많은 열이 여러 배치에 걸쳐 모델이 학습한 행과 다른 분포를 보이면 작동해요. 라벨이 필요 없어 성능이 떨어지기 전에 알 수 있지만, 분포가 바뀌어도 모델에 해가 없을 수 있어요.',
  ),
  fields: {
    columns: text(
      'Names, one by one. Empty: every column that the monitor compares.',
      '열 이름을 하나씩 적어요. 비우면 모니터가 비교하는 모든 열이에요.',
    ),
    bound: text('From here on a column has changed.', '이 값 이상이면 바뀐 것으로 봐요.'),
    ...triggerHelp,
  },
  options: { statistic: { effect: text('0.1 some, 0.25 much.', '0.1이면 조금, 0.25면 많이 바뀐 것이에요.') } },
};
