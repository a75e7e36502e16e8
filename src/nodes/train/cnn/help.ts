import { text } from '../../../lib/text';
import type { HelpOf } from '../../contract/help';
import { stackHelp, taskHelp, trainingHelp } from '../../training/training-help';
import type { cnnSpec } from './spec';

export const cnnHelp: HelpOf<typeof cnnSpec> = {
  kind: text(
    'Trains a convolutional network on an image column: blocks of convolution and pooling find patterns wherever they lie, dense layers on top decide. Uses the graphics card where there is one.',
    '이미지 열로 합성곱 신경망을 학습해요. 합성곱과 풀링 블록이 위치에 상관없이 무늬를 찾고, 그 위의 완전 연결 층이 판단해요. 그래픽 카드가 있으면 사용해요.',
  ),
  fields: {
    task: taskHelp,
    filters: text('One number for each block of convolution and pooling.', '합성곱과 풀링 블록마다 하나씩 적어요.'),
    pool: text('1 pools nothing.', '1이면 풀링하지 않아요.'),
    hidden: text('Units of each layer above the blocks.', '블록 위에 놓을 각 층의 유닛 수예요.'),
    ...stackHelp,
    ...trainingHelp,
  },
};
