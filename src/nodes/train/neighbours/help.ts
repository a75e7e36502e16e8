import { text } from '../../../lib/text';
import type { HelpOf } from '../../contract/help';
import { taskHelp } from '../../training/training-help';
import type { neighboursSpec } from './spec';

export const neighboursHelp: HelpOf<typeof neighboursSpec> = {
  kind: text(
    'Nearest neighbours: answers a row as the training rows most like it: a vote of their classes, or the mean of their quantities. Good where similar rows have similar answers and there are not many columns; scale the numbers first. The model carries its training rows (at most 50,000), and whoever gets its file can read them: do not use it for personal data that must stay here.',
    '가장 비슷한 학습 행들의 클래스를 투표하거나 수치의 평균을 내어 답해요. 비슷한 행이 비슷한 답을 갖고 열이 많지 않을 때 좋아요. 먼저 수치를 정규화해 주세요. 모델에 학습 행이 최대 50,000개까지 그대로 담겨 모델 파일을 받은 사람은 누구나 읽을 수 있으니, 밖으로 나가면 안 되는 개인정보에는 쓰지 마세요.',
  ),
  fields: {
    task: taskHelp,
    neighbours: text(
      'How many rows answer. Few follow every detail, many smooth them out.',
      '몇 개의 행이 답할지 정해요. 적으면 세세한 것까지 따르고, 많으면 매끄러워져요.',
    ),
  },
};
