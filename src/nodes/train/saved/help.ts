import { text } from '../../../lib/text';
import type { HelpOf } from '../../contract/help';
import type { savedSpec } from './spec';

export const savedHelp: HelpOf<typeof savedSpec> = {
  kind: text(
    'Loads a completed model from a file that Millrace exported, here or elsewhere. It answers raw rows exactly as it did where it was trained: the steps that prepare a row are part of the file.',
    'Millrace에서 내보낸 파일에서 완성된 모델을 불러와요. 행을 준비하는 단계까지 파일에 들어 있어, 학습했던 곳과 똑같이 원본 행에 답해요.',
  ),
  fields: {
    file: text(
      'Export one from a trained model: choose it under Data, then Export.',
      '학습된 모델을 데이터 패널에서 고른 뒤 내보내면 만들 수 있어요.',
    ),
  },
};
