import { text } from '../../../lib/text';
import { defineCode } from '../../contract/code';
import { fittedModelCode } from '../../training/fitted-code';
import { savedSpec } from './spec';

export const savedCode = defineCode(savedSpec, {
  python(node) {
    const learned = node.learned();
    if (learned?.model == null) return { writes: 'nothing', why: UNREAD };
    return fittedModelCode(node, learned, { source: learned.model.source, steps: [], images: new Map() });
  },
});

const UNREAD = text(
  'The saved model is written once it has been read: run the pipeline first.',
  '저장된 모델은 한 번 읽은 뒤에 쓸 수 있어요. 먼저 파이프라인을 실행해 주세요.',
);
