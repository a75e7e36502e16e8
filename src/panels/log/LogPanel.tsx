import { Download, ScrollText } from 'lucide-react';
import type { RunStatus } from '../../engine/events';
import { flattenGroups } from '../../graph/flatten-groups';
import type { MessageKey } from '../../i18n/catalogue';
import { formatDuration } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import { perform } from '../../store/commands/commands';
import { useDocument } from '../../store/document/document-store';
import { nodeName } from '../../store/document/node-name';
import { useRun } from '../../store/run/run-store';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { useGoTo } from '../go-to';
import { statusWord } from '../inspector/run-words';

const outcome: Readonly<Record<RunStatus, MessageKey>> = {
  completed: 'panels.runCompleted',
  failed: 'panels.runFailed',
  cancelled: 'panels.runCancelled',
};

/** What each node said, and how long it took. */
export function LogPanel() {
  const { t, say, language } = useT();
  const goTo = useGoTo();
  const { nodes } = flattenGroups(useDocument((state) => state.document));
  const runs = useRun((state) => state.nodes);
  const report = useRun((state) => state.lastReport);
  const ran = nodes.filter((node) => runs[node.id] && runs[node.id]?.status !== 'idle');
  if (ran.length === 0) {
    return (
      <EmptyState icon={<ScrollText size={28} />} title={t('panels.logEmpty')}>
        {t('panels.logEmptyHelp')}
      </EmptyState>
    );
  }
  return (
    <div className="h-full overflow-y-auto">
      {report && (
        <div className="tabular sticky top-0 flex items-center gap-3 border-b border-line bg-surface px-4 py-1.5">
          <span className="font-medium">
            {t(outcome[report.status], { time: formatDuration(language, report.ms) })}
          </span>
          {report.backend !== 'none' && <span className="text-quiet">{report.backend}</span>}
          <span className="flex-1" />
          <Button small look="ghost" icon={<Download size={14} />} onClick={() => void perform('exportReport')}>
            {t('panels.saveReport')}
          </Button>
        </div>
      )}
      <table className="w-full text-left">
        <tbody>
          {ran.map((node) => {
            const run = runs[node.id];
            if (!run) return null;
            return (
              <tr key={node.id} className="border-b border-line align-top last:border-b-0">
                <td className="w-44 max-w-44 px-4 py-1.5">
                  <button
                    type="button"
                    className="hit max-w-full truncate text-left font-medium hover:underline"
                    onClick={() => goTo(node.id)}
                  >
                    {nodeName(node, say)}
                  </button>
                </td>
                <td className="tabular w-24 py-1.5 text-right whitespace-nowrap text-quiet">
                  {run.ms === null ? '' : formatDuration(language, run.ms)}
                </td>
                <td className="px-4 py-1.5">
                  <span className={run.status === 'failed' ? 'text-failed' : 'text-quiet'}>
                    {t(statusWord[run.status])}
                  </span>
                  {run.backend && <span className="text-quiet"> · {run.backend}</span>}
                  {run.log.map((line, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a log only grows at its end
                    <p key={index}>{say(line)}</p>
                  ))}
                  {run.failure && run.status === 'failed' && <p>{say(run.failure.message)}</p>}
                  {run.skippedBecause && run.status === 'skipped' && <p>{say(run.skippedBecause)}</p>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
