import type { Migration } from './migration';
import { sayUnsaid } from './unsaid-param';

/**
 * In version 3 a linear model was trained by batches, by Adam where nothing was said. Now one of which nothing is said
 * goes to the optimum: documents of before get their optimizer written down.
 */
export const linearOptimizer: Migration = {
  name: '0004-linear-optimizer',
  to: 4,
  migrate: (document) => sayUnsaid(document, 'train.linear', 'optimizer', 'adam'),
};
