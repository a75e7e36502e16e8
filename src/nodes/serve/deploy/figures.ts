import { text } from '../../../lib/text';
import type { FigureWords } from '../../contract/figure-words';
import { REFUSED, ROWS, VERSION } from '../../wording/figure-names';

/** What a deployment says in figures. */
export const deployFigures: FigureWords = {
  version: VERSION,
  former: { name: text('Version before', '이전 버전'), is: 'version' },
  from: { name: text('Rows of the stream', '스트림의 행'), rowsUpTo: 'to' },
  to: null,
  rows: ROWS,
  answered: { name: text('Rows answered', '답한 행') },
  refused: REFUSED,
  warned: { name: text('Rows answered with a warning', '경고와 함께 답한 행') },
  trainedFrom: { name: text('Trained on rows', '학습한 행'), rowsUpTo: 'trainedTo' },
  trainedTo: null,
  reasons: null,
  warnings: null,
  code: null,
};
