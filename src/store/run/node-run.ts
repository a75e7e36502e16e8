import type { EngineEvent } from '../../engine/events';
import { addPoints } from './downsample-points';
import type { NodeRun } from './run-state';

export type NodeRuns = Readonly<Record<string, NodeRun>>;

/** The most sentences kept of a node's log. */
const MAX_LOG = 500;

/** A node that has never run. */
export const idleRun: NodeRun = {
  status: 'idle',
  fraction: 0,
  doing: null,
  secondsLeft: null,
  ms: null,
  key: null,
  outputs: {},
  failure: null,
  skippedBecause: null,
  backend: null,
  backendReason: null,
  log: [],
  points: [],
};

/** What nodes say after a batch of one run's events. */
export function reduceEvents(runs: NodeRuns, events: readonly EngineEvent[]): NodeRuns {
  const next: Record<string, NodeRun> = { ...runs };
  for (const event of events) {
    if (event.type === 'runFinished') {
      for (const [id, run] of Object.entries(next)) {
        if (run.status === 'waiting' || run.status === 'running') {
          next[id] = { ...run, status: 'cancelled', doing: null, secondsLeft: null };
        }
      }
    } else if (event.type === 'runStarted') {
      for (const id of event.nodeIds) next[id] = waiting(next[id]);
    } else {
      next[event.nodeId] = reduceNode(next[event.nodeId] ?? idleRun, event);
    }
  }
  return next;
}

/** A node about to run: its last outputs stay to be looked at until new ones come. */
function waiting(before: NodeRun = idleRun): NodeRun {
  return { ...idleRun, status: 'waiting', key: before.key, outputs: before.outputs };
}

type NodeEvent = Exclude<EngineEvent, { readonly type: 'runStarted' | 'runFinished' }>;

function reduceNode(run: NodeRun, event: NodeEvent): NodeRun {
  switch (event.type) {
    case 'nodeStarted':
      return { ...waiting(run), status: 'running' };
    case 'nodeProgress':
      return {
        ...run,
        status: 'running',
        fraction: Math.min(1, Math.max(0, event.fraction)),
        doing: event.doing ?? null,
        secondsLeft: event.secondsLeft ?? null,
      };
    case 'nodeMetric':
      return { ...run, points: addPoints(run.points, [event.point]) };
    case 'nodeLog':
      return { ...run, log: [...run.log, event.message].slice(-MAX_LOG) };
    case 'nodeBackend':
      return { ...run, backend: event.backend, backendReason: event.reason };
    case 'nodeCompleted':
      return {
        ...run,
        status: event.cached ? 'cached' : 'completed',
        fraction: 1,
        doing: null,
        secondsLeft: null,
        ms: event.ms,
        key: event.key,
        outputs: event.outputs,
        failure: null,
        skippedBecause: null,
        backend: event.backend ?? run.backend,
      };
    case 'nodeFailed':
      return {
        ...run,
        status: 'failed',
        doing: null,
        secondsLeft: null,
        ms: event.ms,
        key: null,
        outputs: {},
        failure: event.failure,
      };
    case 'nodeSkipped':
      return { ...run, status: 'skipped', doing: null, secondsLeft: null, skippedBecause: event.because };
  }
}

/** 0 … 1 over the nodes of a run. */
export function progressOf(runs: NodeRuns, nodeIds: readonly string[]): number {
  if (nodeIds.length === 0) return 0;
  let done = 0;
  for (const id of nodeIds) {
    const run = runs[id];
    if (run === undefined || run.status === 'waiting') continue;
    done += run.status === 'running' ? run.fraction : 1;
  }
  return done / nodeIds.length;
}
