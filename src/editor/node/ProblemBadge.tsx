import { CircleAlert, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useT } from '../../i18n/use-t';
import { useDocument } from '../../store/document/document-store';
import { useView } from '../../store/view/view-store';
import { problemsOf } from './problem-index';

/** How many things there are to mend in a node; a click opens the list of problems. */
export function ProblemBadge({ nodeId }: { nodeId: string }): ReactNode {
  const { t, say } = useT();
  const count = useDocument((state) => problemsOf(state.problems, nodeId).length);
  const worst = useDocument((state) => problemsOf(state.problems, nodeId)[0]?.severity);
  if (count === 0 || worst === undefined) return null;
  const Icon = worst === 'error' ? CircleAlert : TriangleAlert;
  const label = t(worst === 'error' ? 'editor.problemErrors' : 'editor.problemWarnings', { n: count });
  const messages = (): string =>
    problemsOf(useDocument.getState().problems, nodeId)
      .map((problem) => say(problem.message))
      .join('\n');
  return (
    <button
      type="button"
      tabIndex={-1}
      className="mr-problem nodrag"
      data-severity={worst}
      title={messages()}
      onClick={() => {
        useDocument.getState().select({ nodes: [nodeId], edges: [], notes: [] });
        useView.getState().showDock('problems');
      }}
    >
      <Icon size={14} strokeWidth={2} aria-hidden="true" />
      <span className="sr-only">{label}</span>
      {count > 1 && <span aria-hidden="true">{count}</span>}
    </button>
  );
}
