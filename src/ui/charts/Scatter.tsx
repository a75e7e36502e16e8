import { scaleLinear } from 'd3-scale';
import { useState } from 'react';
import type { Point } from './nearest';
import { useWidth } from './use-width';

interface ScatterProps {
  readonly label: string;
  readonly points: readonly Point[];
  readonly colour: string;
  readonly height: number;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly write: (value: number) => string;
}

const LEFT = 56;
const BOTTOM = 36;

/** Predicted against true values, both axes alike, so that a perfect model lies on the diagonal. */
export function Scatter({ label, points, colour, height, xLabel, yLabel, write }: ScatterProps) {
  const [ref, full] = useWidth();
  const [hovered, setHovered] = useState<Point | null>(null);
  const width = Math.min(full, height * 1.35);
  const values = points.flat();
  const low = values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const high = values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const x = scaleLinear([low, high], [LEFT, width - 10]).nice(4);
  const y = scaleLinear([low, high], [height - BOTTOM, 8]).nice(4);
  const [from = 0, to = 1] = x.domain();
  return (
    <div ref={ref} className="relative">
      <svg width={width} height={height} role="img" aria-label={label} className="tabular block">
        {y.ticks(4).map((tick) => (
          <g key={tick}>
            <line x1={LEFT} x2={width - 10} y1={y(tick)} y2={y(tick)} className="stroke-line" />
            <text x={LEFT - 6} y={y(tick) + 4} textAnchor="end" className="fill-quiet text-xs">
              {write(tick)}
            </text>
            <text x={x(tick)} y={height - 20} textAnchor="middle" className="fill-quiet text-xs">
              {write(tick)}
            </text>
          </g>
        ))}
        <line x1={x(from)} y1={y(from)} x2={x(to)} y2={y(to)} className="stroke-line-strong" strokeDasharray="3 3" />
        <text x={(LEFT + width) / 2} y={height - 4} textAnchor="middle" className="fill-quiet text-xs">
          {xLabel}
        </text>
        <text
          transform={`translate(10 ${(height - BOTTOM) / 2}) rotate(-90)`}
          textAnchor="middle"
          className="fill-quiet text-xs"
        >
          {yLabel}
        </text>
        {points.map((point, index) => (
          <circle
            // biome-ignore lint/suspicious/noArrayIndexKey: points have no identity of their own and never move
            key={index}
            cx={x(point[0])}
            cy={y(point[1])}
            r={hovered === point ? 4 : 2.5}
            fill={colour}
            opacity={0.55}
            onPointerEnter={() => setHovered(point)}
            onPointerLeave={() => setHovered(null)}
          />
        ))}
      </svg>
      {hovered && (
        <div className="tabular pointer-events-none absolute top-1 right-1 rounded-md border border-line bg-raised px-2 py-1 text-sm shadow-float">
          {xLabel} {write(hovered[0])} · {yLabel} {write(hovered[1])}
        </div>
      )}
    </div>
  );
}
