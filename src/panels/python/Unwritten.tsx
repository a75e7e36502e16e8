import { Play } from 'lucide-react';
import { useT } from '../../i18n/use-t';
import { useDocument } from '../../store/document/document-store';
import { findNode, nodeName } from '../../store/document/node-name';
import { useRun } from '../../store/run/run-store';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { Skeleton } from '../../ui/Progress';
import { ProblemNotice } from '../ProblemNotice';
import type { ShownCode } from './shown-code';

/** Why a node cannot be written now, and what to do about it. */
export function Unwritten({
  shown,
  nodeId,
}: {
  shown: Exclude<ShownCode, { readonly is: 'written' }>;
  nodeId: string;
}) {
  const { t, say } = useT();
  const document = useDocument((state) => state.document);
  const running = useRun((state) => state.running || state.looping);
  const start = useRun((state) => state.run);
  switch (shown.is) {
    case 'asking':
      return <Skeleton className="h-20" />;
    case 'unknown':
      return (
        <EmptyState
          title={t('python.unknown')}
          action={
            <Button small icon={<Play size={13} />} disabled={running} onClick={() => void start(nodeId)}>
              {t('inspector.runToHere')}
            </Button>
          }
        >
          {t('python.unknownHelp')}
        </EmptyState>
      );
    case 'broken':
      return (
        <div className="flex flex-col gap-3">
          <p className="text-quiet">{t('python.broken')}</p>
          {shown.problems.map((problem) => (
            <ProblemNotice
              key={`${problem.nodeId} ${problem.code} ${problem.port} ${problem.column} ${problem.message.en}`}
              {...problem}
              where={problem.nodeId === nodeId ? undefined : nodeName(findNode(document, problem.nodeId ?? ''), say)}
            />
          ))}
        </div>
      );
    case 'failed':
      return <ProblemNotice severity="error" {...shown.failure} />;
  }
}
