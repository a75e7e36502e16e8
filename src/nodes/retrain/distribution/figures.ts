import { text } from '../../../lib/text';
import type { FigureWords } from '../../contract/figure-words';
import { triggerFigures } from '../../triggers/figures';
import { DRIFT_VERDICTS, SHARE } from '../../wording/figure-names';

/** What a trigger on drift says in figures. */
export const distributionFigures: FigureWords = {
  ...triggerFigures,
  changedColumns: { name: text('Columns that changed', '달라진 열') },
  changed: { name: text('Number of them', '달라진 열 수') },
  testable: { name: text('Columns compared', '비교한 열') },
  needed: { name: text('Columns needed', '필요한 열 수') },
  share: SHARE,
  predictionVerdict: { name: text('Predictions', '예측'), words: DRIFT_VERDICTS },
  targetVerdict: { name: text('Labels', '라벨'), words: DRIFT_VERDICTS },
  inARow: { name: text('Batches in a row', '연속한 배치') },
  inARowNeeded: { name: text('Batches in a row needed', '필요한 연속 배치') },
};
