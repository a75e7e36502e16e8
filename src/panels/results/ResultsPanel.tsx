import { ClipboardCheck } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../i18n/use-t';
import { useDocument } from '../../store/document/document-store';
import { useView } from '../../store/view/view-store';
import { EmptyState } from '../../ui/EmptyState';
import { useEngine } from '../engine-context';
import { refKey } from '../outputs';
import { ProblemNotice } from '../ProblemNotice';
import { useAsked } from '../use-asked';
import { pickOutput, useReadyOutputs } from '../use-ready-outputs';
import { ReportView } from './ReportView';
import { SideBySide } from './SideBySide';

/** The evaluation of each model, beside its baseline. */
export function ResultsPanel() {
  const { t } = useT();
  const engine = useEngine();
  const outputs = useReadyOutputs();
  const reports = outputs.filter(({ type }) => type === 'report');
  const look = useView((state) => state.look);
  const looking = useView((state) => state.looking);
  const selected = useDocument((state) => state.selection.nodes);
  const problems = useDocument((state) => state.problems);
  const [chosen, setChosen] = useState<{ readonly nodeId: string; readonly port: string } | null>(null);
  const shown = pickOutput(reports, chosen ?? looking, selected);
  const asked = useAsked(shown ? refKey(shown.ref) : null, () =>
    engine.preview(shown ? shown.ref : { key: '', port: '' }),
  );
  if (shown === undefined) {
    return (
      <EmptyState icon={<ClipboardCheck size={28} />} title={t('panels.resultsEmpty')}>
        {t('panels.resultsEmptyHelp')}
      </EmptyState>
    );
  }
  const caveats = problems.filter(({ nodeId, severity }) => nodeId === shown.nodeId && severity === 'warning');
  const rows = outputs.find(({ nodeId, type }) => nodeId === shown.nodeId && type === 'table');
  const preview = asked.state === 'answered' ? asked.value : asked.state === 'asking' ? asked.last : null;
  return (
    <div className="h-full overflow-y-auto">
      {reports.length > 1 && <SideBySide reports={reports} shown={shown} onChoose={setChosen} />}
      {asked.state === 'failed' && (
        <div className="p-4">
          <ProblemNotice severity="error" message={asked.failure.message} hint={asked.failure.hint} />
        </div>
      )}
      {caveats.length > 0 && (
        <div className="flex flex-col gap-2 px-4 pt-2">
          {caveats.map(({ code, message, hint }) => (
            <ProblemNotice key={code} severity="warning" message={message} hint={hint} />
          ))}
        </div>
      )}
      {preview?.type === 'report' && (
        <ReportView
          report={preview.report}
          decision={preview.decision}
          onLook={rows && ((only) => look(rows.nodeId, rows.port, only))}
        />
      )}
    </div>
  );
}
