import { CircleCheck } from 'lucide-react';
import { flattenGroups } from '../../graph/flatten-groups';
import { useT } from '../../i18n/use-t';
import { useDocument } from '../../store/document/document-store';
import { findNode, nodeName } from '../../store/document/node-name';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { useGoTo } from '../go-to';
import { MendButton } from '../MendButton';
import { ProblemNotice } from '../ProblemNotice';
import { useProblems } from './use-problems';

/** So many problems are drawn. */
const DRAWN = 300;

/** Everything to mend: what is known before a run, and what failed in one. */
export function ProblemsPanel() {
  const { t, say } = useT();
  const goTo = useGoTo();
  const document = useDocument((state) => state.document);
  const problems = useProblems();
  if (problems.length === 0) {
    return (
      <EmptyState icon={<CircleCheck size={28} />} title={t('panels.problemsEmpty')}>
        {t('panels.problemsEmptyHelp')}
      </EmptyState>
    );
  }
  return (
    <ul className="h-full overflow-y-auto py-1">
      {problems.slice(0, DRAWN).map((problem) => {
        const node = problem.nodeId === undefined ? undefined : findNode(flattenGroups(document), problem.nodeId);
        const name = node ? nodeName(node, say) : t('panels.wholePipeline');
        return (
          <li key={problem.key} className="flex items-start gap-3 border-b border-line px-4 py-2 last:border-b-0">
            <div className="min-w-0 flex-1">
              <ProblemNotice
                severity={problem.severity}
                message={problem.message}
                hint={problem.hint}
                where={problem.column === undefined ? name : `${name} · ${problem.column}`}
              />
            </div>
            {problem.mend && node && <MendButton nodeId={node.id} mend={problem.mend} />}
            {node && (
              <Button small onClick={() => goTo(node.id)}>
                {t('panels.goTo', { name })}
              </Button>
            )}
          </li>
        );
      })}
      {problems.length > DRAWN && (
        <li className="px-4 py-2 text-quiet">{t('panels.moreLeftOut', { n: problems.length - DRAWN })}</li>
      )}
    </ul>
  );
}
