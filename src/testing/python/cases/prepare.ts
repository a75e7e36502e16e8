import type { AgreementCase } from '../agreement';
import { chainCases } from './prepare/chains';
import { columnsCases } from './prepare/columns';
import { encodeCases } from './prepare/encode';
import { missingCases } from './prepare/missing';
import { scaleCases } from './prepare/scale';
import { splitCases } from './prepare/split';

/** How preparation has to agree. */
export const prepareCases: readonly AgreementCase[] = [
  ...columnsCases,
  ...splitCases,
  ...missingCases,
  ...encodeCases,
  ...scaleCases,
  ...chainCases,
];
