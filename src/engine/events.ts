import type { WireSchema } from '../graph/schema-types';
import type { FailureDetail } from '../lib/failure';
import type { Text } from '../lib/text';
import type { BackendName, MetricPoint } from '../nodes/contract/runner';
import type { DataNote } from '../table/notes';
import type { PartName } from '../table/table';

/** Everything a run says while it runs. A closed union; every event names its run. */
export type EngineEvent = { readonly runId: string } & (
  | { readonly type: 'runStarted'; readonly nodeIds: readonly string[] }
  | { readonly type: 'nodeStarted'; readonly nodeId: string }
  | {
      readonly type: 'nodeProgress';
      readonly nodeId: string;
      readonly fraction: number;
      readonly doing?: Text;
      readonly secondsLeft?: number;
    }
  | { readonly type: 'nodeMetric'; readonly nodeId: string; readonly point: MetricPoint }
  | { readonly type: 'nodeLog'; readonly nodeId: string; readonly message: Text }
  | { readonly type: 'nodeBackend'; readonly nodeId: string; readonly backend: BackendName; readonly reason: Text }
  | {
      readonly type: 'nodeCompleted';
      readonly nodeId: string;
      readonly key: string;
      readonly ms: number;
      readonly cached: boolean;
      readonly outputs: Readonly<Record<string, OutputSummary>>;
      readonly backend?: BackendName;
    }
  | { readonly type: 'nodeFailed'; readonly nodeId: string; readonly failure: FailureDetail; readonly ms: number }
  /** Not run: something it needs failed, is off, or is not connected. */
  | { readonly type: 'nodeSkipped'; readonly nodeId: string; readonly because: Text }
  | { readonly type: 'runFinished'; readonly status: RunStatus; readonly ms: number }
);

export type RunStatus = 'completed' | 'failed' | 'cancelled';

/** What the canvas says of an output without asking for its data. */
export interface OutputSummary {
  readonly schema: WireSchema;
  readonly rows?: number;
  readonly columns?: number;
  readonly parts?: { readonly train: number; readonly validation: number; readonly test: number };
  /** Repairs and rejections of the data that a person should know of. */
  readonly warnings?: readonly DataNote[];
  /** Headline figures of a report, or of a model where it was trained. */
  readonly metrics?: Readonly<Record<string, number | null>>;
  /** The rows that they are best judged by: of a model the validation part, whose figures are named so, else the training part. */
  readonly part?: PartName;
  /** Training rows that a model holds, for whoever gets its file to read. */
  readonly carriedRows?: number;
  /** How a model decides that does not decide as it was trained to. */
  readonly decision?: Text;
}
