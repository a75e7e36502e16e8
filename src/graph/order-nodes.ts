export interface NodeOrder {
  /** Ids so that every node comes after what it needs; ties keep the document's order. */
  readonly order: readonly string[];
  /** Each set of nodes that need each other, in the document's order. */
  readonly cycles: readonly (readonly string[])[];
  /** Nodes outside every cycle that need one, in the document's order. */
  readonly blocked: readonly string[];
}

/** Kahn's algorithm over the wires that order, always taking the ready node that stands first in the document. */
export function orderNodes(
  ids: readonly string[],
  wires: readonly { readonly from: { readonly nodeId: string }; readonly to: { readonly nodeId: string } }[],
): NodeOrder {
  const rank = new Map(ids.map((id, index) => [id, index]));
  const below = new Map<string, string[]>(ids.map((id) => [id, []]));
  const needs = new Map<string, number>(ids.map((id) => [id, 0]));
  for (const { from, to } of wires) {
    below.get(from.nodeId)?.push(to.nodeId);
    needs.set(to.nodeId, (needs.get(to.nodeId) ?? 0) + 1);
  }
  const ready = new MinHeap();
  for (const [index, id] of ids.entries()) if (needs.get(id) === 0) ready.push(index);
  const order: string[] = [];
  for (let index = ready.pop(); index !== undefined; index = ready.pop()) {
    const id = ids[index];
    if (id === undefined) continue;
    order.push(id);
    for (const next of below.get(id) ?? []) {
      const left = (needs.get(next) ?? 0) - 1;
      needs.set(next, left);
      if (left === 0) ready.push(rank.get(next) ?? 0);
    }
  }
  if (order.length === ids.length) return { order, cycles: [], blocked: [] };
  const done = new Set(order);
  const stuck = ids.filter((id) => !done.has(id));
  const cycles = strongComponents(stuck, below).map((component) =>
    component.sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0)),
  );
  cycles.sort((a, b) => (rank.get(a[0] ?? '') ?? 0) - (rank.get(b[0] ?? '') ?? 0));
  const inCycles = new Set(cycles.flat());
  return { order, cycles, blocked: stuck.filter((id) => !inCycles.has(id)) };
}

/** Strongly connected components that hold a cycle (Tarjan 1972), without recursion. */
function strongComponents(ids: readonly string[], below: ReadonlyMap<string, readonly string[]>): string[][] {
  const found: string[][] = [];
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const onStack = new Set<string>();
  let counter = 0;
  const enter = (id: string): { id: string; next: number } => {
    index.set(id, counter);
    low.set(id, counter++);
    stack.push(id);
    onStack.add(id);
    return { id, next: 0 };
  };
  const lower = (id: string, value: number): void => {
    low.set(id, Math.min(low.get(id) ?? value, value));
  };
  for (const root of ids) {
    if (index.has(root)) continue;
    const path = [enter(root)];
    for (let frame = path.at(-1); frame !== undefined; frame = path.at(-1)) {
      const child = below.get(frame.id)?.[frame.next++];
      if (child !== undefined) {
        if (!index.has(child)) path.push(enter(child));
        else if (onStack.has(child)) lower(frame.id, index.get(child) ?? 0);
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent !== undefined) lower(parent.id, low.get(frame.id) ?? 0);
      if (low.get(frame.id) !== index.get(frame.id)) continue;
      const component = stack.splice(stack.indexOf(frame.id));
      for (const id of component) onStack.delete(id);
      if (component.length > 1 || below.get(frame.id)?.includes(frame.id) === true) found.push(component);
    }
  }
  return found;
}

class MinHeap {
  readonly #items: number[] = [];
  push(value: number): void {
    const items = this.#items;
    let at = items.push(value) - 1;
    while (at > 0) {
      const up = (at - 1) >> 1;
      const above = items[up];
      if (above === undefined || above <= value) break;
      items[at] = above;
      at = up;
    }
    items[at] = value;
  }
  pop(): number | undefined {
    const items = this.#items;
    const top = items[0];
    const last = items.pop();
    if (last === undefined || items.length === 0) return top;
    let at = 0;
    for (;;) {
      let down = 2 * at + 1;
      const right = items[down + 1];
      let child = items[down];
      if (child === undefined) break;
      if (right !== undefined && right < child) {
        child = right;
        down++;
      }
      if (child >= last) break;
      items[at] = child;
      at = down;
    }
    items[at] = last;
    return top;
  }
}
