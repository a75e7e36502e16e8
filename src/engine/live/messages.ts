import type { FailureDetail } from '../../lib/failure';
import type { LiveEvent, LiveStatus } from '../../nodes/contract/live-events';
import type { MonitorReport } from '../../nodes/contract/monitor-report';

/** Where a live session stands. `preparing`: the batch phase runs first. */
export type LivePhase = 'preparing' | 'playing' | 'paused' | 'ended' | 'failed';

/** Everything that came of one tick; the same for the same document, seed and backend. */
export interface TickRecord {
  readonly tick: number;
  readonly time: number;
  readonly events: readonly LiveEvent[];
  /** By node id: what each live node says of itself now. */
  readonly statuses: Readonly<Record<string, LiveStatus>>;
  /** By id of the monitor. */
  readonly reports: Readonly<Record<string, MonitorReport>>;
}

/** What a live session tells its listeners. A closed union; ticks come in batches, at most 30 a second. */
export type LiveMessage = { readonly sessionId: string } & (
  | { readonly type: 'phase'; readonly phase: LivePhase; readonly failure?: FailureDetail }
  | { readonly type: 'ticks'; readonly records: readonly TickRecord[] }
);

/** How the clock goes. Speed null: as fast as the engine can. */
export type LiveControl =
  | { readonly type: 'play' }
  | { readonly type: 'pause' }
  /** Ticks to make, then pause. */
  | { readonly type: 'step'; readonly ticks: number }
  | { readonly type: 'speed'; readonly ticksPerSecond: number | null };
