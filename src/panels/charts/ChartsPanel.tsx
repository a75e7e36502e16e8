import { ChartSpline } from 'lucide-react';
import { memo, useDeferredValue, useMemo, useState } from 'react';
import { formatCompact, formatDuration, formatFigure, formatNumber } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import { ChartFrame } from '../../ui/charts/ChartFrame';
import type { LineSeries } from '../../ui/charts/draw-curves';
import { LineChart } from '../../ui/charts/LineChart';
import type { ChartTable } from '../../ui/charts/save-chart';
import { cx } from '../../ui/cx';
import { EmptyState } from '../../ui/EmptyState';
import { Progress } from '../../ui/Progress';
import { useChartWords } from '../use-chart-words';
import { useReadyOutputs } from '../use-ready-outputs';
import { useSampled } from '../use-sampled';
import { bestEpochOf, type Curve, chartTitle, curvesOf, roundOf } from './curves';
import { type Trained, useTrained } from './use-trained';

/** Models share the colours of the parts; their dashes and names tell them apart. */
const dashes = [undefined, [6, 3], [2, 3], [8, 3, 2, 3]];

/** Curves are redrawn this seldom: a frame is short, and the eye is slow. */
const SAMPLE_MS = 400;

/** Live curves of every model that trains or has been trained. */
export function ChartsPanel() {
  const { t } = useT();
  // Curves may be drawn a little late: what a person does comes first.
  const trained = useDeferredValue(useSampled(useTrained(), SAMPLE_MS));
  const [hidden, setHidden] = useState<readonly string[]>([]);
  const charted = useMemo(
    () =>
      trained.filter((one) => !hidden.includes(one.nodeId)).map((one) => ({ ...one, curves: curvesOf(one.points) })),
    [trained, hidden],
  );
  const models = useReadyOutputs('model');
  if (trained.length === 0) {
    const curveless = models.length > 0;
    return (
      <EmptyState
        icon={<ChartSpline size={28} />}
        title={t(curveless ? 'panels.chartsCurveless' : 'panels.chartsEmpty')}
      >
        {t(curveless ? 'panels.chartsCurvelessHelp' : 'panels.chartsEmptyHelp')}
      </EmptyState>
    );
  }
  const measures = [...new Set(charted.flatMap((one) => one.curves.map((curve) => curve.measure)))];
  const toggle = (nodeId: string) =>
    setHidden(hidden.includes(nodeId) ? hidden.filter((id) => id !== nodeId) : [...hidden, nodeId]);
  return (
    <div className="h-full overflow-y-auto px-4 py-2">
      <ul className="flex flex-wrap gap-x-6 gap-y-1" aria-label={t('panels.shownModels')}>
        {trained.map((one) => (
          <li key={one.nodeId} className="flex items-center gap-2">
            {trained.length > 1 && (
              <input
                type="checkbox"
                id={`shown-${one.nodeId}`}
                checked={!hidden.includes(one.nodeId)}
                onChange={() => toggle(one.nodeId)}
                className="size-3.5 accent-(--accent)"
              />
            )}
            <label
              htmlFor={`shown-${one.nodeId}`}
              className={cx('font-medium', hidden.includes(one.nodeId) && 'text-quiet')}
            >
              {one.name}
            </label>
            <Pace trained={one} />
          </li>
        ))}
      </ul>
      <div className="mt-1 grid gap-x-6 gap-y-3 [grid-template-columns:repeat(auto-fit,minmax(min(100%,380px),1fr))]">
        {measures.map((measure) => (
          <MeasureChart key={measure} measure={measure} models={charted} />
        ))}
      </div>
    </div>
  );
}

function Pace({ trained }: { trained: Trained }) {
  const { t, language } = useT();
  const last = trained.points.at(-1);
  const { run } = trained;
  if (!last) return null;
  const epoch = formatNumber(language, Math.floor(last.epoch));
  const facts = [
    last.epochs === null
      ? t('panels.iterationOf', { iteration: epoch })
      : t('panels.epochOf', { epoch, epochs: last.epochs }),
  ];
  if (last.rowsPerSecond !== undefined)
    facts.push(t('panels.rowsPerSecond', { n: formatCompact(language, last.rowsPerSecond) }));
  if (run.status === 'running' && run.secondsLeft !== null) {
    facts.push(
      t('panels.timeLeft', { time: formatDuration(language, Math.max(1, Math.round(run.secondsLeft)) * 1000) }),
    );
  }
  return (
    <>
      <span className="tabular text-sm text-quiet">{facts.join(' · ')}</span>
      {run.status === 'running' && <Progress value={run.fraction} label={trained.name} className="w-20" />}
    </>
  );
}

interface MeasureChartProps {
  readonly measure: string;
  readonly models: readonly (Trained & { readonly curves: readonly Curve[] })[];
}

const MeasureChart = memo(function MeasureChart({ measure, models }: MeasureChartProps) {
  const spoken = useT();
  const { t, language } = spoken;
  const words = useChartWords();
  const round = roundOf(models.map(({ points }) => points));
  const title = chartTitle(spoken, measure, round);
  const series = models.flatMap((model, index): readonly LineSeries[] => {
    const curve = model.curves.find((one) => one.measure === measure);
    if (!curve) return [];
    const name = (part: string) => (models.length > 1 ? `${model.name} ${part}` : part);
    const dash = dashes[index % dashes.length];
    return [
      {
        id: `${model.nodeId} train`,
        label: name(t('panels.partTrain')),
        colour: 'series-train',
        points: curve.train,
        dash,
      },
      {
        id: `${model.nodeId} validation`,
        label: name(t('panels.partValidation')),
        colour: 'series-validation',
        points: curve.validation,
        dash,
      },
    ].filter((one) => one.points.length > 0);
  });
  const [only] = models;
  const best = models.length === 1 && only ? bestEpochOf(only.curves) : null;
  const last = Math.max(1, ...series.map((one) => one.points.at(-1)?.[0] ?? 0));
  const write = (value: number) => formatFigure(language, value, 3);
  return (
    <ChartFrame title={title} words={words} fileName={`millrace-${measure}`} table={() => tableOf(series, t(round))}>
      <LineChart
        label={title}
        series={series}
        height={168}
        xLabel={t(round)}
        xDomain={[0, last]}
        fromZero={measure === 'loss'}
        writeX={(x) => formatNumber(language, x, 2)}
        writeY={write}
        mark={best === null ? undefined : { x: best, label: t('panels.best', { epoch: best }) }}
      />
    </ChartFrame>
  );
});

function tableOf(series: readonly LineSeries[], epoch: string): ChartTable {
  const epochs = [...new Set(series.flatMap((one) => one.points.map((point) => point[0])))].sort((a, b) => a - b);
  const byEpoch = series.map((one) => new Map(one.points));
  return {
    columns: [epoch, ...series.map((one) => one.label)],
    rows: epochs.map((at) => [at, ...byEpoch.map((points) => points.get(at) ?? null)]),
  };
}
