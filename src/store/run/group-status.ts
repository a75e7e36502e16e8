import type { NodeStatus, RunState } from './run-state';

/** Of several nodes the first of these that one of them has is that of all. */
const WORST_FIRST: readonly NodeStatus[] = [
  'failed',
  'running',
  'waiting',
  'cancelled',
  'stale',
  'skipped',
  'completed',
  'cached',
];

/** What became of a group: the nodes within it run under its id. */
export function groupStatus(nodes: RunState['nodes'], id: string): NodeStatus {
  const within = new Set(
    Object.entries(nodes).flatMap(([each, { status }]) => (each.startsWith(`${id}/`) ? [status] : [])),
  );
  return WORST_FIRST.find((status) => within.has(status)) ?? 'idle';
}
