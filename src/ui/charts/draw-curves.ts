import { scaleLinear } from 'd3-scale';
import { drawDot, drawHeights, drawRule, FONT, nameEnds } from './axes';
import { downsampleLine } from './downsample-line';
import { nearestIndex, type Point } from './nearest';
import { type Pen, textWidth } from './pen';
import type { Palette } from './use-palette';

export interface LineSeries {
  readonly id: string;
  readonly label: string;
  /** A CSS variable. */
  readonly colour: string;
  readonly points: readonly Point[];
  /** To tell apart lines of one colour. */
  readonly dash?: readonly number[] | undefined;
}

export interface CurveFigure {
  readonly series: readonly LineSeries[];
  readonly xLabel: string;
  readonly xDomain?: readonly [number, number];
  readonly yDomain?: readonly [number, number];
  /** The y axis must reach zero. */
  readonly fromZero?: boolean;
  readonly writeX: (x: number) => string;
  /** A vertical line with a name, such as the best epoch. */
  readonly mark?: { readonly x: number; readonly label: string } | undefined;
  /** The diagonal of a chance-level ROC. */
  readonly diagonal?: boolean;
}

const LEFT = 46;
const BOTTOM = 22;
const TOP = 16;

/** The lowest and the highest of some values; 0 and 1 where there are none. */
export function extent(values: readonly number[]): readonly [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low > high ? [0, 1] : [low, high];
}

/** The scales of a figure in its place, and where its lines end. */
export function curveScales(figure: CurveFigure, width: number, height: number) {
  const { series, fromZero = false } = figure;
  const labels = series.map(({ label }) => textWidth(label) + 14);
  const right = width - Math.min(width * 0.42, Math.max(56, ...labels));
  const xDomain = figure.xDomain ?? extent(series.flatMap(({ points }) => points.map(([x]) => x)));
  const [low, high] = figure.yDomain ?? extent(series.flatMap(({ points }) => points.map(([, y]) => y)));
  const y = scaleLinear([fromZero ? Math.min(0, low) : low, high === low ? low + 1 : high], [height - BOTTOM, TOP]);
  if (figure.yDomain === undefined) y.nice(4);
  return { x: scaleLinear([...xDomain], [LEFT, right]), y, right };
}

/** What each line says at the point nearest to an x. */
export const readCurves = ({ series }: Pick<CurveFigure, 'series'>, x: number) =>
  series.flatMap((one) => {
    const point = one.points[nearestIndex(one.points, x)];
    return point ? [{ ...one, point }] : [];
  });

/** Lines over a common x, named at their ends, thinned to the pixels there are. */
export function drawCurves(
  pen: Pen,
  palette: Palette,
  figure: CurveFigure,
  width: number,
  height: number,
  hovered: number | null,
): void {
  const { series, mark, xLabel, writeX, diagonal } = figure;
  const { x, y, right } = curveScales(figure, width, height);
  const bottom = height - BOTTOM;
  pen.font = FONT;
  drawHeights(pen, palette, { left: LEFT, right }, y, 4);
  pen.fillStyle = palette('quiet');
  pen.textAlign = 'right';
  pen.fillText(xLabel, width - 2, height - 6);
  pen.textAlign = 'center';
  // The axis's name stands to the right of the last tick that leaves it room.
  const end = width - 8 - textWidth(xLabel);
  for (const tick of x.ticks(Math.min(8, Math.max(2, Math.floor(width / 90))))) {
    const name = writeX(tick);
    if (x(tick) + textWidth(name) / 2 < end) pen.fillText(name, x(tick), height - 6);
  }
  if (diagonal === true) drawRule(pen, palette('line-strong'), [x(0), y(0), x(1), y(1)], [2, 3]);
  if (mark) {
    drawRule(pen, palette('line-strong'), [x(mark.x), TOP, x(mark.x), bottom], [3, 3]);
    pen.fillText(mark.label, x(mark.x), TOP - 5);
  }
  for (const { points, colour, dash } of series) {
    const [only] = points;
    if (points.length === 1 && only) drawDot(pen, palette(colour), x(only[0]), y(only[1]), 2.5);
    pen.strokeStyle = palette(colour);
    pen.lineWidth = 1.75;
    pen.setLineDash([...(dash ?? [])]);
    pen.beginPath();
    for (const [index, point] of downsampleLine(points, x).entries()) {
      if (index === 0) pen.moveTo(x(point[0]), y(point[1]));
      else pen.lineTo(x(point[0]), y(point[1]));
    }
    pen.stroke();
    pen.setLineDash([]);
  }
  const ends = series.flatMap(({ label, colour, points }) => {
    const last = points.at(-1);
    return last ? [{ label, colour, at: y(last[1]) }] : [];
  });
  nameEnds(pen, palette, ends, { right, top: TOP, bottom: bottom - 5 }, width);
  if (hovered === null) return;
  const read = readCurves(figure, hovered);
  const at = read[0]?.point[0];
  if (at !== undefined) drawRule(pen, palette('line-strong'), [x(at), TOP, x(at), bottom], []);
  for (const { point, colour } of read) drawDot(pen, palette(colour), x(point[0]), y(point[1]), 3);
}
