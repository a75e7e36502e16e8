/**
 * Lines of many ticks, thinned to what pixels can show: of each pixel column the first, lowest, highest and last
 * figure in the order in which they came, which draw the same line as all of them (M4). NaN breaks the line.
 */
export interface TickScale {
  /** x of a tick: `offset + tick * step`. */
  readonly offset: number;
  readonly step: number;
}

/** Calls `move` where a line begins (again) and `line` for every further point that is kept. */
export function decimate(
  values: Float64Array,
  first: number,
  { offset, step }: TickScale,
  move: (x: number, value: number) => void,
  line: (x: number, value: number) => void,
): void {
  let drawing = false;
  const add = (tick: number, value: number): void => {
    if (drawing) line(offset + tick * step, value);
    else move(offset + tick * step, value);
    drawing = true;
  };
  if (step >= 1) {
    for (let i = 0; i < values.length; i++) {
      const value = values[i] ?? Number.NaN;
      if (Number.isNaN(value)) drawing = false;
      else add(first + i, value);
    }
    return;
  }
  let column = Number.NaN;
  let low = -1;
  let high = -1;
  let last = -1;
  const close = (): void => {
    if (last === -1) return;
    const early = Math.min(low, high);
    const late = Math.max(low, high);
    add(first + early, values[early] ?? 0);
    if (late !== early) add(first + late, values[late] ?? 0);
    if (last !== late) add(first + last, values[last] ?? 0);
    last = -1;
  };
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? Number.NaN;
    if (Number.isNaN(value)) {
      close();
      drawing = false;
      column = Number.NaN;
      continue;
    }
    const at = Math.floor(offset + (first + i) * step);
    if (at !== column) {
      close();
      column = at;
      add(first + i, value);
      low = i;
      high = i;
    } else {
      if (value < (values[low] ?? 0)) low = i;
      if (value > (values[high] ?? 0)) high = i;
      last = i;
    }
  }
  close();
}
