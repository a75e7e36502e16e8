import type { Catalog } from './catalog';
import type { PipelineDocument } from './document';
import { orderNodes } from './order-nodes';
import { sameMeaning } from './same-meaning';
import { parseEnd } from './wire';

/** A number for each node that stays the same exactly while nothing that its outputs follow from was edited. */
export type LocalKeys = (document: PipelineDocument) => ReadonlyMap<string, number>;

/**
 * Keys for use within one session, at once and without hashing: params are told apart by identity,
 * which undo restores. The engine's own keys are content hashes and outlive the session.
 */
export function createLocalKeys(catalog: Catalog): LocalKeys {
  const numbers = new Map<string, number>();
  const paramNumbers = new WeakMap<object, number>();
  let params = 0;
  let last: { readonly document: PipelineDocument; readonly keys: ReadonlyMap<string, number> } | undefined;
  return (document) => {
    if (last !== undefined && sameMeaning(last.document, document)) return last.keys;
    const nodes = new Map(document.nodes.map((node) => [node.id, node]));
    const feeding = new Map<string, string[]>();
    for (const edge of document.edges) {
      const to = parseEnd(edge.to);
      feeding.set(to.nodeId, [...(feeding.get(to.nodeId) ?? []), `${to.port}=${edge.from}`]);
    }
    const keys = new Map<string, number>();
    for (const id of orderNodes(document, catalog).order) {
      const node = nodes.get(id);
      if (node === undefined) continue;
      const paramNumber = paramNumbers.get(node.params) ?? ++params;
      paramNumbers.set(node.params, paramNumber);
      const inputs = (feeding.get(id) ?? []).sort().map((wire) => {
        const source = parseEnd(wire.slice(wire.indexOf('=') + 1)).nodeId;
        return `${wire}#${keys.get(source) ?? '?'}`;
      });
      const name = [id, node.kind, node.mode, document.seed, paramNumber, ...inputs].join('|');
      const key = numbers.get(name) ?? numbers.size;
      numbers.set(name, key);
      keys.set(id, key);
    }
    last = { document, keys };
    return keys;
  };
}
