import type { Migration } from './migration';
import { sayUnsaid } from './unsaid-param';

/** What a linear model of version 2 was penalised with where its document said nothing. */
const USUAL = 0.001;

/**
 * In version 2 the L2 penalty of a linear model was a number of its own, the same for twenty rows and a million. Now it
 * follows from the training rows, and a number set by hand comes before that: documents of before get theirs written down.
 */
export const l2ByRows: Migration = {
  name: '0003-l2-by-rows',
  to: 3,
  migrate: (document) => sayUnsaid(document, 'train.linear', 'l2', USUAL),
};
