import type { Problem } from '../../graph/problem';
import { sameMatter } from '../../graph/same-matter';
import type { FailureDetail } from '../../lib/failure';
import type { Text } from '../../lib/text';
import type { DataNote, Mend } from '../../table/notes';

export interface ListedProblem {
  readonly key: string;
  readonly severity: 'error' | 'warning';
  readonly nodeId: string | undefined;
  readonly column: string | undefined;
  readonly message: Text;
  readonly hint: Text;
  /** What does it at one click. */
  readonly mend?: Mend;
}

/** What nodes have to say of the last run, by their ids. */
export interface SaidByNodes {
  readonly failures: Readonly<Record<string, FailureDetail>>;
  readonly notes: Readonly<Record<string, readonly DataNote[]>>;
}

/** Everything to mend, errors first, each matter once. */
export function listProblems(problems: readonly Problem[], { failures, notes }: SaidByNodes): readonly ListedProblem[] {
  const known = problems.map(
    ({ severity, nodeId, column, message, hint, mend }, index): ListedProblem => ({
      key: `problem ${index}`,
      severity,
      nodeId,
      column,
      message,
      hint,
      ...(mend === undefined ? {} : { mend }),
    }),
  );
  const failed = Object.entries(failures).flatMap(([nodeId, failure]): readonly ListedProblem[] => {
    if (sameMatter(problems, nodeId, failure) !== undefined) return [];
    const { column, message, hint } = failure;
    return [{ key: `failure ${nodeId}`, severity: 'error', nodeId, column, message, hint }];
  });
  const risks = Object.entries(notes).flatMap(([nodeId, warnings]) =>
    warnings.flatMap(({ column, message, hint, mend }, index): readonly ListedProblem[] => {
      if (hint === undefined) return [];
      const key = `note ${nodeId} ${index}`;
      return [{ key, severity: 'warning', nodeId, column, message, hint, ...(mend === undefined ? {} : { mend }) }];
    }),
  );
  const all = [...failed, ...known, ...risks];
  return [...all.filter((one) => one.severity === 'error'), ...all.filter((one) => one.severity === 'warning')];
}
