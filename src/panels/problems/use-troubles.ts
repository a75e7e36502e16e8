import { useMemo } from 'react';
import type { Text } from '../../lib/text';
import { useDocument } from '../../store/document-store';
import { useRun } from '../../store/run-store';

export interface Listed {
  readonly key: string;
  readonly severity: 'error' | 'warning';
  readonly nodeId: string | undefined;
  readonly column: string | undefined;
  readonly message: Text;
  readonly hint: Text;
}

/** Problems of the document and failures of the last run, errors first. */
export function useTroubles(): readonly Listed[] {
  const problems = useDocument((state) => state.problems);
  const runs = useRun((state) => state.nodes);
  return useMemo(() => {
    const known = problems.map(
      (problem, index): Listed => ({
        key: `problem ${index}`,
        severity: problem.severity,
        nodeId: problem.nodeId,
        column: problem.column,
        message: problem.message,
        hint: problem.hint,
      }),
    );
    const failed = Object.entries(runs).flatMap(([nodeId, run]): readonly Listed[] =>
      run.status === 'failed' && run.failure
        ? [
            {
              key: `failure ${nodeId}`,
              severity: 'error',
              nodeId,
              column: run.failure.column,
              message: run.failure.message,
              hint: run.failure.hint,
            },
          ]
        : [],
    );
    const all = [...failed, ...known];
    return [...all.filter((one) => one.severity === 'error'), ...all.filter((one) => one.severity === 'warning')];
  }, [problems, runs]);
}
