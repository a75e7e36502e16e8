import type { FailureDetail } from '../lib/failure';
import type { Problem } from './problem';

/**
 * The error of a document that is of the matter that made a node fail: it names all that is to be mended, where the run
 * stopped at the first. A run that brings columns to light leaves both behind.
 */
export const sameMatter = (problems: readonly Problem[], nodeId: string, failure: FailureDetail): Problem | undefined =>
  problems.find(
    ({ severity, nodeId: on, code, column }) =>
      severity === 'error' &&
      on === nodeId &&
      (code === failure.code || (column !== undefined && column === failure.column)),
  );
