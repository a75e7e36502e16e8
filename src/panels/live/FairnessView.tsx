import { useMemo } from 'react';
import { formatFixed, formatNumber } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import type { GroupFigures } from '../../nodes/contract/monitor-report';
import type { SeriesName } from '../../store/live/live-types';
import { useLiveView, useLookedTick, useSampledLive } from './live-view';
import { TickChart } from './TickChart';
import { useMarks } from './use-marks';

const MARKS = ['promote', 'alert'] as const;
const GROUP_COLOURS = ['stage-ingest', 'stage-serve', 'stage-train', 'stage-prepare', 'stage-retrain', 'quiet'];
const DASHES = [[], [6, 3], [2, 3]];

/** How groups fare over time, with the usual bands and what they do not prove. */
export function FairnessView({ height }: { height: number }) {
  const { t } = useT();
  const ids = useSampledLive(({ reports }) =>
    Object.entries(reports)
      .flatMap(([id, { fairness }]) => (fairness === null ? [] : [id]))
      .join(' '),
  );
  if (ids === '') return <p className="p-4 text-quiet">{t('timeline.noSensitive')}</p>;
  return (
    <div className="flex flex-col gap-3">
      {ids.split(' ').map((id) => (
        <MonitorFairness key={id} monitorId={id} height={height} />
      ))}
      <p className="max-w-prose text-sm text-quiet">{t('timeline.fourFifths')}</p>
    </div>
  );
}

function MonitorFairness({ monitorId, height }: { monitorId: string; height: number }) {
  const { t, language } = useT();
  const { live, loops, nameOf } = useLiveView();
  const marks = useMarks(MARKS, loops.of(monitorId) ?? null);
  const told = useSampledLive(({ history }) => history.monitors.get(monitorId)?.names.length ?? 0);
  const several = useSampledLive(({ history }) => history.monitors.size > 1);
  const fairness = live.getState().reports[monitorId]?.fairness;
  const tall = Math.max(110, Math.min(height, 170));
  const figures = useMemo(() => {
    const monitor = live.getState().history.monitors.get(monitorId);
    const line = (name: SeriesName, label: string, colour: string, dash: readonly number[] = []) => {
      const series = monitor?.series(name);
      return series === undefined ? [] : [{ id: name, label, colour, series, dash }];
    };
    const groups = (monitor?.names ?? []).flatMap((name) => (name.startsWith('group.') ? [name.slice(6)] : []));
    const common = {
      marks,
      writeY: (value: number) => formatFixed(language, value, 3),
      writeTick: (tick: number) => formatNumber(language, tick),
    };
    return {
      // A group that speaks for the first time is a new line.
      groups: {
        ...common,
        lines: (told === 0 ? [] : groups).flatMap((group, index) =>
          line(`group.${group}`, group, GROUP_COLOURS[index % 6] ?? 'quiet', DASHES[Math.floor(index / 6) % 3]),
        ),
        rules: [],
        least: [0, 0.1] as const,
      },
      difference: {
        ...common,
        lines: [
          ...line('fairness.parityDifference', t('timeline.parityDifference'), 'stage-ingest'),
          ...line('fairness.equalizedOddsDifference', t('timeline.equalizedOdds'), 'stage-train', [6, 3]),
        ],
        rules: [{ value: 0.1, label: '0.1', colour: 'state-failed' }],
        band: [0, 0.1] as const,
        least: [0, 0.2] as const,
      },
      ratio: {
        ...common,
        lines: line('fairness.parityRatio', t('timeline.parityRatio'), 'stage-ingest'),
        rules: [{ value: 0.8, label: '0.8', colour: 'state-failed' }],
        band: [0.8, 1] as const,
        least: [0.6, 1] as const,
      },
    };
  }, [live, monitorId, marks, language, t, told]);
  if (!fairness) return null;
  const { column, favourable } = fairness;
  const name = several ? `${nameOf(monitorId)}: ` : '';
  return (
    <div className="flex flex-col gap-3">
      <TickChart
        title={name + t('timeline.groupsTitle', { column, favourable })}
        fileName={`millrace-live-groups-${monitorId}`}
        height={tall}
        figure={figures.groups}
      />
      <TickChart
        title={t('timeline.differenceTitle')}
        fileName={`millrace-live-fairness-${monitorId}`}
        height={tall}
        figure={figures.difference}
      />
      <TickChart
        title={t('timeline.ratioTitle')}
        fileName={`millrace-live-ratio-${monitorId}`}
        height={tall}
        figure={figures.ratio}
      />
      <Groups monitorId={monitorId} />
    </div>
  );
}

const GROUP_FIGURES = ['selectionRate', 'truePositiveRate', 'falsePositiveRate', 'accuracy'] as const;
const groupWord = {
  selectionRate: 'timeline.selectionRate',
  truePositiveRate: 'timeline.truePositiveRate',
  falsePositiveRate: 'timeline.falsePositiveRate',
  accuracy: 'panels.accuracy',
} as const;

/** The groups' figures at the tick looked at. */
function Groups({ monitorId }: { monitorId: string }) {
  const { t, say, language } = useT();
  const { live } = useLiveView();
  const tick = useLookedTick();
  const report = live.getState().history.monitors.get(monitorId)?.reportAt(tick);
  if (!report?.fairness) return null;
  const because = report.fairness.undefinedBecause?.equalizedOddsDifference;
  const write = (value: number | null) => (value === null ? '–' : formatFixed(language, value, 3));
  return (
    <div className="overflow-x-auto">
      <table className="tabular w-full max-w-2xl text-sm">
        <caption className="pb-1 text-left text-quiet">
          {t('timeline.groupsAt', { tick: formatNumber(language, report.tick) })}
        </caption>
        <thead className="text-quiet">
          <tr>
            <th className="py-0.5 pr-3 text-left font-medium">{report.fairness.column}</th>
            <th className="px-3 text-right font-medium">{t('timeline.rows')}</th>
            {GROUP_FIGURES.map((name) => (
              <th key={name} className="px-3 text-right font-medium">
                {t(groupWord[name])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {report.fairness.groups.map((group: GroupFigures) => (
            <tr key={group.group} className="border-t border-line">
              <th scope="row" className="py-0.5 pr-3 text-left font-medium">
                {group.group}
              </th>
              <td className="px-3 text-right">{formatNumber(language, group.rows)}</td>
              {GROUP_FIGURES.map((name) => (
                <td key={name} className="px-3 text-right">
                  {write(group[name])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {because && (
        <p className="pt-1 text-sm text-quiet">
          {t('timeline.equalizedOdds')}: {say(because)}
        </p>
      )}
    </div>
  );
}
