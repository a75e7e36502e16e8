import type { MessageKey } from '../../i18n/catalogue';
import { formatFigure, formatNumber } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import { ChartFrame } from '../../ui/charts/ChartFrame';
import type { LineSeries } from '../../ui/charts/draw-curves';
import { LineChart } from '../../ui/charts/LineChart';
import { Skeleton } from '../../ui/Progress';
import type { ModelVersion } from '../../worker/live-protocol';
import { type Curve, chartTitle, curvesOf, pointsOfHistory, roundOf } from '../charts/curves';
import { useChartWords } from '../use-chart-words';
import { useModelLook } from './use-model-look';

interface CompareCurvesProps {
  readonly first: ModelVersion;
  readonly second: ModelVersion;
  readonly labels: readonly [string, string];
}

/** The learning curves of two versions over each other: the first solid, the second dashed. */
export function CompareCurves({ first, second, labels }: CompareCurvesProps) {
  const { t } = useT();
  const one = useModelLook(first.id);
  const other = useModelLook(second.id);
  if (one.state === 'failed' || other.state === 'failed') return <p className="text-quiet">{t('models.curvesGone')}</p>;
  if (one.state !== 'answered' || other.state !== 'answered') return <Skeleton className="h-40" />;
  const points = [one.value, other.value].map(({ training }) => pointsOfHistory(training));
  const curves = points.map(curvesOf);
  const round = roundOf(points);
  const measures = [...new Set(curves.flatMap((of) => of.map(({ measure }) => measure)))];
  return (
    <div className="grid gap-x-6 gap-y-3 [grid-template-columns:repeat(auto-fit,minmax(min(100%,320px),1fr))]">
      {measures.map((measure) => (
        <OverlaidChart
          key={measure}
          measure={measure}
          round={round}
          series={curves.flatMap((of, index) =>
            seriesOf(
              of.find((curve) => curve.measure === measure),
              index,
              labels[index] ?? '',
              t,
            ),
          )}
        />
      ))}
    </div>
  );
}

function seriesOf(
  curve: Curve | undefined,
  index: number,
  label: string,
  t: ReturnType<typeof useT>['t'],
): readonly LineSeries[] {
  if (curve === undefined) return [];
  const dash = index === 0 ? undefined : [6, 3];
  return (['train', 'validation'] as const)
    .map((part) => ({
      id: `${label} ${part}`,
      label: `${label} ${t(part === 'train' ? 'panels.partTrain' : 'panels.partValidation')}`,
      colour: `series-${part}`,
      points: curve[part],
      dash,
    }))
    .filter(({ points }) => points.length > 0);
}

interface OverlaidChartProps {
  readonly measure: string;
  readonly round: MessageKey;
  readonly series: readonly LineSeries[];
}

function OverlaidChart({ measure, round, series }: OverlaidChartProps) {
  const spoken = useT();
  const { t, language } = spoken;
  const words = useChartWords();
  const title = chartTitle(spoken, measure, round);
  const last = Math.max(1, ...series.map(({ points }) => points.at(-1)?.[0] ?? 0));
  const table = () => {
    const epochs = [...new Set(series.flatMap(({ points }) => points.map(([epoch]) => epoch)))].sort((a, b) => a - b);
    const values = series.map(({ points }) => new Map(points));
    return {
      columns: [t(round), ...series.map(({ label }) => label)],
      rows: epochs.map((epoch) => [epoch, ...values.map((of) => of.get(epoch) ?? null)]),
    };
  };
  return (
    <ChartFrame title={title} words={words} fileName={`millrace-compare-${measure}`} table={table}>
      <LineChart
        label={title}
        series={series}
        height={168}
        xLabel={t(round)}
        xDomain={[0, last]}
        fromZero={measure === 'loss'}
        writeX={(x) => formatNumber(language, x, 2)}
        writeY={(y) => formatFigure(language, y, 3)}
      />
    </ChartFrame>
  );
}
