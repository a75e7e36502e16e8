import type { AgreementCase } from '../../agreement';
import { chainCases } from './chains';
import { columnsCases } from './columns';
import { encodeCases } from './encode';
import { missingCases } from './missing';
import { scaleCases } from './scale';
import { splitCases } from './split';

/** How preparation has to agree. */
export const prepareCases: readonly AgreementCase[] = [
  ...columnsCases,
  ...splitCases,
  ...missingCases,
  ...encodeCases,
  ...scaleCases,
  ...chainCases,
];
