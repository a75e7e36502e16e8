import type { RunReport } from '../../engine/report';
import type { WireSchema } from '../../graph/schema-types';
import type { BackendChoice } from '../../nodes/contract/runner';
import { useDocument } from '../document/document-store';
import type { NodeRuns } from './node-run';
import type { NodeRun, RunState } from './run-state';
import { takeUp, useRun } from './run-store';

/** What came of the last run, as it outlives the page. */
export interface KeptRuns {
  readonly nodes: NodeRuns;
  readonly lastReport: RunReport | null;
  readonly lastStatus: RunState['lastStatus'];
  readonly backendChoice: BackendChoice;
}

export function keptRuns(): KeptRuns {
  const { nodes, lastReport, lastStatus, backendChoice } = useRun.getState();
  return { nodes, lastReport, lastStatus, backendChoice };
}

/** Shows again what nodes came to before the page was loaded again; what was under way then counts as cancelled. */
export function restoreRuns({ nodes, ...rest }: KeptRuns): void {
  const settled: Record<string, NodeRun> = {};
  for (const [id, run] of Object.entries(nodes)) {
    const isBusy = run.status === 'waiting' || run.status === 'running';
    settled[id] = isBusy ? { ...run, status: 'cancelled', doing: null, secondsLeft: null } : run;
    if (run.status !== 'completed' && run.status !== 'cached') continue;
    const outputs: Record<string, WireSchema> = {};
    for (const [port, { schema }] of Object.entries(run.outputs)) outputs[port] = schema;
    useDocument.getState().learnSchemas(id, outputs);
  }
  takeUp({ ...rest, nodes: settled });
}
