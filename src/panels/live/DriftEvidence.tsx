import { useState } from 'react';
import { formatFigure, formatNumber } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import type { LiveEvent } from '../../nodes/contract/live-events';
import type { ColumnDrift } from '../../nodes/contract/monitor-report';
import { cx } from '../../ui/cx';
import { ColumnHistogram } from './ColumnHistogram';
import { columnVerdict, methodWord } from './drift-words';
import { useLiveView } from './live-view';

/** The columns that were compared at the event's tick; the chosen one's values, then and now. */
export function DriftEvidence({ event }: { event: LiveEvent }) {
  const { t, language } = useT();
  const { live } = useLiveView();
  const [chosen, setChosen] = useState<string | null>(null);
  const report = live.getState().history.monitors.get(event.nodeId)?.reportAt(event.tick);
  if (report === undefined || report.tick !== event.tick) return null;
  const { what, strongest } = event.figures;
  const { drift } = report;
  const single = what === 'prediction' ? drift.prediction : what === 'target' ? drift.target : null;
  const columns = single === null ? [...drift.columns].sort(byVerdict) : [single];
  const shown = columns.find(({ column }) => column === (chosen ?? strongest)) ?? columns[0];
  if (shown === undefined) return null;
  const write = (value: number | null) => (value === null ? '–' : formatFigure(language, value, 3));
  return (
    <div className="flex flex-col gap-2.5">
      {what === 'prediction' ? (
        <p className="text-sm text-quiet">{t('timeline.noHistogram')}</p>
      ) : (
        <ColumnHistogram monitorId={event.nodeId} tick={event.tick} column={shown.column} />
      )}
      <div className="overflow-x-auto">
        <table className="tabular w-full text-sm" aria-label={t('timeline.columns')}>
          <thead className="text-quiet">
            <tr>
              <th className="py-0.5 pr-2 text-left font-medium">{t('timeline.column')}</th>
              <th className="px-2 text-left font-medium">{t('timeline.figMethod')}</th>
              <th className="px-2 text-right font-medium">{t('timeline.statistic')}</th>
              <th className="px-2 text-right font-medium">{t('timeline.pValue')}</th>
              <th className="px-2 text-right font-medium">{t('timeline.threshold')}</th>
              <th className="px-2 text-right font-medium">{t('timeline.figEffect')}</th>
              <th className="px-2 text-right font-medium">{t('timeline.rows')}</th>
              <th className="pl-2 text-left font-medium">{t('timeline.verdict')}</th>
            </tr>
          </thead>
          <tbody>
            {columns.map((one) => (
              <tr
                key={one.column}
                className={cx('border-t border-line whitespace-nowrap', one === shown && 'bg-accent-soft')}
              >
                <th scope="row" className="py-0.5 pr-2 text-left font-medium">
                  <button
                    type="button"
                    aria-pressed={one === shown}
                    className="hit max-w-36 truncate underline decoration-line-strong underline-offset-2 hover:decoration-ink"
                    onClick={() => setChosen(one.column)}
                  >
                    {one.column}
                  </button>
                </th>
                <td className="px-2">{t(methodWord[one.method])}</td>
                <td className="px-2 text-right">{write(one.statistic)}</td>
                <td className="px-2 text-right">{write(one.pValue)}</td>
                <td className="px-2 text-right">{write(one.threshold)}</td>
                <td className="px-2 text-right">{write(one.effect)}</td>
                <td className="px-2 text-right">
                  {formatNumber(language, one.referenceRows)} / {formatNumber(language, one.currentRows)}
                </td>
                <td className={cx('pl-2', one.verdict === 'drift' && 'font-medium text-failed')}>
                  {t(columnVerdict[one.verdict])}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

const rank = ({ verdict }: ColumnDrift): number => (verdict === 'drift' ? 0 : verdict === 'stable' ? 1 : 2);
const byVerdict = (a: ColumnDrift, b: ColumnDrift): number => rank(a) - rank(b) || (b.effect ?? 0) - (a.effect ?? 0);
