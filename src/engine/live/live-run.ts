import type { PipelineDocument } from '../../graph/document';
import type { LiveEvent, ReportedEvent } from '../../nodes/contract/live-events';
import type { BackendChoice } from '../../nodes/contract/runner';
import type { ModelRegistry } from '../../registry/registry';
import type { Engine } from '../engine';
import type { EngineEvent } from '../events';
import type { Host } from '../host';
import type { Kinds } from '../kinds';
import type { LoopCheckpoint } from './checkpoint';
import type { LiveMessage, TickRecord } from './messages';

/** What a live session is to run, where, and who hears of it. */
export interface LiveRun {
  readonly sessionId: string;
  readonly engine: Engine;
  readonly kinds: Kinds;
  readonly host: Host;
  readonly registry: ModelRegistry;
  readonly document: PipelineDocument;
  readonly backend: BackendChoice;
  readonly clock: 'virtual' | 'wall';
  /** Milliseconds since 1970; needed on the wall clock. */
  readonly wallTime?: () => number;
  /** On the virtual clock, a stream that follows a data set waits at its end until `LiveSession.rowsCame`. */
  readonly waits?: boolean;
  /** Null: as fast as it can. */
  readonly ticksPerSecond: number | null;
  /** Stands still after the batch phase. */
  readonly paused?: boolean;
  /** Ends after so many ticks of this session. */
  readonly ticks?: number;
  readonly signal: AbortSignal;
  readonly emit: (message: LiveMessage) => void;
  /** What the batch phase says. */
  readonly emitRun?: (event: EngineEvent) => void;
  /**
   * Hears of each tick before the next begins: whoever writes the events and then the checkpoint to disk, and waits
   * for both, loses nothing by being killed.
   */
  readonly afterTick?: (record: TickRecord, checkpoint: () => LoopCheckpoint) => void | Promise<void>;
  /** Whether the loop can go on from where it stops, as its checkpoints are kept. */
  readonly goesOn?: boolean;
  /** Hears what is still under way when the loop stops, which is no part of its own events. */
  readonly cutShort?: (event: LiveEvent) => void;
  /** Goes on from a checkpoint, as JSON, of which `earlier` are the events before it. */
  readonly from?: unknown;
  readonly earlier?: readonly ReportedEvent[];
}
