import { CircleCheck } from 'lucide-react';
import { useT } from '../../i18n/use-t';
import { useDocument } from '../../store/document/document-store';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { useGoTo } from '../go-to';
import { findNode, nodeName } from '../node-name';
import { Trouble } from '../Trouble';
import { useTroubles } from './use-troubles';

/** Everything to mend: what is known before a run, and what failed in one. */
export function ProblemsPanel() {
  const { t, say } = useT();
  const goTo = useGoTo();
  const document = useDocument((state) => state.document);
  const troubles = useTroubles();
  if (troubles.length === 0) {
    return (
      <EmptyState icon={<CircleCheck size={28} />} title={t('panels.problemsEmpty')}>
        {t('panels.problemsEmptyHelp')}
      </EmptyState>
    );
  }
  return (
    <ul className="h-full overflow-y-auto py-1">
      {troubles.map((trouble) => {
        const node = trouble.nodeId === undefined ? undefined : findNode(document, trouble.nodeId);
        const name = node ? nodeName(node, say) : t('panels.wholePipeline');
        return (
          <li key={trouble.key} className="flex items-start gap-3 border-b border-line px-4 py-2 last:border-b-0">
            <div className="min-w-0 flex-1">
              <Trouble
                severity={trouble.severity}
                message={trouble.message}
                hint={trouble.hint}
                where={trouble.column === undefined ? name : `${name} · ${trouble.column}`}
              />
            </div>
            {node && (
              <Button small onClick={() => goTo(node.id)}>
                {t('panels.goTo', { name })}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
