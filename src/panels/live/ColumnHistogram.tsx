import { useMemo, useState } from 'react';
import { formatFigure, formatNumber, formatPercent } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import { ChartFrame } from '../../ui/charts/ChartFrame';
import { type DrawPlot, Plot, placeOf } from '../../ui/charts/Plot';
import { Skeleton } from '../../ui/Progress';
import type { ColumnEvidence } from '../../worker/live-protocol';
import { ProblemNotice } from '../ProblemNotice';
import { useAsked } from '../use-asked';
import { useChartWords } from '../use-chart-words';
import { binAt, drawHistogram, type HistogramFigure } from './draw-histogram';
import { useLiveView } from './live-view';

interface ColumnHistogramProps {
  readonly monitorId: string;
  readonly tick: number;
  readonly column: string;
}

/** How the values of a column spread in the reference and now, over the same bins. */
export function ColumnHistogram({ monitorId, tick, column }: ColumnHistogramProps) {
  const { evidence } = useLiveView();
  const asked = useAsked(`${monitorId} ${tick} ${column}`, () => evidence(monitorId, tick, column));
  if (asked.state === 'failed') {
    return <ProblemNotice severity="warning" message={asked.failure.message} hint={asked.failure.hint} />;
  }
  const known = asked.state === 'answered' ? asked.value : asked.state === 'asking' ? asked.last : null;
  return known === null ? <Skeleton className="h-36" /> : <Overlay evidence={known} />;
}

const HEIGHT = 118;

function Overlay({ evidence }: { evidence: ColumnEvidence }) {
  const { t, language } = useT();
  const words = useChartWords();
  const [hovered, setHovered] = useState<number | null>(null);
  const { column, labels, edges, reference, current, referenceRows, currentRows } = evidence;
  const table = () => ({
    columns: [t('timeline.bin'), t('timeline.reference'), t('timeline.now')],
    rows: labels.map((label, i) => [label, reference[i] ?? 0, current[i] ?? 0]),
  });
  const title = t('timeline.histogramTitle', {
    column,
    reference: formatNumber(language, referenceRows),
    current: formatNumber(language, currentRows),
  });
  const percent = (share: number | undefined) => formatPercent(language, share ?? 0);
  const draw: DrawPlot = useMemo(() => {
    const first = edges?.[0];
    const last = edges?.at(-1);
    const figure: HistogramFigure = {
      names: edges === null ? labels : null,
      ends:
        first === undefined || last === undefined
          ? null
          : [formatFigure(language, first), formatFigure(language, last)],
      reference,
      current,
      write: (share) => formatPercent(language, share, 0),
    };
    return (pen, palette, width, height) => drawHistogram(pen, palette, figure, width, height, hovered);
  }, [labels, edges, reference, current, language, hovered]);
  return (
    <ChartFrame title={title} words={words} fileName={`millrace-drift-${column}`} table={table} aside={null}>
      <div className="relative">
        <Plot
          label={title}
          height={HEIGHT}
          draw={draw}
          onPointerMove={(event) => {
            const { x, width } = placeOf(event);
            setHovered(binAt({ reference }, x, width));
          }}
          onPointerLeave={() => setHovered(null)}
        />
        <div className="tabular flex flex-wrap gap-x-3 text-sm text-quiet">
          <span className="flex items-center gap-1.5">
            <span aria-hidden className="size-2.5 rounded-xs bg-quiet opacity-40" />
            {t('timeline.reference')}
            {hovered !== null && ` ${percent(reference[hovered])}`}
          </span>
          <span className="flex items-center gap-1.5">
            <span aria-hidden className="size-2.5 rounded-xs bg-warning" />
            {t('timeline.now')}
            {hovered !== null && ` ${percent(current[hovered])}`}
          </span>
          {hovered !== null && <span>{labels[hovered]}</span>}
        </div>
      </div>
    </ChartFrame>
  );
}
