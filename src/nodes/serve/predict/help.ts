import { text } from '../../../lib/text';
import type { HelpOf } from '../../contract/help';
import type { predictSpec } from './spec';

export const predictHelp: HelpOf<typeof predictSpec> = {
  kind: text(
    'Answers new raw rows with a trained model. Type one row into its form, or connect a table of raw rows. The steps that prepared the training data are replayed on each row, so serving never disagrees with training.',
    '학습된 모델로 새로운 원본 행에 답해요. 폼에 한 행을 입력하거나 원본 행이 담긴 표를 연결하세요. 학습 데이터를 준비한 단계를 행마다 그대로 되풀이하므로 예측과 학습이 어긋나지 않아요.',
  ),
};
