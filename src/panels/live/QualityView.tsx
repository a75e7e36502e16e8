import { useMemo } from 'react';
import { formatNumber, formatPercent } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import type { TickLine } from './draw-lines';
import { useLiveView, useLookedTick, useSampledLive } from './live-view';
import { TickChart } from './TickChart';
import { useMarks } from './use-marks';

const MARKS = ['alert'] as const;

/** Data-quality rules that raw rows broke: how many over the ticks, and which at the tick looked at. */
export function QualityView({ height }: { height: number }) {
  const { t, language } = useT();
  const view = useLiveView();
  const { live, nameOf } = view;
  const marks = useMarks(MARKS, null);
  const told = useSampledLive(({ history }) => history.monitors.size);
  const figure = useMemo(() => {
    const monitors = told === 0 ? [] : [...live.getState().history.monitors.values()];
    return {
      lines: monitors.flatMap((monitor): readonly TickLine[] => {
        const deployment = live.getState().reports[monitor.monitorId]?.deployment ?? '';
        const prefix = monitors.length > 1 ? `${nameOf(monitor.monitorId)} ` : '';
        const findings = monitor.series('quality.findings');
        const refused = monitor.series('rows.refused');
        return [
          ...(findings
            ? [
                {
                  id: `${monitor.monitorId} findings`,
                  label: prefix + t('timeline.findings'),
                  colour: view.colourOf(deployment),
                  series: findings,
                },
              ]
            : []),
          ...(refused
            ? [
                {
                  id: `${monitor.monitorId} refused`,
                  label: prefix + t('timeline.refused'),
                  colour: 'state-failed',
                  series: refused,
                  dash: [2, 3],
                },
              ]
            : []),
        ];
      }),
      rules: [],
      least: [0, 3] as const,
      marks,
      writeY: (value: number) => formatNumber(language, value),
      writeTick: (tick: number) => formatNumber(language, tick),
    };
  }, [live, view, nameOf, marks, t, language, told]);
  if (told === 0) return <p className="p-4 text-quiet">{t('timeline.noReportsYet')}</p>;
  return (
    <div className="flex flex-col gap-2">
      <TickChart
        title={t('timeline.qualityTitle')}
        fileName="millrace-live-quality"
        height={Math.max(90, Math.min(height, 130))}
        figure={figure}
      />
      <Findings />
    </div>
  );
}

function Findings() {
  const { t, language } = useT();
  const { live, nameOf, tell } = useLiveView();
  const tick = useLookedTick();
  const found = [...live.getState().history.monitors.values()].flatMap((monitor) => {
    const report = monitor.reportAt(tick);
    return (report?.tick === tick ? report.quality : []).map((finding) => ({
      ...finding,
      monitorId: monitor.monitorId,
    }));
  });
  if (found.length === 0)
    return <p className="text-sm text-quiet">{t('timeline.noFindings', { tick: formatNumber(language, tick) })}</p>;
  return (
    <ul className="flex flex-col gap-1" aria-label={t('timeline.findings')}>
      {found.map((finding) => (
        <li key={`${finding.monitorId} ${finding.rule} ${finding.column}`} className="flex flex-wrap gap-x-3">
          <span>{tell(finding.message)}</span>
          <span className="tabular text-quiet">
            {nameOf(finding.monitorId)} · {t('timeline.findingRows', { n: finding.rows })} ·{' '}
            {formatPercent(language, finding.share)}
          </span>
        </li>
      ))}
    </ul>
  );
}
