import { Failure } from '../../lib/failure';
import type { Text } from '../../lib/text';
import type { RunContext } from '../../nodes/contract/runner';

/** A context for a kind's own tests: the CPU, no files, nothing to replay; what is logged lands in `logged`. */
export function fakeContext(changes: Partial<RunContext> = {}): RunContext & { readonly logged: Text[] } {
  const logged: Text[] = [];
  const absent = (name: string): Failure =>
    new Failure({ code: 'file-vanished', message: { en: name, ko: name }, hint: { en: name, ko: name } });
  return {
    nodeId: 'node1',
    signal: new AbortController().signal,
    seed: 42,
    backend: 'cpu',
    progress: () => {},
    metric: () => {},
    log: (message) => {
      logged.push(message);
    },
    usesBackend: () => {},
    readFile: (_hash, name) => Promise.reject(absent(name)),
    readTable: (name) => Promise.reject(absent(name)),
    readAsset: (path) => Promise.reject(absent(path)),
    applyRecipe: (recipe, raw) => {
      if (recipe.steps.length > 0) throw new Error('this fake replays no steps');
      return raw;
    },
    stepColumns: () => null,
    yieldIfDue: () => Promise.resolve(),
    ...changes,
    logged,
  };
}
