import type { LiveEvent } from '../../nodes/contract/live-events';
import { FONT } from '../../ui/charts/axes';
import { fitText, type Pen } from '../../ui/charts/pen';
import { firstFrom, type LaneType, type LoopLanes, laneOf, type RetrainBar } from './event-lanes';
import { eventLook } from './event-look';
import type { TickFrame } from './TickCanvas';
import { namedTicks, xOf } from './tick-axis';
import { LANE, RULER, type TimelineLayout } from './timeline-layout';

export interface TimelineWords {
  readonly lane: (lane: LaneType) => string;
  readonly loop: (loop: LoopLanes) => string;
  readonly event: (event: LiveEvent) => string;
  readonly number: (value: number) => string;
  readonly colourOf: (deployment: string) => string;
}

/** Draws lanes, events and the scrub cursor. */
export function drawTimeline(frame: TickFrame, layout: TimelineLayout, words: TimelineWords, opened: LiveEvent | null) {
  const { pen, palette, pixels, width } = frame;
  pen.font = FONT;
  drawRuler(frame, words);
  for (const { loop, top } of layout.heads) {
    pen.fillStyle = palette(loop.deployment === null ? 'quiet' : words.colourOf(loop.deployment));
    pen.fillRect(8, top + 4, 3, 11);
    pen.fillStyle = palette('ink');
    pen.textAlign = 'left';
    pen.fillText(fitText(words.loop(loop), pixels.right - 16), 16, top + 13);
  }
  for (const { loop, lane, top } of layout.rows) {
    const events = loop.lanes[lane];
    pen.fillStyle = palette('line');
    pen.globalAlpha = 0.6;
    pen.fillRect(pixels.left, top + LANE - 0.5, pixels.right - pixels.left, 1);
    pen.globalAlpha = 1;
    pen.fillStyle = palette(events.length > 0 ? 'ink' : 'quiet');
    pen.textAlign = 'left';
    pen.fillText(fitText(words.lane(lane), pixels.left - 18), 16, top + 12);
    pen.fillStyle = palette('quiet');
    if (width - pixels.right > 40) pen.fillText(words.number(events.length), pixels.right + 10, top + 12);
    if (lane === 'batch') drawBatches(frame, events, top);
    else {
      if (lane === 'retrain') for (const bar of loop.retrains) drawBar(frame, bar, top);
      drawEvents(frame, events, top, words);
    }
  }
  drawCursors(frame, RULER - 6, layout.height);
  if (opened) ringEvent(frame, layout, opened);
}

/** The names of ticks, and what a person scrubs by. */
function drawRuler({ pen, palette, pixels, range, width }: TickFrame, words: TimelineWords): void {
  pen.fillStyle = palette('sunken');
  pen.fillRect(0, 0, width, RULER - 4);
  pen.fillStyle = palette('quiet');
  pen.textAlign = 'center';
  for (const tick of namedTicks(range, pixels.step)) pen.fillText(words.number(tick), xOf(pixels, tick), 12);
}

function drawBatches({ pen, palette, pixels, range }: TickFrame, events: readonly LiveEvent[], top: number): void {
  pen.fillStyle = palette(eventLook.batch.colour);
  const { step } = pixels;
  const wide = step >= 4;
  pen.globalAlpha = wide ? 0.85 : 0.55;
  let start: number | null = null;
  let before = 0;
  const close = (): void => {
    if (start !== null) pen.fillRect(xOf(pixels, start - 0.5), top + 5, (before - start + 1) * step, LANE - 10);
  };
  for (let i = firstFrom(events, Math.floor(range.from)); i < events.length; i++) {
    const tick = events[i]?.tick ?? 0;
    if (tick > range.to + 0.5) break;
    if (wide) pen.fillRect(xOf(pixels, tick) - Math.min(2, step / 3), top + 4, Math.min(4, step / 1.5), LANE - 8);
    else if (start === null || tick > before + 1) {
      close();
      start = tick;
    }
    before = tick;
  }
  if (!wide) close();
  pen.globalAlpha = 1;
}

function drawBar({ pen, palette, pixels, range }: TickFrame, { from, to }: RetrainBar, top: number): void {
  if (from.tick > range.to || (to !== null && to.tick < range.from)) return;
  const left = Math.max(pixels.left, xOf(pixels, from.tick));
  const right = Math.min(pixels.right, xOf(pixels, to?.tick ?? range.to));
  pen.fillStyle = palette(eventLook.retrain.colour);
  pen.globalAlpha = 0.3;
  pen.fillRect(left, top + 4, Math.max(0, right - left), LANE - 8);
  pen.globalAlpha = 1;
  if (to === null) return;
  pen.fillRect(right - 1, top + 3, 2, LANE - 6);
}

/** Glyphs of one lane; those too near each other become one with their number. What has room is told in words. */
function drawEvents(
  { pen, palette, pixels, range }: TickFrame,
  events: readonly LiveEvent[],
  top: number,
  words: TimelineWords,
): void {
  const y = top + LANE / 2;
  for (let i = firstFrom(events, Math.ceil(range.from - 0.5)); i < events.length; ) {
    const event = events[i];
    if (!event || event.tick > range.to + 0.5) return;
    const x = xOf(pixels, event.tick);
    let next = i + 1;
    while (next < events.length && xOf(pixels, events[next]?.tick ?? 0) - x < 9) next++;
    drawGlyph(pen, palette, event, x, y);
    const room = Math.min(pixels.right, xOf(pixels, events[next]?.tick ?? Number.POSITIVE_INFINITY) - 8) - x - 10;
    const many = next - i > 1 ? `×${next - i}` : '';
    if (room > 12) {
      const label = many || (room > 48 ? fitText(words.event(event), room) : '');
      pen.fillStyle = palette('quiet');
      pen.textAlign = 'left';
      if (label !== '') pen.fillText(label, x + 9, y + 4);
    }
    i = next;
  }
}

/** The shape of an event's type around a place. */
export function drawGlyph(
  pen: Pen,
  palette: TickFrame['palette'],
  event: LiveEvent,
  x: number,
  y: number,
  size = 5,
): void {
  const { shape, colour } = eventLook[event.type];
  pen.fillStyle = palette(colour);
  pen.beginPath();
  shape.forEach(([dx, dy], corner) => {
    if (corner === 0) pen.moveTo(x + dx * size, y + dy * size);
    else pen.lineTo(x + dx * size, y + dy * size);
  });
  pen.closePath();
  pen.fill();
}

/** The scrub cursor and the tick under the pointer. */
export function drawCursors(
  { pen, palette, pixels, range, cursor, hover }: TickFrame,
  top: number,
  bottom: number,
): void {
  const line = (tick: number, colour: string, thick: number): void => {
    if (tick < range.from - 0.5 || tick > range.to + 0.5) return;
    pen.fillStyle = palette(colour);
    pen.fillRect(xOf(pixels, tick) - thick / 2, top, thick, bottom - top);
  };
  if (hover !== null && hover !== cursor) line(hover, 'line-strong', 1);
  if (cursor !== null) line(cursor, 'accent', 2);
}

function ringEvent({ pen, palette, pixels, range }: TickFrame, layout: TimelineLayout, event: LiveEvent): void {
  const row = layout.rows.find(({ loop, lane }) => lane === laneOf(event.type) && loop.lanes[lane].includes(event));
  if (!row || event.tick < range.from || event.tick > range.to) return;
  pen.strokeStyle = palette('ink');
  pen.lineWidth = 1.5;
  pen.setLineDash([]);
  pen.beginPath();
  pen.arc(xOf(pixels, event.tick), row.top + LANE / 2, 8, 0, 2 * Math.PI);
  pen.stroke();
}
