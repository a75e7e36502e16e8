import { LIVE_EVENT_TYPES, type LiveEvent, type LiveEventType } from '../../nodes/contract/live-events';
import type { Loops } from './deployments';

/** What the timeline draws as one row. A promotion and a rollback are the same turn, one forth, one back. */
export const LANES = ['batch', 'drift', 'trigger', 'retrain', 'gate', 'promote', 'alert'] as const;
export type LaneType = (typeof LANES)[number];

export const laneOf = (type: LiveEventType): LaneType => (type === 'rollback' ? 'promote' : type);

/** A retraining as a bar: from its begin to its end, or to now. */
export interface RetrainBar {
  readonly from: LiveEvent;
  /** Null while it goes on. */
  readonly to: LiveEvent | null;
}

/** One deployment's events, by lane and in order. */
export interface LoopLanes {
  /** Null: what belongs to no single deployment. */
  readonly deployment: string | null;
  readonly lanes: Readonly<Record<LaneType, readonly LiveEvent[]>>;
  readonly retrains: readonly RetrainBar[];
}

export interface EventLanes {
  readonly loops: readonly LoopLanes[];
  /** Takes in what has come since: the cost does not grow with what came before. */
  catchUp(events: readonly LiveEvent[]): void;
}

interface Growing {
  readonly deployment: string | null;
  readonly lanes: Record<LaneType, LiveEvent[]>;
  readonly retrains: { from: LiveEvent; to: LiveEvent | null }[];
}

const empty = (deployment: string | null): Growing => ({
  deployment,
  lanes: { batch: [], drift: [], trigger: [], retrain: [], gate: [], promote: [], alert: [] },
  retrains: [],
});

/** Sorts events onto lanes as they come. */
export function createEventLanes(of: Loops): EventLanes {
  const shared = empty(null);
  const known = new Map(of.deployments.map((id) => [id, empty(id)]));
  const own = [...known.values()];
  let taken = 0;
  const take = (event: LiveEvent): void => {
    const loop = known.get(of.of(event.nodeId) ?? '') ?? shared;
    loop.lanes[laneOf(event.type)].push(event);
    if (event.type !== 'retrain') return;
    const open = loop.retrains.findLast(({ from, to }) => to === null && from.nodeId === event.nodeId);
    if (isRetrainEnd(event) && open) open.to = event;
    else loop.retrains.push({ from: event, to: isRetrainEnd(event) ? event : null });
  };
  return {
    get loops() {
      const spoken = LANES.some((lane) => shared.lanes[lane].length > 0);
      return spoken || own.length === 0 ? [...own, shared] : own;
    },
    catchUp(events) {
      for (; taken < events.length; taken++) {
        const event = events[taken];
        if (event) take(event);
      }
    },
  };
}

/** Whether a retraining's event says that it is over. */
function isRetrainEnd({ figures }: LiveEvent): boolean {
  return figures.phase !== undefined && figures.phase !== 'begin';
}

/** Index of the first event at or after a tick, in events sorted by tick. */
export function firstFrom(events: readonly { readonly tick: number }[], tick: number): number {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((events[middle]?.tick ?? 0) < tick) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The event nearest to a tick, no farther than `reach` ticks; the later of two equally near ones. */
export function nearestEvent(events: readonly LiveEvent[], tick: number, reach: number): LiveEvent | null {
  let best: LiveEvent | null = null;
  let distance = reach;
  for (let i = firstFrom(events, tick - reach); i < events.length; i++) {
    const event = events[i];
    if (!event || event.tick > tick + reach) break;
    if (Math.abs(event.tick - tick) > distance) continue;
    distance = Math.abs(event.tick - tick);
    best = event;
  }
  return best;
}

export const isEventType = (name: string): name is LiveEventType => LIVE_EVENT_TYPES.some((type) => type === name);
