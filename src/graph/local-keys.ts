import { compareByCodePoint } from '../lib/code-points';
import type { Pipeline } from './pipeline';
import { sameMeaning } from './same-meaning';

/** A number for each node that stays the same exactly while nothing that its outputs follow from was edited. */
export type LocalKeys = (pipeline: Pipeline) => ReadonlyMap<string, number>;

/**
 * Keys for use within one session, at once and without hashing: params are told apart by identity,
 * which undo restores. The engine's own keys are content hashes and outlive the session.
 */
export function createLocalKeys(): LocalKeys {
  const numbers = new Map<string, number>();
  const paramNumbers = new WeakMap<object, number>();
  let params = 0;
  let last: { readonly document: Pipeline['document']; readonly keys: ReadonlyMap<string, number> } | undefined;
  return (pipeline) => {
    const { document } = pipeline;
    if (last !== undefined && sameMeaning(last.document, document)) return last.keys;
    const keys = new Map<string, number>();
    for (const id of pipeline.order) {
      const node = pipeline.node(id)?.node;
      if (node === undefined) continue;
      const paramNumber = paramNumbers.get(node.params) ?? ++params;
      paramNumbers.set(node.params, paramNumber);
      // Of one port in the order of its wires, which the document gives.
      const inputs = pipeline
        .into(id)
        .toSorted((a, b) => compareByCodePoint(a.to.port, b.to.port))
        .map(({ edge, from, to }) => `${to.port}=${edge.from}#${keys.get(from.nodeId) ?? '?'}`);
      const name = [id, node.kind, node.mode, document.seed, paramNumber, ...inputs].join('|');
      const key = numbers.get(name) ?? numbers.size;
      numbers.set(name, key);
      keys.set(id, key);
    }
    last = { document, keys };
    return keys;
  };
}
