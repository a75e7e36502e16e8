import { text } from '../../lib/text';
import type { FigureWord } from '../contract/figure-words';
import { DETECTOR_NAMES } from '../contract/monitor-report';

/* What figures that several live kinds give are called. */

export const VERSION: FigureWord = { name: text('Version', '버전'), is: 'version' };
export const ROWS: FigureWord = { name: text('Rows', '행') };
export const MEASURE: FigureWord = { name: text('Measure', '척도'), is: 'measure' };
export const BY_HAND: FigureWord = { name: text('By hand', '직접') };
export const VALUE: FigureWord = { name: text('Value', '값') };
export const REFERENCE: FigureWord = { name: text('its own figure', '자체 기준') };
export const SHARE: FigureWord = { name: text('Share', '비율') };
export const REFUSED: FigureWord = { name: text('Rows refused', '거절한 행') };
/** Of `rowsFrom`, whose other end is `rowsTo`. */
export const STREAM_ROWS: FigureWord = { name: text('Rows of the stream', '스트림의 행'), rowsUpTo: 'rowsTo' };

/** How a column or a model's answers lie beside the reference. */
export const DRIFT_VERDICTS = {
  stable: text('stable', '안정'),
  drift: text('drift', '드리프트'),
  'not-enough-rows': text('too few rows', '행 부족'),
};

const { adwin, pageHinkley, ddm } = DETECTOR_NAMES;
export const DETECTOR_WORDS = {
  adwin: text(adwin, adwin),
  pageHinkley: text(pageHinkley, pageHinkley),
  ddm: text(ddm, ddm),
};
