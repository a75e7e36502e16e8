import { text } from '../../../lib/text';
import type { FigureWords } from '../../contract/figure-words';
import { triggerFigures } from '../../triggers/figures';
import { DETECTOR_WORDS, MEASURE, REFERENCE, VALUE } from '../../wording/figure-names';

/** What a trigger on performance says in figures. */
export const performanceFigures: FigureWords = {
  ...triggerFigures,
  measure: MEASURE,
  value: VALUE,
  windowRows: { name: text('Rows in the window', '윈도의 행') },
  bound: { name: text('Limit', '한계') },
  reference: REFERENCE,
  detector: { name: text('Detector', '탐지기'), words: DETECTOR_WORDS },
  detectorVerdict: {
    name: text('Verdict', '판정'),
    words: {
      stable: text('stable', '안정'),
      warning: text('warning', '주의'),
      drift: text('drift', '드리프트'),
      'not-enough-rows': text('too few rows', '행 부족'),
    },
  },
  lastDrift: { name: text('Last drift at tick', '마지막 드리프트 틱') },
  labelledRows: { name: text('Labelled rows', '라벨이 달린 행') },
  answeredTo: null,
};
