import { text } from '../../../lib/text';
import type { FigureWords } from '../../contract/figure-words';
import { triggerFigures } from '../../triggers/figures';

/** What a trigger on new data says in figures. */
export const newDataFigures: FigureWords = {
  ...triggerFigures,
  newRows: { name: text('New labelled rows', '새로 라벨이 달린 행') },
  every: { name: text('Fires every', '작동 간격') },
  count: {
    name: text('What is counted', '세는 것'),
    words: {
      labelled: text('labelled rows', '라벨이 달린 행'),
      'handed-out': text('rows handed out', '내보낸 행'),
      versions: text('versions of the data set', '데이터 세트의 버전'),
    },
  },
};
