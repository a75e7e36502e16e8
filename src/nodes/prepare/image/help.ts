import { text } from '../../../lib/text';
import type { HelpOf } from '../../contract/help';
import type { imageSpec } from './spec';

export const imageHelp: HelpOf<typeof imageSpec> = {
  kind: text(
    'Puts pixel columns together into one image column, which a convolutional network can read. Columns are taken in table order: row by row, and within a pixel channel by channel. The divisor brings pixels to 0…1.',
    '픽셀 열들을 합성곱 신경망이 읽을 수 있는 이미지 열 하나로 합쳐요. 표의 열 순서대로 위에서 아래로 한 줄씩, 픽셀 안에서는 채널 순서로 채워요. 나누는 수로 픽셀 값을 0~1로 맞춰요.',
  ),
  fields: {
    channels: text('1 for grey, 3 for colour.', '흑백은 1, 컬러는 3이에요.'),
    divisor: text(
      'The brightest pixel: 255, or 16 for the 8×8 digits.',
      '가장 밝은 픽셀 값이에요. 보통 255, 8×8 숫자는 16이에요.',
    ),
  },
};
