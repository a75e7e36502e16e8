import { useCallback, useMemo, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { formatFigure, formatNumber } from '../../i18n/format';
import { type Translator, useT } from '../../i18n/use-t';
import { DETECTORS } from '../../nodes/contract/monitor-report';
import type { MonitorHistory } from '../../store/live/live-types';
import type { ChartTable } from '../../ui/charts/save-chart';
import { drawStrip, rowAt, SHADES, type StripRow, stripHeight } from './draw-strip';
import { driftedColumn, methodWord, verdictWord } from './drift-words';
import { shownRange, useLiveView, useSampledLive } from './live-view';
import type { TickFrame, TickPlace } from './TickCanvas';
import { TickChart, TickFigure, TickTip } from './TickChart';
import { useMarks } from './use-marks';

const MARKS = ['drift', 'promote'] as const;

/** The chart of a chosen column may come up below a low panel's edge. */
const intoSight = (element: HTMLElement | null): void => element?.scrollIntoView({ block: 'nearest' });

/** Which columns moved, when and how far: a heat strip for each monitor, and the chosen column as a line. */
export function DriftView({ height }: { height: number }) {
  const ids = useSampledLive(useShallow(({ history }) => [...history.monitors.keys()]));
  const { t } = useT();
  if (ids.length === 0) return <p className="p-4 text-quiet">{t('timeline.noReportsYet')}</p>;
  return (
    <div className="flex flex-col gap-3">
      {ids.map((id) => (
        <MonitorDrift key={id} monitorId={id} height={height} />
      ))}
    </div>
  );
}

function MonitorDrift({ monitorId, height }: { monitorId: string; height: number }) {
  const translator = useT();
  const { t, language } = translator;
  const view = useLiveView();
  const [chosen, setChosen] = useState<string | null>(null);
  const [place, setPlace] = useState<TickPlace | null>(null);
  const told = useSampledLive(({ history }) => history.monitors.get(monitorId)?.names.length ?? 0);
  const rows = useMemo(() => {
    const monitor = view.live.getState().history.monitors.get(monitorId);
    return monitor === undefined || told === 0 ? [] : rowsOf(monitor, translator);
  }, [view, monitorId, translator, told]);
  const draw = useCallback(
    (frame: TickFrame) => drawStrip(frame, rows, chosen, (tick) => formatNumber(language, tick)),
    [rows, chosen, language],
  );
  const table = (): ChartTable => {
    const { from, to } = shownRange(view);
    const ticks = Array.from({ length: Math.floor(to) - Math.ceil(from) + 1 }, (_, i) => Math.ceil(from) + i);
    const figure = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? null : value);
    return {
      columns: [t('timeline.tick'), ...rows.map(({ label }) => label)],
      rows: ticks.map((tick) => [tick, ...rows.map(({ effect, verdict }) => figure((effect ?? verdict)?.at(tick)))]),
    };
  };
  const several = useSampledLive(({ history }) => history.monitors.size > 1);
  const title = t('timeline.driftTitle');
  const under = place && rowAt(place.y, rows);
  return (
    <div>
      <TickFigure
        title={several ? `${view.nameOf(monitorId)}: ${title}` : title}
        fileName={`millrace-live-drift-${monitorId}`}
        height={stripHeight(rows.length)}
        aside={<StripKey />}
        draw={draw}
        table={table}
        onHover={setPlace}
        onClick={(at) => {
          const row = rowAt(at.y, rows);
          if (row) setChosen(row.id === chosen ? null : row.id);
          view.live.getState().scrub(Math.round(at.tick));
        }}
      >
        {place && under && (
          <TickTip place={place}>{(tick) => <Exact monitorId={monitorId} row={under} tick={tick} />}</TickTip>
        )}
      </TickFigure>
      {chosen !== null && (
        <div key={chosen} ref={intoSight}>
          <ColumnChart monitorId={monitorId} name={chosen} height={height} />
        </div>
      )}
    </div>
  );
}

/** Predictions and labels first, then columns as the monitor lists them, then detectors. */
function rowsOf(monitor: MonitorHistory, { t }: Translator): readonly StripRow[] {
  const columns = monitor.names.flatMap((name) => (name.startsWith('verdict.') ? [name.slice(8)] : []));
  return [
    ...(['prediction', 'target'] as const).flatMap((which): readonly StripRow[] => {
      const verdict = monitor.series(`drift.${which}Verdict`);
      const label = t(which === 'prediction' ? 'timeline.predictionRow' : 'timeline.targetRow');
      if (verdict === undefined) return [];
      return [
        { id: `drift.${which}`, label, effect: monitor.series(`drift.${which}Effect`), verdict, middle: 'few-rows' },
      ];
    }),
    ...columns.map(
      (name): StripRow => ({
        id: `column.${name}`,
        label: name,
        effect: monitor.series(`effect.${name}`),
        verdict: monitor.series(`verdict.${name}`),
        middle: 'few-rows',
      }),
    ),
    ...DETECTORS.flatMap((name): readonly StripRow[] => {
      const verdict = monitor.series(`detector.${name}`);
      if (verdict === undefined) return [];
      return [{ id: `detector.${name}`, label: detectorNames[name], effect: undefined, verdict, middle: 'warning' }];
    }),
  ];
}

const detectorNames = { adwin: 'ADWIN', pageHinkley: 'Page-Hinkley', ddm: 'DDM' } as const;

/** The exact figures of a row at a tick. Of ticks long past only the series are kept. */
function Exact({ monitorId, row, tick }: { monitorId: string; row: StripRow; tick: number }) {
  const { t, language } = useT();
  const { live } = useLiveView();
  const monitor = live.getState().history.monitors.get(monitorId);
  const report = monitor?.reportAt(tick);
  const found = report?.tick === tick ? driftedColumn(report, row.id) : undefined;
  const effect = row.effect?.at(tick);
  const verdict = row.verdict?.at(tick);
  const facts: (readonly [string, string])[] = [];
  if (found) {
    if (found.statistic !== null) facts.push([t(methodWord[found.method]), formatFigure(language, found.statistic)]);
    if (found.pValue !== null) facts.push([t('timeline.pValue'), formatFigure(language, found.pValue)]);
    facts.push([t('timeline.threshold'), formatFigure(language, found.threshold)]);
    facts.push([
      t('timeline.rows'),
      `${formatNumber(language, found.referenceRows)} / ${formatNumber(language, found.currentRows)}`,
    ]);
  }
  if (effect !== undefined && !Number.isNaN(effect)) facts.push(['PSI', formatFigure(language, effect)]);
  return (
    <>
      <div className="text-quiet">
        <span className="font-medium text-ink">{row.label}</span> ·{' '}
        {t('timeline.tickN', { tick: formatNumber(language, tick) })}
      </div>
      <div>{verdict === undefined || Number.isNaN(verdict) ? '–' : t(verdictWord(verdict, row.middle))}</div>
      {facts.map(([name, value]) => (
        <div key={name} className="flex gap-3">
          <span className="text-quiet">{name}</span>
          <span className="ml-auto">{value}</span>
        </div>
      ))}
    </>
  );
}

/** What shade and marks mean. */
function StripKey() {
  const { t } = useT();
  return (
    <span className="flex flex-wrap items-center gap-x-3 text-sm text-quiet max-md:hidden">
      <span className="flex items-center gap-1">
        PSI
        {SHADES.map((least, index) => (
          <span key={least} className="flex items-center gap-0.5">
            <span
              className="inline-block h-2.5 w-4"
              style={{ background: 'var(--state-warning)', opacity: [0.16, 0.36, 0.66, 1][index] }}
            />
            {`≥${least}`}
          </span>
        ))}
      </span>
      <span className="flex items-center gap-1">
        <span className="inline-block h-[3px] w-4 bg-failed" />
        {t('timeline.verdictDrift')}
      </span>
      <span className="flex items-center gap-1">
        <span aria-hidden>┄</span>
        {t('timeline.verdictFew')}
      </span>
    </span>
  );
}

/** The chosen column over the ticks: its statistic against its threshold, or its effect where a test decides. */
function ColumnChart({ monitorId, name, height }: { monitorId: string; name: string; height: number }) {
  const { t, language } = useT();
  const { live, nameOf, loops } = useLiveView();
  const marks = useMarks(MARKS, loops.of(monitorId) ?? null);
  const monitor = live.getState().history.monitors.get(monitorId);
  const report = live.getState().reports[monitorId];
  const found = report && driftedColumn(report, name);
  const threshold = found && !['ks', 'chi-square'].includes(found.method) ? found.threshold : null;
  const method = found?.method;
  const figure = useMemo(() => {
    const column = name.startsWith('column.') ? name.slice(7) : null;
    const own =
      column === null ? (name === 'drift.target' ? 'drift.target' : 'drift.prediction') : (`column.${column}` as const);
    const effect = column === null ? (`${own}Effect` as 'drift.targetEffect') : (`effect.${column}` as const);
    const series = monitor?.series(threshold === null ? effect : own);
    const label = threshold === null || method === undefined ? 'PSI' : t(methodWord[method]);
    return {
      lines: series === undefined ? [] : [{ id: name, label, colour: 'state-warning', series }],
      rules:
        threshold === null
          ? [
              { value: 0.1, label: t('timeline.someShift'), colour: 'quiet' },
              { value: 0.25, label: t('timeline.majorShift'), colour: 'state-failed' },
            ]
          : [{ value: threshold, label: t('timeline.threshold'), colour: 'state-failed' }],
      least: [0, 0.3] as const,
      marks,
      writeY: (value: number) => formatFigure(language, value),
      writeTick: (tick: number) => formatNumber(language, tick),
    };
  }, [monitor, name, threshold, method, t, language, marks]);
  if (name.startsWith('detector.')) return null;
  const label = found?.column ?? nameOf(name);
  return (
    <TickChart
      title={t('timeline.columnTitle', { column: label })}
      fileName={`millrace-live-${label}`}
      height={Math.min(height, 150)}
      figure={figure}
    />
  );
}
