import { useState } from 'react';
import { formatFigure, formatNumber, formatPercent } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import { ChartFrame } from '../../ui/charts/ChartFrame';
import { useWidth } from '../../ui/charts/use-width';
import { Skeleton } from '../../ui/Progress';
import type { ColumnEvidence } from '../../worker/live-protocol';
import { ProblemNotice } from '../ProblemNotice';
import { useAsked } from '../use-asked';
import { useChartWords } from '../use-chart-words';
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
const TOP = 6;
const BOTTOM = 18;
const LEFT = 34;

function Overlay({ evidence }: { evidence: ColumnEvidence }) {
  const { t, language } = useT();
  const words = useChartWords();
  const [ref, width] = useWidth();
  const [hovered, setHovered] = useState<number | null>(null);
  const { column, labels, edges, reference, current, referenceRows, currentRows } = evidence;
  const most = Math.max(0.01, ...reference, ...current);
  const step = Math.max(1, (width - LEFT - 4) / Math.max(1, labels.length));
  const y = (share: number) => HEIGHT - BOTTOM - (share / most) * (HEIGHT - BOTTOM - TOP);
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
  const first = edges?.[0];
  const last = edges?.at(-1);
  return (
    <ChartFrame title={title} words={words} fileName={`millrace-drift-${column}`} table={table} aside={null}>
      <div ref={ref} className="relative">
        <svg
          width={width}
          height={HEIGHT}
          role="img"
          aria-label={title}
          className="block text-xs"
          onPointerMove={(event) => {
            const at = Math.floor((event.clientX - event.currentTarget.getBoundingClientRect().left - LEFT) / step);
            setHovered(at >= 0 && at < labels.length ? at : null);
          }}
          onPointerLeave={() => setHovered(null)}
        >
          {[0, most / 2, most].map((share) => (
            <g key={share}>
              <line x1={LEFT} x2={width} y1={y(share)} y2={y(share)} stroke="var(--line)" />
              <text x={LEFT - 5} y={y(share) + 4} textAnchor="end" fill="var(--quiet)" fontSize={11}>
                {formatPercent(language, share, 0)}
              </text>
            </g>
          ))}
          {labels.map((label, i) => (
            <g key={label}>
              <rect
                x={LEFT + i * step + step * 0.06}
                width={step * 0.88}
                y={y(reference[i] ?? 0)}
                height={HEIGHT - BOTTOM - y(reference[i] ?? 0)}
                fill="var(--quiet)"
                opacity={0.38}
              />
              <rect
                x={LEFT + i * step + step * 0.22}
                width={step * 0.56}
                y={y(current[i] ?? 0)}
                height={HEIGHT - BOTTOM - y(current[i] ?? 0)}
                fill="var(--state-warning)"
                opacity={hovered === i ? 1 : 0.8}
              />
              {edges === null && step > 26 && (
                <text x={LEFT + (i + 0.5) * step} y={HEIGHT - 5} textAnchor="middle" fill="var(--quiet)" fontSize={11}>
                  {label.length * 6 > step ? `${label.slice(0, Math.max(1, Math.floor(step / 7)))}…` : label}
                </text>
              )}
            </g>
          ))}
          {first !== undefined && last !== undefined && (
            <>
              <text x={LEFT} y={HEIGHT - 5} fill="var(--quiet)" fontSize={11}>
                {formatFigure(language, first)}
              </text>
              <text x={width - 4} y={HEIGHT - 5} textAnchor="end" fill="var(--quiet)" fontSize={11}>
                {formatFigure(language, last)}
              </text>
            </>
          )}
        </svg>
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
