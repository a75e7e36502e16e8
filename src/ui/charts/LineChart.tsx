import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { type PointerEvent, useState } from 'react';
import { downsampleLine } from './downsample-line';
import { nearestIndex, type Point, spreadLabels } from './nearest';
import { textWidth } from './pen';
import { useWidth } from './use-width';

export interface LineSeries {
  readonly id: string;
  readonly label: string;
  /** A CSS colour. */
  readonly colour: string;
  readonly points: readonly Point[];
  /** An SVG dash pattern, to tell apart lines of one colour. */
  readonly dash?: string | undefined;
}

interface LineChartProps {
  readonly label: string;
  readonly series: readonly LineSeries[];
  readonly height: number;
  readonly xLabel: string;
  readonly xDomain?: readonly [number, number];
  readonly yDomain?: readonly [number, number];
  /** The y axis must reach zero. */
  readonly fromZero?: boolean;
  readonly writeX: (x: number) => string;
  readonly writeY: (y: number) => string;
  /** A vertical line with a name, such as the best epoch. */
  readonly mark?: { readonly x: number; readonly label: string } | undefined;
  /** The diagonal of a chance-level ROC. */
  readonly diagonal?: boolean;
}

const LEFT = 46;
const BOTTOM = 22;
const TOP = 16;

const extent = (values: readonly number[]): readonly [number, number] => {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low > high ? [0, 1] : [low, high];
};

/** Lines over a common x, named at their ends; hovering reads exact figures. */
export function LineChart(props: LineChartProps) {
  const { series, height, writeX, writeY, mark } = props;
  const [ref, width] = useWidth();
  const [hovered, setHovered] = useState<number | null>(null);
  const right = Math.min(width * 0.42, Math.max(56, ...series.map((one) => one.label.length * 6 + 16)));
  const xDomain = props.xDomain ?? extent(series.flatMap((one) => one.points.map((point) => point[0])));
  const [low, high] = props.yDomain ?? extent(series.flatMap((one) => one.points.map((point) => point[1])));
  const x = scaleLinear([...xDomain], [LEFT, width - right]);
  const y = scaleLinear(
    [props.fromZero === true ? Math.min(0, low) : low, high === low ? low + 1 : high],
    [height - BOTTOM, TOP],
  );
  if (props.yDomain === undefined) y.nice(4);
  const writeTick = y.tickFormat(4);
  const draw = line<Point>(
    (point) => x(point[0]),
    (point) => y(point[1]),
  );
  const ends = spreadLabels(
    series.map((one) => Math.max(TOP + 3, y(one.points.at(-1)?.[1] ?? 0))),
    13,
    height - BOTTOM - 5,
  );

  // The axis's name stands to the right of the last tick that leaves it room.
  const axisEnd = width - 8 - textWidth(props.xLabel);
  const namedTicks = x
    .ticks(Math.min(8, Math.max(2, Math.floor(width / 90))))
    .filter((tick) => x(tick) + textWidth(writeX(tick)) / 2 < axisEnd);

  const onMove = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    setHovered(x.invert(event.clientX - box.left));
  };
  const read =
    hovered === null
      ? []
      : series.flatMap((one) => {
          const point = one.points[nearestIndex(one.points, hovered)];
          return point ? [{ ...one, point }] : [];
        });
  const readX = read[0]?.point[0];

  return (
    <div ref={ref} className="relative">
      <svg
        width={width}
        height={height}
        role="img"
        aria-label={props.label}
        onPointerMove={onMove}
        onPointerLeave={() => setHovered(null)}
        className="tabular block touch-pan-y"
      >
        {y.ticks(4).map((tick) => (
          <g key={tick}>
            <line x1={LEFT} x2={width - right} y1={y(tick)} y2={y(tick)} className="stroke-line" />
            <text x={LEFT - 6} y={y(tick) + 4} textAnchor="end" className="fill-quiet text-xs">
              {writeTick(tick)}
            </text>
          </g>
        ))}
        {namedTicks.map((tick) => (
          <text key={tick} x={x(tick)} y={height - 6} textAnchor="middle" className="fill-quiet text-xs">
            {writeX(tick)}
          </text>
        ))}
        <text x={width - 2} y={height - 6} textAnchor="end" className="fill-quiet text-xs">
          {props.xLabel}
        </text>
        {props.diagonal === true && (
          <line x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} strokeDasharray="2 3" className="stroke-line-strong" />
        )}
        {mark && (
          <g>
            <line
              x1={x(mark.x)}
              x2={x(mark.x)}
              y1={TOP}
              y2={height - BOTTOM}
              strokeDasharray="3 3"
              className="stroke-line-strong"
            />
            <text x={x(mark.x)} y={TOP - 5} textAnchor="middle" className="fill-quiet text-xs">
              {mark.label}
            </text>
          </g>
        )}
        {series.map((one) => (
          <path
            key={one.id}
            d={draw(downsampleLine(one.points, x)) ?? ''}
            fill="none"
            stroke={one.colour}
            strokeWidth={1.75}
            strokeLinejoin="round"
            {...(one.dash === undefined ? {} : { strokeDasharray: one.dash })}
          />
        ))}
        {series.map((one, index) => {
          const end = one.points.at(-1);
          return (
            end && (
              <g key={one.id}>
                {one.points.length === 1 && <circle cx={x(end[0])} cy={y(end[1])} r={2.5} fill={one.colour} />}
                <text
                  x={width - right + 6}
                  y={(ends[index] ?? 0) + 4}
                  fill={one.colour}
                  className="text-xs font-medium"
                >
                  {one.label}
                </text>
              </g>
            )
          );
        })}
        {read.map((one) => (
          <circle
            key={one.id}
            cx={x(one.point[0])}
            cy={y(one.point[1])}
            r={3}
            fill={one.colour}
            className="stroke-surface"
            strokeWidth={1.5}
          />
        ))}
        {readX !== undefined && (
          <line
            x1={x(readX)}
            x2={x(readX)}
            y1={TOP}
            y2={height - BOTTOM}
            className="stroke-line-strong"
            strokeWidth={1}
            opacity={0.6}
          />
        )}
      </svg>
      {readX !== undefined && (
        <div
          className="tabular pointer-events-none absolute top-1 z-10 rounded-md border border-line bg-raised px-2 py-1 text-sm whitespace-nowrap shadow-float"
          style={x(readX) > width / 2 ? { right: width - x(readX) + 10 } : { left: x(readX) + 10 }}
        >
          <div className="text-quiet">
            {props.xLabel} {writeX(readX)}
          </div>
          {read.map((one) => (
            <div key={one.id} className="flex items-center gap-2">
              <span className="size-2 rounded-full" style={{ background: one.colour }} />
              <span>{one.label}</span>
              <span className="ml-auto pl-3 font-medium">{writeY(one.point[1])}</span>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
