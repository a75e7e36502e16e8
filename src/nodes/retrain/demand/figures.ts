import type { FigureWords } from '../../contract/figure-words';
import { triggerFigures } from '../../triggers/figures';
import { BY_HAND } from '../../wording/figure-names';

/** What a trigger by hand says in figures. */
export const demandFigures: FigureWords = {
  ...triggerFigures,
  byHand: BY_HAND,
};
