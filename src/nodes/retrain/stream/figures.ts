import { text } from '../../../lib/text';
import type { FigureWords } from '../../contract/figure-words';
import { ROWS } from '../../wording/figure-names';

/** What a stream says in figures. */
export const streamFigures: FigureWords = {
  rows: ROWS,
  of: { name: text('Of in all', '전체') },
  labelledTo: { name: text('Labelled up to row', '라벨이 달린 마지막 행') },
  closed: { name: text('No more rows can come', '더 들어올 행이 없음') },
};
