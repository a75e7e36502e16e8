import type { Problem } from '../graph/problem';
import type { FailureDetail } from '../lib/failure';
import type { Text } from '../lib/text';
import type { ReportedEvent } from '../nodes/contract/live-events';
import type { BackendName } from '../nodes/contract/runner';
import type { DataNote } from '../table/notes';
import type { RunStatus } from './events';

/** The run report, written alike by the browser and by the command line. */
export interface RunReport {
  readonly format: 'millrace/report';
  readonly version: 1;
  readonly runId: string;
  readonly status: RunStatus;
  /** The backends that trained or predicted, joined by `+`; `none` where nothing did. */
  readonly backend: string;
  readonly seed: number;
  readonly ms: number;
  readonly nodes: Readonly<Record<string, NodeReport>>;
  /** What happened while the loop ticked, in order; none of a run without one. */
  readonly events: readonly ReportedEvent[];
}

export interface NodeReport {
  readonly kind: string;
  readonly status: 'completed' | 'failed' | 'skipped' | 'cancelled';
  readonly ms: number;
  readonly cached: boolean;
  readonly key: string;
  readonly backend?: BackendName;
  readonly rows?: number;
  /** Of the test part (validation, then train, where there is no test part); other parts stand under their names. */
  readonly metrics?: Readonly<Record<string, number | null | Readonly<Record<string, number | null>>>>;
  readonly failure?: FailureDetail;
  /** What makes figures look better than they are, and whatever else can be mended: of its data, and of the pipeline now that its tables are known. */
  readonly warnings?: readonly NodeWarning[];
  /** Every repair and remark, with its count, whether or not there is anything to mend. */
  readonly notes?: readonly NodeNote[];
}

/** What was found in, or done to, the data that a node gives on. */
export interface NodeNote {
  readonly code: string;
  readonly severity: DataNote['severity'];
  readonly column?: string;
  /** Cells or rows. */
  readonly count: number;
  readonly message: Text;
}

export interface NodeWarning {
  readonly code: string;
  readonly column?: string;
  readonly message: Text;
  readonly hint: Text;
}

/** The backends that nodes ran on, as a report names them. */
export function backendsOf(nodes: Iterable<NodeReport>): string {
  const names = new Set([...nodes].map((node) => node.backend).filter((name) => name !== undefined));
  return names.size === 0 ? 'none' : [...names].sort().join('+');
}

/** What a node says against its data as a warning, where it knows a remedy. */
export const warningOf = ({ code, column, message, hint }: DataNote): readonly NodeWarning[] =>
  hint === undefined ? [] : [{ code, ...(column === undefined ? {} : { column }), message, hint }];

export const noteOf = ({ code, severity, column, count, message }: DataNote): NodeNote => ({
  code,
  severity,
  ...(column === undefined ? {} : { column }),
  count,
  message,
});

/** The warnings among problems, by the node they stand on. */
export function warningsByNode(problems: readonly Problem[]): ReadonlyMap<string, readonly NodeWarning[]> {
  const byNode = new Map<string, NodeWarning[]>();
  for (const { severity, nodeId, code, column, message, hint } of problems) {
    if (severity !== 'warning' || nodeId === undefined) continue;
    const warning = { code, ...(column === undefined ? {} : { column }), message, hint };
    byNode.set(nodeId, [...(byNode.get(nodeId) ?? []), warning]);
  }
  return byNode;
}
