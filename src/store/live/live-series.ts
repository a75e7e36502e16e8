import type { LiveSeries } from './live-types';

const CHUNK = 1_024;
/** Older chunks are let go: a loop may play for weeks. */
const MAX_CHUNKS = 64;

export interface GrowingSeries extends LiveSeries {
  /** Sets the figure of a tick; ticks come in order, and those left out have none. */
  set(tick: number, value: number): void;
}

/** Figures over ticks in chunks of one size: nothing is copied when one is added. */
export function createSeries(): GrowingSeries {
  const chunks = new Map<number, Float64Array>();
  let first = 0;
  let end = 0;

  const at = (tick: number): number => chunks.get(Math.floor(tick / CHUNK))?.[tick % CHUNK] ?? Number.NaN;
  const chunkOf = (tick: number): Float64Array => {
    const key = Math.floor(tick / CHUNK);
    const known = chunks.get(key);
    if (known !== undefined) return known;
    const made = new Float64Array(CHUNK).fill(Number.NaN);
    chunks.set(key, made);
    const [oldest] = chunks.keys();
    if (chunks.size > MAX_CHUNKS && oldest !== undefined) {
      chunks.delete(oldest);
      first = Math.max(first, (oldest + 1) * CHUNK);
    }
    return made;
  };

  return {
    get first() {
      return first;
    },
    get end() {
      return end;
    },
    at,
    set(tick, value) {
      if (end === 0) first = tick;
      chunkOf(tick)[tick % CHUNK] = value;
      end = Math.max(end, tick + 1);
    },
    slice(from, to) {
      const size = Math.max(0, to - from);
      const copy = new Float64Array(size).fill(Number.NaN);
      for (let tick = Math.max(from, first); tick < Math.min(to, end); ) {
        const begin = tick % CHUNK;
        const count = Math.min(CHUNK - begin, Math.min(to, end) - tick);
        const chunk = chunks.get(Math.floor(tick / CHUNK));
        if (chunk !== undefined) copy.set(chunk.subarray(begin, begin + count), tick - from);
        tick += count;
      }
      return copy;
    },
    range(from, to) {
      let min = Number.POSITIVE_INFINITY;
      let max = Number.NEGATIVE_INFINITY;
      for (let tick = Math.max(from, first); tick < Math.min(to, end); tick++) {
        const value = at(tick);
        if (value < min) min = value;
        if (value > max) max = value;
      }
      return min <= max ? { min, max } : null;
    },
  };
}
