import { standsFor } from '../../graph/group-port';
import type { Problem } from '../../graph/problem';

const indexes = new WeakMap<readonly Problem[], ReadonlyMap<string, readonly Problem[]>>();
const NONE: readonly Problem[] = [];

/** The problems of one node, of a group those within, errors first. Indexed once for each list of problems, however many nodes ask. */
export function problemsOf(problems: readonly Problem[], nodeId: string): readonly Problem[] {
  let index = indexes.get(problems);
  if (index === undefined) {
    const byNode = new Map<string, Problem[]>();
    for (const problem of problems) {
      if (problem.nodeId === undefined) continue;
      const id = standsFor(problem.nodeId);
      const list = byNode.get(id);
      if (list === undefined) byNode.set(id, [problem]);
      else list.push(problem);
    }
    for (const list of byNode.values()) {
      list.sort((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'));
    }
    index = byNode;
    indexes.set(problems, index);
  }
  return index.get(nodeId) ?? NONE;
}
