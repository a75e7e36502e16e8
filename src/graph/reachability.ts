import type { Topology } from './topology';

/** The given nodes and everything that they need (`up`) or that needs them (`down`), by ordering wires. */
export function reach(
  { into, outOf }: Pick<Topology, 'into' | 'outOf'>,
  nodeIds: Iterable<string>,
  direction: 'up' | 'down',
): ReadonlySet<string> {
  const reached = new Set<string>();
  const queue = [...nodeIds];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    for (const { ordering, from, to } of direction === 'up' ? into(id) : outOf(id)) {
      if (ordering) queue.push(direction === 'up' ? from.nodeId : to.nodeId);
    }
  }
  return reached;
}
