/** A node to be given a row, in its column. */
export interface Slot {
  readonly id: string;
  readonly column: number;
  /** Within a column, a later line stands below an earlier one. */
  readonly line: number;
  readonly height: number;
}

interface Item extends Slot {
  readonly left: Item[];
  readonly right: Item[];
  /** Centre. */
  y: number;
  rank: number;
}

const SWEEPS = 12;

/**
 * Tops of all slots, the least being 0: within a column nothing overlaps and `gap` is kept. Wires
 * longer than one column get a slot of their own in each column between, so that they pass nodes by.
 */
export function placeRows(
  slots: readonly Slot[],
  wires: readonly (readonly [from: string, to: string])[],
  gap: number,
): ReadonlyMap<string, number> {
  const items = new Map<string, Item>();
  const columns: Item[][] = Array.from({ length: 1 + Math.max(-1, ...slots.map((slot) => slot.column)) }, () => []);
  const add = (slot: Slot): Item => {
    const column = columns[slot.column];
    const item: Item = { ...slot, left: [], right: [], y: 0, rank: column?.length ?? 0 };
    column?.push(item);
    return item;
  };
  for (const slot of slots) items.set(slot.id, add(slot));
  for (const [from, to] of wires) {
    const [source, target] = [items.get(from), items.get(to)];
    // A wire that runs back, or within a column, does not pull at rows.
    if (source === undefined || target === undefined || source.column >= target.column) continue;
    let last = source;
    for (let column = source.column + 1; column < target.column; column++) {
      const through = add({ id: '', column, line: source.line, height: 0 });
      last.right.push(through);
      through.left.push(last);
      last = through;
    }
    last.right.push(target);
    target.left.push(last);
  }
  const order = bestOrder(columns);
  straighten(order, gap);
  const tops = [...items.values()].map((item) => [item.id, item.y - item.height / 2] as const);
  const least = Math.min(...tops.map(([, top]) => top));
  return new Map(tops.map(([id, top]) => [id, Math.round(top - least)]));
}

/** Sorts columns by the mean rank of neighbours, to and fro, and keeps the order with the fewest crossings. */
function bestOrder(columns: Item[][]): Item[][] {
  const mean = (items: readonly Item[], own: number): number =>
    items.length === 0 ? own : items.reduce((sum, item) => sum + item.rank, 0) / items.length;
  const arrange = (column: Item[], side: 'left' | 'right'): void => {
    const wish = new Map(column.map((item) => [item, mean(item[side], item.rank)]));
    column.sort((a, b) => a.line - b.line || (wish.get(a) ?? 0) - (wish.get(b) ?? 0) || a.rank - b.rank);
    for (const [rank, item] of column.entries()) item.rank = rank;
  };
  for (const column of columns) {
    column.sort((a, b) => a.line - b.line);
    for (const [rank, item] of column.entries()) item.rank = rank;
  }
  let best = columns.map((column) => [...column]);
  let fewest = crossings(columns);
  for (let sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
    if (sweep % 2 === 0) for (const column of columns) arrange(column, 'left');
    else for (const column of [...columns].reverse()) arrange(column, 'right');
    const count = crossings(columns);
    if (count >= fewest) continue;
    fewest = count;
    best = columns.map((column) => [...column]);
  }
  for (const column of best) for (const [rank, item] of column.entries()) item.rank = rank;
  return best;
}

/** Pairs of wires between neighbouring columns that cross, counted as inversions (Barth, Mutzel and Jünger 2004). */
function crossings(columns: readonly (readonly Item[])[]): number {
  let count = 0;
  for (const column of columns) {
    const ends = column
      .flatMap((item) => item.right.map((end) => [item.rank, end.rank] as const))
      .sort(([a, x], [b, y]) => a - b || x - y)
      .map(([, rank]) => rank + 1);
    const size = Math.max(0, ...ends);
    const tree = new Uint32Array(size + 1);
    for (const [seen, rank] of ends.entries()) {
      let notAbove = 0;
      for (let i = rank; i > 0; i -= i & -i) notAbove += tree[i] ?? 0;
      count += seen - notAbove;
      for (let i = rank; i <= size; i += i & -i) tree[i] = (tree[i] ?? 0) + 1;
    }
  }
  return count;
}

/** Pulls every item to the mean of its neighbours, in order and without overlap. */
function straighten(columns: readonly (readonly Item[])[], gap: number): void {
  for (const column of columns) settle(column, gap, () => 0);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const side = sweep % 2 === 0 ? 'left' : 'right';
    for (const column of side === 'left' ? columns : [...columns].reverse()) {
      settle(column, gap, (item) => {
        const near = item[side].length > 0 ? item[side] : [...item.left, ...item.right];
        return near.length === 0 ? item.y : near.reduce((sum, other) => sum + other.y, 0) / near.length;
      });
    }
  }
}

/** Centres as near to their wishes as order and gaps allow: isotonic regression by pooling adjacent violators. */
function settle(column: readonly Item[], gap: number, wish: (item: Item) => number): void {
  const pools: { sum: number; count: number }[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const [i, item] of column.entries()) {
    const before = column[i - 1];
    // A wire passes through the gap that nodes have anyway.
    const apart = before?.id === '' || item.id === '' ? gap / 2 : gap;
    if (before !== undefined) offset += before.height / 2 + apart + item.height / 2;
    offsets.push(offset);
    pools.push({ sum: wish(item) - offset, count: 1 });
    for (let last = pools.at(-1), prior = pools.at(-2); last !== undefined && prior !== undefined; ) {
      if (prior.sum / prior.count <= last.sum / last.count) break;
      pools.splice(-2, 2, { sum: prior.sum + last.sum, count: prior.count + last.count });
      last = pools.at(-1);
      prior = pools.at(-2);
    }
  }
  let index = 0;
  for (const pool of pools) {
    for (let k = 0; k < pool.count; k++, index++) {
      const item = column[index];
      if (item !== undefined) item.y = pool.sum / pool.count + (offsets[index] ?? 0);
    }
  }
}
