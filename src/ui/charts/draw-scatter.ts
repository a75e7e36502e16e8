import { scaleLinear } from 'd3-scale';
import { drawDot, drawHeights, drawRule, FONT } from './axes';
import { extent } from './draw-curves';
import type { Point } from './nearest';
import type { Pen } from './pen';
import type { Palette } from './use-palette';

export interface ScatterFigure {
  readonly points: readonly Point[];
  /** A CSS variable. */
  readonly colour: string;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly write: (value: number) => string;
  /** What is best: points on the diagonal (both axes alike), or at height 0. */
  readonly best: 'diagonal' | 'zero';
}

const LEFT = 56;
const BOTTOM = 36;
const TOP = 20;
const RIGHT = 14;
/** How near the pointer has to come to a point, in pixels. */
const REACH = 12;

function scatterScales({ points, best }: ScatterFigure, width: number, height: number) {
  const across = extent(best === 'diagonal' ? points.flat() : points.map(([x]) => x));
  const farthest = Math.max(...points.map(([, y]) => Math.abs(y)));
  const up = best === 'diagonal' ? across : extent([-farthest, farthest]);
  return {
    x: scaleLinear([...across], [LEFT, width - RIGHT]).nice(4),
    y: scaleLinear([...up], [height - BOTTOM, TOP]).nice(4),
  };
}

/** The point nearest to a place in pixels; null where none is near. */
export function pointAt(figure: ScatterFigure, width: number, height: number, at: Point): Point | null {
  const { x, y } = scatterScales(figure, width, height);
  let nearest: Point | null = null;
  let least = REACH;
  for (const point of figure.points) {
    const distance = Math.hypot(x(point[0]) - at[0], y(point[1]) - at[1]);
    if (distance < least) [nearest, least] = [point, distance];
  }
  return nearest;
}

export function drawScatter(
  pen: Pen,
  palette: Palette,
  figure: ScatterFigure,
  width: number,
  height: number,
  hovered: Point | null,
): void {
  const { points, colour, xLabel, yLabel, write, best } = figure;
  const { x, y } = scatterScales(figure, width, height);
  const [from = 0, to = 1] = x.domain();
  pen.font = FONT;
  drawHeights(pen, palette, { left: LEFT, right: width - RIGHT }, y, 4, write);
  pen.fillStyle = palette('quiet');
  pen.textAlign = 'center';
  for (const tick of x.ticks(4)) pen.fillText(write(tick), x(tick), height - 20);
  pen.fillText(xLabel, (LEFT + width - RIGHT) / 2, height - 4);
  pen.textAlign = 'left';
  pen.fillText(yLabel, 4, 11);
  const rule = best === 'diagonal' ? [y(from), y(to)] : [y(0), y(0)];
  drawRule(pen, palette('line-strong'), [x(from), rule[0] ?? 0, x(to), rule[1] ?? 0], [3, 3]);
  pen.globalAlpha = 0.55;
  for (const point of points) drawDot(pen, palette(colour), x(point[0]), y(point[1]), 2.5);
  pen.globalAlpha = 1;
  if (hovered !== null) drawDot(pen, palette(colour), x(hovered[0]), y(hovered[1]), 4);
}
