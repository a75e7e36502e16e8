import { text } from '../../../lib/text';
import type { HelpOf } from '../../contract/help';
import type { deploySpec } from './spec';

export const deployHelp: HelpOf<typeof deploySpec> = {
  kind: text(
    'Puts a model to work: it answers raw rows through the steps it was trained with, after checking them against the training data. While the loop plays it answers every batch of the stream, and what Gate promotes takes over from one batch to the next.',
    '모델로 실제 예측을 제공해요. 원본 행을 학습 데이터와 견주어 검증한 뒤, 학습할 때와 같은 준비 단계를 거쳐 답해요. 루프를 재생하는 동안 스트림의 모든 배치에 답하고, 게이트가 승격한 모델은 다음 배치부터 자리를 이어받아요.',
  ),
  fields: {
    name: text(
      'Its models are kept under this name in the registry. Empty: the node’s own name.',
      '모델 저장소에 이 이름으로 모델을 보관해요. 비우면 노드의 이름을 써요.',
    ),
    checkColumns: text(
      'Columns that the model needs must be there, with the type they had in training.',
      '모델에 필요한 열이 학습 때와 같은 유형으로 있어야 해요.',
    ),
    checkRanges: text(
      'Numbers must lie where the training data had them.',
      '수가 학습 데이터의 범위 안에 있어야 해요.',
    ),
    margin: text(
      'How far beyond the range a number may lie, as a share of the range.',
      '범위를 얼마나 벗어나도 되는지, 범위에 대한 비율이에요.',
    ),
    checkCategories: text('Words must have occurred in the training data.', '학습 데이터에 있던 값이어야 해요.'),
  },
  options: {
    policy: {
      warn: text('Every row is answered; warnings are counted.', '모든 행에 답하고 경고를 헤아려요.'),
      refuse: text('Such rows get no answer, and the reason is counted.', '그 행에는 답하지 않고 까닭을 헤아려요.'),
      missing: text(
        'The cell is emptied, and the model’s own steps fill it in.',
        '그 값을 비우고, 모델의 준비 단계가 채우게 해요.',
      ),
    },
  },
};
