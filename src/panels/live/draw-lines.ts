import { scaleLinear } from 'd3-scale';
import type { LiveEvent } from '../../nodes/contract/live-events';
import type { LiveSeries } from '../../store/live/live-types';
import { drawDot, drawHeights, drawRule, type EndLabel, FONT, nameEnds } from '../../ui/charts/axes';
import { eachColumn, pieces } from '../../ui/charts/decimate';
import { drawCursors, drawGlyph } from './draw-timeline';
import { firstFrom } from './event-lanes';
import { eventLook } from './event-look';
import type { TickFrame } from './TickCanvas';
import { namedTicks, type TickRange, xOf } from './tick-axis';

/** A figure over the ticks as a line, named at its end. */
export interface TickLine {
  readonly id: string;
  readonly label: string;
  /** A CSS variable. */
  readonly colour: string;
  readonly series: LiveSeries;
  readonly dash?: readonly number[];
  readonly width?: number;
  /** Drawn behind the others, faintly and without a name. */
  readonly faint?: boolean;
}

/** A value that lines are held against. */
interface TickRule {
  readonly value: number;
  readonly label: string;
  readonly colour: string;
}

export interface LineFigure {
  readonly lines: readonly TickLine[];
  readonly rules: readonly TickRule[];
  /** Between these all is well. */
  readonly band?: readonly [low: number, high: number] | undefined;
  /** The axis holds these whatever the lines do. */
  readonly least?: readonly [low: number, high: number] | undefined;
  readonly writeY: (value: number) => string;
  readonly writeTick: (tick: number) => string;
  /** Marked by vertical lines: sorted by tick. */
  readonly marks: readonly (readonly LiveEvent[])[];
}

const TOP = 14;
const BOTTOM = 18;

/** The lowest and highest figure in sight, with what the axis must hold. */
function extentOf({ lines, rules, least }: LineFigure, { from, to }: TickRange): readonly [number, number] {
  let low = least?.[0] ?? Number.POSITIVE_INFINITY;
  let high = least?.[1] ?? Number.NEGATIVE_INFINITY;
  const hold = (value: number): void => {
    if (value < low) low = value;
    if (value > high) high = value;
  };
  for (const { series } of lines) {
    const found = series.range(Math.floor(from), Math.ceil(to) + 1);
    if (found === null) continue;
    hold(found.min);
    hold(found.max);
  }
  for (const { value } of rules) hold(value);
  if (low > high) return [0, 1];
  return low === high ? [low - Math.abs(low || 1) / 10, high + Math.abs(high || 1) / 10] : [low, high];
}

/** Lines over the ticks in sight, downsampled to pixels, with rules, marks and the cursors. */
export function drawLines(frame: TickFrame, figure: LineFigure): void {
  const { pen, palette, pixels, range, height } = frame;
  const y = scaleLinear([...extentOf(figure, range)], [height - BOTTOM, TOP]).nice(4);
  pen.font = FONT;
  pen.setLineDash([]);
  if (figure.band) {
    const [low, high] = figure.band;
    pen.fillStyle = palette('state-good');
    pen.globalAlpha = 0.1;
    pen.fillRect(pixels.left, y(high), pixels.right - pixels.left, y(low) - y(high));
    pen.globalAlpha = 1;
  }
  const count = height < 120 ? 3 : 4;
  drawHeights(pen, palette, pixels, y, count);
  pen.textAlign = 'center';
  pen.fillStyle = palette('quiet');
  for (const tick of namedTicks(range, pixels.step)) {
    pen.fillText(figure.writeTick(tick), xOf(pixels, tick), height - 4);
  }
  for (const events of figure.marks) drawMarks(frame, events);
  for (const line of figure.lines) drawLine(frame, line, y);
  for (const { value, colour } of figure.rules) {
    drawRule(pen, palette(colour), [pixels.left, y(value), pixels.right, y(value)], [6, 3]);
  }
  nameLines(frame, figure, y);
  drawCursors(frame, TOP, height - BOTTOM);
  if (frame.hover !== null && frame.hover >= range.from - 0.5 && frame.hover <= range.to + 0.5) {
    for (const { series, colour, faint } of figure.lines) {
      const value = series.at(frame.hover);
      if (Number.isNaN(value) || faint) continue;
      drawDot(pen, palette(colour), xOf(pixels, frame.hover), y(value), 3);
    }
  }
}

type Height = (value: number) => number;

/** Below this many pixels a tick, columns of pixels are filled: stroking thousands of short lines costs many frames. */
const DENSE = 1.5;
/** Points stroked at once: a software canvas takes far longer over one long path than over its pieces. */
const PIECE = 32;

function drawLine({ pen, palette, pixels, range }: TickFrame, line: TickLine, y: Height): void {
  const from = Math.max(line.series.first, Math.ceil(range.from - 0.5));
  const to = Math.min(line.series.end, Math.floor(range.to + 0.5) + 1);
  if (to <= from) return;
  const values = line.series.slice(from, to);
  const width = line.width ?? (line.faint === true ? 1 : 1.75);
  pen.globalAlpha = line.faint === true ? 0.35 : 1;
  if (pixels.step < DENSE) {
    // Dashes of what goes up and down in every pixel would be a pattern of their own.
    pen.fillStyle = palette(line.colour);
    eachColumn(values, from, pixels, (column, low, high) => {
      const top = y(high) - width / 2;
      pen.fillRect(column, top, 1, y(low) - top + width / 2);
    });
  } else {
    pen.strokeStyle = palette(line.colour);
    pen.lineWidth = width;
    pen.setLineDash([...(line.dash ?? [])]);
    for (const piece of pieces(values, PIECE)) {
      pen.beginPath();
      for (let i = piece.from; i < piece.to; i++) {
        const x = xOf(pixels, from + i);
        if (i === piece.from) pen.moveTo(x, y(values[i] ?? 0));
        else pen.lineTo(x, y(values[i] ?? 0));
      }
      // A figure between two gaps is a point.
      if (piece.to === piece.from + 1) pen.lineTo(xOf(pixels, from + piece.from) + 1, y(values[piece.from] ?? 0));
      pen.stroke();
    }
    pen.setLineDash([]);
  }
  pen.globalAlpha = 1;
}

/** Names at the lines' right ends, moved apart where they would overlap. */
function nameLines({ pen, palette, pixels, range, width, height }: TickFrame, figure: LineFigure, y: Height): void {
  const last = Math.floor(range.to);
  const named: EndLabel[] = [];
  for (const { label, colour, series, faint } of figure.lines) {
    if (faint === true) continue;
    const value = latestValue(series, last, range.from);
    if (value !== null) named.push({ label, colour, at: y(value) });
  }
  for (const { label, colour, value } of figure.rules) named.push({ label, colour, at: y(value) });
  nameEnds(pen, palette, named, { right: pixels.right, top: TOP, bottom: height - BOTTOM }, width);
}

/** The newest figure at or before a tick that is still in sight. */
function latestValue(series: LiveSeries, tick: number, from: number): number | null {
  for (let at = Math.min(tick, series.end - 1); at >= from; at--) {
    const value = series.at(at);
    if (!Number.isNaN(value)) return value;
  }
  return null;
}

function drawMarks({ pen, palette, pixels, range, height }: TickFrame, events: readonly LiveEvent[]): void {
  let before = Number.NEGATIVE_INFINITY;
  for (let i = firstFrom(events, Math.ceil(range.from - 0.5)); i < events.length; i++) {
    const event = events[i];
    if (!event || event.tick > range.to + 0.5) return;
    const x = Math.round(xOf(pixels, event.tick));
    if (x - before < 3) continue;
    before = x;
    pen.globalAlpha = 0.55;
    drawRule(pen, palette(eventLook[event.type].colour), [x + 0.5, TOP, x + 0.5, height - BOTTOM], [2, 3]);
    pen.globalAlpha = 1;
    drawGlyph(pen, palette, event, x, TOP - 6, 4);
  }
}
