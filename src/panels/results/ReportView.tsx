import { useState } from 'react';
import { formatFixed, formatNumber, formatPercent } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import type { Text } from '../../lib/text';
import type { EvaluationReport, PartEvaluation } from '../../stats/metrics/report';
import type { PartName } from '../../table/table';
import { SegmentedControl } from '../../ui/SegmentedControl';
import { PARTS, partWord, taskWord } from '../words';
import { EvaluationCharts } from './EvaluationCharts';
import { MetricTable } from './MetricTable';
import { WorstRows } from './WorstRows';

interface ReportViewProps {
  readonly report: EvaluationReport;
  readonly decision: Text | null;
  /** Shows rows of the predictions. */
  readonly onLook?: ((rows: readonly number[]) => void) | undefined;
}

/** A whole evaluation: the part is chosen above, its figures and plots stand below. */
export function ReportView({ report, decision, onLook }: ReportViewProps) {
  const { t, say } = useT();
  const parts = PARTS.filter((part) => report.parts[part] !== undefined);
  const [chosen, setChosen] = useState<PartName>('test');
  const part = parts.includes(chosen) ? chosen : parts.at(-1);
  const evaluation = part === undefined ? undefined : report.parts[part];
  if (part === undefined || evaluation === undefined) return null;
  return (
    <div className="flex flex-col gap-3 px-4 py-2">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        {parts.length > 1 && (
          <SegmentedControl
            label={t('panels.part')}
            value={part}
            options={parts.toReversed().map((name) => ({ value: name, label: t(partWord[name]) }))}
            onChange={setChosen}
          />
        )}
        <span className="tabular text-quiet">
          {report.target} · {t(taskWord[report.task])} · {t(partWord[part])} ·{' '}
          {t('panels.rowCount', { n: evaluation.rows })}
        </span>
        {decision !== null && (
          <span className="text-quiet">
            {t('panels.decision')}: {say(decision)}
          </span>
        )}
      </div>
      <div className="flex flex-wrap items-start gap-x-10 gap-y-5">
        <MetricTable evaluation={evaluation} task={report.task} target={report.target} />
        <EvaluationCharts report={report} evaluation={evaluation} />
        {evaluation.perClass && <PerClass evaluation={evaluation} />}
        {evaluation.worst && evaluation.worst.length > 0 && <WorstRows worst={evaluation.worst} onLook={onLook} />}
      </div>
    </div>
  );
}

function PerClass({ evaluation }: { evaluation: PartEvaluation }) {
  const { t, language } = useT();
  const figure = (value: number) => (Number.isFinite(value) ? formatFixed(language, value, 3) : t('panels.undefined'));
  return (
    <section>
      <h3 className="mb-1 font-medium">{t('panels.perClass')}</h3>
      <table className="tabular text-right">
        <thead className="text-sm text-quiet">
          <tr>
            <th className="pr-5 pb-1 text-left font-normal">{t('panels.className')}</th>
            <th className="pl-4 font-normal">{t('panels.precision')}</th>
            <th className="pl-4 font-normal">{t('panels.recall')}</th>
            <th className="pl-4 font-normal">{t('panels.f1')}</th>
            <th className="pl-4 font-normal">{t('panels.support')}</th>
          </tr>
        </thead>
        <tbody>
          {evaluation.perClass?.map((one) => (
            <tr key={one.label} className="border-t border-line">
              <th scope="row" className="max-w-48 truncate py-0.5 pr-5 text-left font-normal" title={one.label}>
                {one.label}
              </th>
              <td className="pl-4">{figure(one.precision)}</td>
              <td className="pl-4">{figure(one.recall)}</td>
              <td className="pl-4 font-medium" title={formatPercent(language, one.f1)}>
                {figure(one.f1)}
              </td>
              <td className="pl-4 text-quiet">{formatNumber(language, one.support)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
