import type { PlanStep } from './plan';
import type { StoredResult } from './result-cache';

/** Keeps a result in reach until all that read it have settled, whatever the cache forgets meanwhile. */
export function holdUntilUsed(steps: readonly PlanStep[]): {
  hold(key: string, result: StoredResult): void;
  of(key: string): StoredResult | undefined;
  release(step: PlanStep): void;
} {
  const readers = new Map<string, number>();
  const read = (step: PlanStep): readonly string[] => {
    const { action } = step;
    const inputs = action.type === 'run' ? action.inputs : action.type === 'bypass' ? Object.values(action.routes) : [];
    return inputs.map((input) => input.address.key);
  };
  for (const step of steps) for (const key of read(step)) readers.set(key, (readers.get(key) ?? 0) + 1);
  const held = new Map<string, StoredResult>();
  return {
    hold: (key, result) => {
      if ((readers.get(key) ?? 0) > 0) held.set(key, result);
    },
    of: (key) => held.get(key),
    release: (step) => {
      for (const key of read(step)) {
        const left = (readers.get(key) ?? 0) - 1;
        readers.set(key, left);
        if (left <= 0) held.delete(key);
      }
    },
  };
}
