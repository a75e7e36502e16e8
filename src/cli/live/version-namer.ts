import type { ModelRegistry } from '../../registry/registry';
import { withVersionNumbers } from '../../registry/version-names';

/**
 * Puts versions' numbers into lines that a person reads. The registry is asked only when a version is new; what has
 * different numbers in different lines of models keeps its id.
 */
export function createVersionNamer(list: ModelRegistry['list']): (line: string) => Promise<string> {
  let numbers: ReadonlyMap<string, number | undefined> = new Map();
  return async (line) => {
    let isNew = false;
    const named = (): string =>
      withVersionNumbers(line, (id) => {
        isNew ||= !numbers.has(id);
        return numbers.get(id);
      });
    const known = named();
    if (!isNew) return known;
    const found = new Map<string, number | undefined>();
    for (const { id, number } of await list()) {
      found.set(id, !found.has(id) || found.get(id) === number ? number : undefined);
    }
    numbers = found;
    return named();
  };
}
