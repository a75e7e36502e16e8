import { text } from '../../../lib/text';
import type { FigureWords } from '../../contract/figure-words';
import { triggerFigures } from '../../triggers/figures';

/** What a trigger by the calendar says in figures. */
export const scheduleFigures: FigureWords = {
  ...triggerFigures,
  moment: { name: text('Fired for', '작동한 때'), is: 'moment' },
  next: { name: text('Next time', '다음 때'), is: 'moment' },
};
