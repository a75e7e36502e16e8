import type { Endpoint } from 'comlink';

/** Where nobody answers: what comlink wraps of it has the shape of an api, for {@link standIn}. */
export const nowhere: Endpoint = {
  postMessage: () => undefined,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
};

/** Takes a question by its path in the api (`['models', 'list']`) and what it was asked with. */
type Take = (path: readonly string[], given: readonly unknown[]) => Promise<unknown>;

/**
 * Stands in for an api that another thread answers, whichever thread that is at the moment: each question, in areas
 * too, goes through `take`. `shape` is a comlink remote of that api; nothing is asked of it.
 */
export function standIn<Remote extends object>(shape: Remote, take: Take, path: readonly string[] = []): Remote {
  return new Proxy(shape, {
    get(target, name) {
      // An area is no promise, although comlink would have it so.
      if (typeof name === 'symbol' || name === 'then') return undefined;
      const part: unknown = Reflect.get(target, name);
      return typeof part === 'function' ? standIn(part, take, [...path, name]) : undefined;
    },
    apply: (_target, _self, given) => take(path, given),
  });
}

/** Asks an api for what stands at a path. */
export async function askAt(api: object, path: readonly string[], given: readonly unknown[]): Promise<unknown> {
  let part: unknown = api;
  for (const name of path) part = isAsked(part) ? Reflect.get(part, name) : undefined;
  if (typeof part !== 'function') throw new Error(`nobody answers ${path.join('.')}`);
  return Reflect.apply(part, undefined, given);
}

const isAsked = (part: unknown): part is object =>
  typeof part === 'function' || (typeof part === 'object' && part !== null);
