import type { ScaleLinear } from 'd3-scale';
import { spreadLabels } from './nearest';
import { fitText, type Pen } from './pen';
import type { Palette } from './use-palette';

export const FONT =
  '11px "Inter Variable", Pretendard, "Apple SD Gothic Neo", "Noto Sans KR", "Noto Sans CJK KR", sans-serif';

/** Where figures are drawn, in pixels of the canvas. */
export interface PlotArea {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

type Scale = ScaleLinear<number, number>;

/** A line across at each of about `count` heights, named at the left. */
export function drawHeights(
  pen: Pen,
  palette: Palette,
  { left, right }: Pick<PlotArea, 'left' | 'right'>,
  y: Scale,
  count: number,
  write: (value: number) => string = y.tickFormat(count),
): void {
  for (const tick of y.ticks(count)) {
    pen.fillStyle = palette('line');
    pen.fillRect(left, Math.round(y(tick)), right - left, 1);
    pen.fillStyle = palette('quiet');
    pen.textAlign = 'right';
    pen.fillText(write(tick), left - 6, y(tick) + 4);
  }
}

/** A straight line between two points. */
export function drawRule(
  pen: Pen,
  colour: string,
  [x0, y0, x1, y1]: readonly [x0: number, y0: number, x1: number, y1: number],
  dash: readonly number[],
): void {
  pen.strokeStyle = colour;
  pen.lineWidth = 1;
  pen.setLineDash([...dash]);
  pen.beginPath();
  pen.moveTo(x0, y0);
  pen.lineTo(x1, y1);
  pen.stroke();
  pen.setLineDash([]);
}

export function drawDot(pen: Pen, colour: string, x: number, y: number, radius: number): void {
  pen.fillStyle = colour;
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  pen.fill();
}

/** A name at a line's right end: `at` is its height. */
export interface EndLabel {
  readonly label: string;
  /** A CSS variable. */
  readonly colour: string;
  readonly at: number;
}

/** Names at the lines' right ends, moved apart where they would overlap. */
export function nameEnds(
  pen: Pen,
  palette: Palette,
  ends: readonly EndLabel[],
  { right, top, bottom }: Omit<PlotArea, 'left'>,
  width: number,
): void {
  const heights = spreadLabels(
    ends.map(({ at }) => Math.max(top + 2, at)),
    12,
    bottom,
  );
  pen.textAlign = 'left';
  for (const [index, { label, colour }] of ends.entries()) {
    pen.fillStyle = palette(colour);
    pen.fillText(fitText(label, width - right - 8), right + 6, (heights[index] ?? 0) + 4);
  }
}
