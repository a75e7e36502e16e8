import type { OutputSummary, RunStatus } from '../../engine/events';
import type { RunReport } from '../../engine/report';
import type { PipelineDocument } from '../../graph/document';
import type { FailureDetail } from '../../lib/failure';
import type { Text } from '../../lib/text';
import type { BackendChoice, BackendName, MetricPoint } from '../../nodes/contract/runner';

/** What runs and what came of it. */
export interface RunState {
  readonly running: boolean;
  /** The store itself runs a source alone, so that its columns become known. */
  readonly probing: boolean;
  /** A live session has the engine: its batch phase is shown here, and nothing else may run. */
  readonly looping: boolean;
  /** For how many seconds the engine has not answered; null while it does. */
  readonly silentFor: number | null;
  readonly runId: string | null;
  /** 0 … 1 over all nodes of the run. */
  readonly progress: number;
  readonly nodes: Readonly<Record<string, NodeRun>>;
  readonly lastReport: RunReport | null;
  readonly lastStatus: RunStatus | null;
  readonly backendChoice: BackendChoice;
  setBackendChoice(choice: BackendChoice): void;
  /** Runs everything, or what leads to `target`. */
  run(target?: string): Promise<void>;
  cancel(): Promise<void>;
  /** Shows what a live session's batch phase says of the nodes, and lets nothing run until the session is over. */
  follow(runId: string, document: PipelineDocument, over: Promise<RunReport>): Promise<void>;
  /** Forgets what nodes say (a new document was opened). */
  clear(): void;
}

/** `stale`: ran once, and something it depends on was edited since. */
export type NodeStatus =
  | 'idle'
  | 'waiting'
  | 'running'
  | 'completed'
  | 'cached'
  | 'failed'
  | 'skipped'
  | 'cancelled'
  | 'stale';

export interface NodeRun {
  readonly status: NodeStatus;
  readonly fraction: number;
  readonly doing: Text | null;
  readonly secondsLeft: number | null;
  readonly ms: number | null;
  readonly key: string | null;
  readonly outputs: Readonly<Record<string, OutputSummary>>;
  readonly failure: FailureDetail | null;
  readonly skippedBecause: Text | null;
  readonly backend: BackendName | null;
  readonly backendReason: Text | null;
  readonly log: readonly Text[];
  /** At most 2,000 points; older ones are downsampled. */
  readonly points: readonly MetricPoint[];
}
