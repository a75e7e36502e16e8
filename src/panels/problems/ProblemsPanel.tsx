import { CircleCheck } from 'lucide-react';
import { useT } from '../../i18n/use-t';
import { catalog } from '../../nodes/catalog';
import { mendEdit } from '../../nodes/mend-edit';
import { useDocument } from '../../store/document/document-store';
import type { Mend } from '../../table/notes';
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
            {trouble.mend && node && <MendButton nodeId={node.id} mend={trouble.mend} />}
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

/** Mends it at one click; nothing where the document no longer has what it is about. */
function MendButton({ nodeId, mend }: { nodeId: string; mend: Mend }) {
  const { say } = useT();
  const document = useDocument((state) => state.document);
  const apply = useDocument((state) => state.apply);
  const schemas = useDocument((state) => state.schemas);
  const edit = mendEdit(document, catalog, nodeId, mend, schemas);
  if (edit === null) return null;
  return (
    <Button small onClick={() => apply(edit, mend.label)}>
      {say(mend.label)}
    </Button>
  );
}
