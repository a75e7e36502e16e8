import type { LiveEvent } from '../../nodes/contract/live-events';
import { type EventLanes, LANES, type LaneType, type LoopLanes, nearestEvent } from './event-lanes';
import { type TickPixels, tickAt } from './tick-axis';

export const RULER = 20;
export const LANE = 16;
const HEAD = 18;
const GAP = 4;
/** How near the pointer must come to an event, in pixels. */
const REACH = 9;

interface LaneRow {
  readonly loop: LoopLanes;
  readonly lane: LaneType;
  readonly top: number;
}

export interface TimelineLayout {
  /** The row that names a deployment; none where there is one alone. */
  readonly heads: readonly { readonly loop: LoopLanes; readonly top: number }[];
  readonly rows: readonly LaneRow[];
  readonly height: number;
}

/** Where each lane stands, below the ruler. What belongs to no deployment gets only the lanes that it needs. */
export function layoutTimeline({ loops }: EventLanes): TimelineLayout {
  const heads: { readonly loop: LoopLanes; readonly top: number }[] = [];
  const rows: LaneRow[] = [];
  let top = RULER;
  for (const loop of loops) {
    if (loops.length > 1) {
      heads.push({ loop, top });
      top += HEAD;
    }
    const lanes = loop.deployment === null ? LANES.filter((lane) => loop.lanes[lane].length > 0) : LANES;
    for (const lane of lanes) {
      rows.push({ loop, lane, top });
      top += LANE;
    }
    top += GAP;
  }
  return { heads, rows, height: top };
}

/** The event at a place: the nearest in the lane under it, or the retraining whose bar is under it. */
export function eventAt({ rows }: TimelineLayout, pixels: TickPixels, x: number, y: number): LiveEvent | null {
  const row = rows.find(({ top }) => y >= top && y < top + LANE);
  if (!row || x < pixels.left - REACH || x > pixels.right + REACH) return null;
  const tick = tickAt(pixels, x);
  const nearest = nearestEvent(row.loop.lanes[row.lane], tick, REACH / pixels.step);
  if (nearest !== null || row.lane !== 'retrain') return nearest;
  const bar = row.loop.retrains.find(({ from, to }) => from.tick <= tick && (to === null || to.tick >= tick));
  return bar?.from ?? null;
}
