import type { Pipeline } from '../../graph/pipeline';

/** Which deployment's loop each node belongs to. */
export interface Loops {
  /** Node ids of the deployments, in the document's order. */
  readonly deployments: readonly string[];
  /** The deployment of a node; undefined of one that belongs to none, or to several. */
  of(nodeId: string): string | undefined;
}

/** What follows a deployment on the wires is of its loop: its monitor, triggers, retraining and gate. */
export function loopsOf({ nodes, outOf }: Pipeline): Loops {
  const deployments = nodes.filter(({ spec }) => spec?.role === 'deployment').map(({ id }) => id);
  const after = (id: string): readonly string[] => outOf(id).map(({ to }) => to.nodeId);
  const owners = new Map<string, Set<string>>();
  for (const deployment of deployments) {
    const next = [deployment];
    const seen = new Set(next);
    for (let id = next.pop(); id !== undefined; id = next.pop()) {
      owners.set(id, (owners.get(id) ?? new Set()).add(deployment));
      for (const follower of after(id)) {
        if (seen.has(follower) || deployments.includes(follower)) continue;
        seen.add(follower);
        next.push(follower);
      }
    }
  }
  // What stands before retraining alone (a schedule, a wish) is of the loop that it feeds.
  const feeds = (id: string, seen: Set<string>): ReadonlySet<string> => {
    const found = new Set(owners.get(id));
    if (found.size > 0 || seen.has(id)) return found;
    seen.add(id);
    for (const follower of after(id)) for (const one of feeds(follower, seen)) found.add(one);
    return found;
  };
  const loops = new Map<string, string>();
  for (const { id } of nodes) {
    const found = [...feeds(id, new Set())];
    if (found.length === 1 && found[0] !== undefined) loops.set(id, found[0]);
  }
  return { deployments, of: (id) => loops.get(id) };
}
