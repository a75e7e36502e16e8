import { scaleLinear } from 'd3-scale';
import { drawHeights, FONT } from '../../ui/charts/axes';
import { fitText, type Pen } from '../../ui/charts/pen';
import type { Palette } from '../../ui/charts/use-palette';

export interface HistogramFigure {
  /** A name for each bin where they are words; else the edges of the first and the last. */
  readonly names: readonly string[] | null;
  readonly ends: readonly [first: string, last: string] | null;
  /** Shares by bin, then and now. */
  readonly reference: readonly number[];
  readonly current: readonly number[];
  readonly write: (share: number) => string;
}

const TOP = 6;
const BOTTOM = 18;
const LEFT = 40;
const NARROWEST_NAME = 26;

const stepOf = ({ reference }: Pick<HistogramFigure, 'reference'>, width: number): number =>
  Math.max(1, (width - LEFT - 4) / Math.max(1, reference.length));

/** The bin at an x in pixels; null beside them. */
export function binAt(figure: Pick<HistogramFigure, 'reference'>, x: number, width: number): number | null {
  const at = Math.floor((x - LEFT) / stepOf(figure, width));
  return at >= 0 && at < figure.reference.length ? at : null;
}

/** How values spread then, and before it how they spread now, over the same bins. */
export function drawHistogram(
  pen: Pen,
  palette: Palette,
  figure: HistogramFigure,
  width: number,
  height: number,
  hovered: number | null,
): void {
  const { names, ends, reference, current, write } = figure;
  const step = stepOf(figure, width);
  const bottom = height - BOTTOM;
  const y = scaleLinear([0, Math.max(0.01, ...reference, ...current)], [bottom, TOP]);
  pen.font = FONT;
  drawHeights(pen, palette, { left: LEFT, right: width }, y, 2, write);
  const bars = (shares: readonly number[], inset: number, alpha: (bin: number) => number): void => {
    for (const [bin, share] of shares.entries()) {
      pen.globalAlpha = alpha(bin);
      pen.fillRect(LEFT + bin * step + step * inset, y(share), step * (1 - 2 * inset), bottom - y(share));
    }
    pen.globalAlpha = 1;
  };
  pen.fillStyle = palette('quiet');
  bars(reference, 0.06, () => 0.38);
  pen.fillStyle = palette('state-warning');
  bars(current, 0.22, (bin) => (bin === hovered ? 1 : 0.8));
  pen.fillStyle = palette('quiet');
  if (names !== null && step > NARROWEST_NAME) {
    pen.textAlign = 'center';
    for (const [bin, name] of names.entries()) {
      pen.fillText(fitText(name, step - 4), LEFT + (bin + 0.5) * step, height - 5);
    }
  }
  if (ends === null) return;
  pen.textAlign = 'left';
  pen.fillText(ends[0], LEFT, height - 5);
  pen.textAlign = 'right';
  pen.fillText(ends[1], width - 4, height - 5);
}
