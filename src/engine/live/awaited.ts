import type { JsonObject } from '../../lib/json';
import type { Awaited } from '../../nodes/contract/live';
import type { LiveNode } from './live-graph';

/**
 * What a node's signal would be lost on: where all that hear it, through whatever passes it on, wait for rows already,
 * what the first of them waits for. `states` are those of the tick before.
 */
export function awaitedOf(
  id: string,
  nodes: readonly LiveNode[],
  states: ReadonlyMap<string, JsonObject>,
): Awaited | null {
  let first: Awaited | null = null;
  const [asked, from] = [new Set<string>(), [id]];
  for (let next = from.pop(); next !== undefined; next = from.pop()) {
    for (const hearer of hearersOf(next, nodes)) {
      const { id: hearerId } = hearer.node;
      if (asked.has(hearerId)) continue;
      asked.add(hearerId);
      const state = states.get(hearerId);
      if (hearer.runner.awaits === undefined) from.push(hearerId);
      else {
        const awaited = state === undefined ? null : hearer.runner.awaits(state);
        if (awaited === null) return null;
        first ??= awaited;
      }
    }
  }
  return first;
}

const hearersOf = (id: string, nodes: readonly LiveNode[]): readonly LiveNode[] =>
  nodes.filter(({ inputs }) => inputs.some(({ from }) => from.some(({ nodeId }) => nodeId === id)));
