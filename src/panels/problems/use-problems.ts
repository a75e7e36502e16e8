import { useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { FailureDetail } from '../../lib/failure';
import { useDocument } from '../../store/document/document-store';
import type { NodeRun } from '../../store/run/run-state';
import { useRun } from '../../store/run/run-store';
import { type ListedProblem, listProblems } from './list-problems';

/** Problems of the document and failures of the last run, errors first. */
export function useProblems(): readonly ListedProblem[] {
  const problems = useDocument((state) => state.problems);
  const failures = useRun(useShallow((state) => failuresOf(state.nodes)));
  const noted = useRun(useShallow((state) => notesOf(state.nodes)));
  return useMemo(() => {
    const notes = Object.fromEntries(
      Object.entries(noted).map(([nodeId, outputs]) => [
        nodeId,
        Object.values(outputs).flatMap(({ warnings = [] }) => warnings),
      ]),
    );
    return listProblems(problems, { failures, notes });
  }, [problems, failures, noted]);
}

/** Failures by node id: they stay the same while others train, so nothing is drawn again for them. */
function failuresOf(nodes: Readonly<Record<string, NodeRun>>): Readonly<Record<string, FailureDetail>> {
  const failures: Record<string, FailureDetail> = {};
  for (const [nodeId, run] of Object.entries(nodes)) {
    if (run.status === 'failed' && run.failure) failures[nodeId] = run.failure;
  }
  return failures;
}

/** Outputs of nodes as they stand, by node id: what has been edited since is no longer spoken of. */
function notesOf(nodes: Readonly<Record<string, NodeRun>>): Readonly<Record<string, NodeRun['outputs']>> {
  const notes: Record<string, NodeRun['outputs']> = {};
  for (const [nodeId, { status, outputs }] of Object.entries(nodes)) {
    const said = Object.values(outputs).some(({ warnings = [] }) => warnings.some(({ hint }) => hint !== undefined));
    if ((status === 'completed' || status === 'cached') && said) notes[nodeId] = outputs;
  }
  return notes;
}
