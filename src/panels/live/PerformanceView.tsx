import { useMemo, useState } from 'react';
import { formatNumber } from '../../i18n/format';
import { type Translator, useT } from '../../i18n/use-t';
import type { MonitorReport } from '../../nodes/contract/monitor-report';
import type { LiveState } from '../../store/live/live-types';
import { Select } from '../../ui/Select';
import { metricWords, writeMetric } from '../metric-words';
import type { TickLine } from './draw-lines';
import { type LiveView, useLiveView, useSampledLive } from './live-view';
import { TickChart } from './TickChart';
import { useMarks } from './use-marks';

const MARKS = ['drift', 'trigger', 'promote'] as const;

/** How well each deployment answers, tick by tick: one chart for all monitors that follow the same measure. */
export function PerformanceView({ height }: { height: number }) {
  const { t } = useT();
  const measures = useSampledLive(measuresTold);
  const [chosen, setChosen] = useState<string | null>(null);
  const names = measures === '' ? [] : measures.split(' ');
  const shown = chosen !== null && names.includes(chosen) ? chosen : names[0];
  if (shown === undefined) return <p className="p-4 text-quiet">{t('timeline.noLabelsYet')}</p>;
  return <MeasureChart measure={shown} names={names} onChoose={setChosen} height={height} />;
}

/** Names of the measures, the monitors' headlines first; one word, so that it is the same while nothing is new. */
function measuresTold({ reports }: LiveState): string {
  const monitors = Object.values(reports);
  const headlines = monitors.map(({ performance }) => performance.headline);
  return [...new Set([...headlines, ...monitors.flatMap(({ performance }) => Object.keys(performance.window))])].join(
    ' ',
  );
}

interface MeasureChartProps {
  readonly measure: string;
  readonly names: readonly string[];
  readonly onChoose: (measure: string) => void;
  readonly height: number;
}

function MeasureChart({ measure, names, onChoose, height }: MeasureChartProps) {
  const translator = useT();
  const { t, language } = translator;
  const view = useLiveView();
  // A series that speaks for the first time is a new line.
  const told = useSampledLive(({ history }) =>
    [...history.monitors.values()].reduce((sum, { names: series }) => sum + series.length, 0),
  );
  const marks = useMarks(MARKS, null);
  const wordOf = (name: string) => {
    const words = metricWords(name);
    return words === undefined ? name : t(words.title);
  };
  const figure = useMemo(
    () => ({
      lines: told === 0 ? [] : linesOf(view, measure, translator),
      rules: [],
      marks,
      writeY: (value: number) => writeMetric(language, measure, value),
      writeTick: (tick: number) => formatNumber(language, tick),
    }),
    [view, measure, translator, marks, language, told],
  );
  const title = t('timeline.performanceTitle', { measure: wordOf(measure) });
  return (
    <TickChart
      title={title}
      fileName={`millrace-live-${measure}`}
      height={height}
      figure={figure}
      aside={
        names.length > 1 && (
          <Select
            value={measure}
            aria-label={t('timeline.measure')}
            options={names.map((name) => ({ value: name, label: wordOf(name) }))}
            onChange={onChoose}
            className="max-w-40"
          />
        )
      }
    />
  );
}

/** Batch faint, window solid, the champion's own figure dotted; baselines once for each stream, since they do not depend on the model. */
function linesOf(view: LiveView, measure: string, { t }: Translator): readonly TickLine[] {
  const { history, reports } = view.live.getState();
  const monitors = [...history.monitors.values()];
  const streams = new Set<string>();
  return monitors.flatMap((monitor): readonly TickLine[] => {
    const report: MonitorReport | undefined = reports[monitor.monitorId];
    if (!report) return [];
    const colour = view.colourOf(report.deployment);
    const prefix = monitors.length > 1 ? `${view.nameOf(report.deployment)} ` : '';
    const firstOfStream = !streams.has(report.stream);
    streams.add(report.stream);
    const line = (part: 'batch' | 'window' | 'noChange' | 'majority' | 'reference', look: Partial<TickLine>) => {
      const series = monitor.series(`${part}.${measure}`);
      const label = `${prefix}${t(partWords[part])}`;
      return series === undefined ? [] : [{ id: `${monitor.monitorId} ${part}`, label, colour, series, ...look }];
    };
    const quiet = { colour: 'quiet', width: 1.25 };
    return [
      ...line('batch', { faint: true }),
      ...(firstOfStream
        ? [
            ...line('noChange', { ...quiet, label: t('timeline.noChange'), dash: [2, 3] }),
            ...line('majority', {
              ...quiet,
              label: t(report.task === 'regression' ? 'timeline.mean' : 'timeline.majority'),
              dash: [6, 3],
            }),
          ]
        : []),
      ...line('reference', { width: 1.25, dash: [1, 3] }),
      ...line('window', {
        width: 2,
        ...(monitors.length > 1 ? { label: view.nameOf(report.deployment) } : {}),
      }),
    ];
  });
}

const partWords = {
  batch: 'timeline.batchLine',
  window: 'timeline.windowLine',
  noChange: 'timeline.noChange',
  majority: 'timeline.majority',
  reference: 'timeline.referenceLine',
} as const;
