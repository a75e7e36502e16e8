import { sha256Hex } from '../lib/hash';
import type { JsonObject } from '../lib/json';
import { canonicalJson } from '../lib/json';
import type { AnySpec } from '../nodes/contract/kind';
import type { BackendChoice } from '../nodes/contract/runner';

/** Where an output lies in the cache: the key its node completed with, and the port. */
export interface Address {
  readonly key: string;
  readonly port: string;
}

/** Raised when the engine itself changes what a node's outputs look like. */
const KEY_VERSION = 1;

/**
 * Names what a node's outputs follow from: its kind and version, its params with
 * defaults filled in, the seed, the outputs it reads. Its id belongs to it because
 * the node's own seed and the steps it fits carry the id. The backend asked for
 * belongs to kinds that compute with networks, and to no other, so that another
 * backend never ingests or prepares again.
 */
export function nodeKey(of: {
  readonly nodeId: string;
  readonly spec: AnySpec;
  readonly params: JsonObject;
  readonly seed: number;
  readonly backend: BackendChoice;
  /** By input port; of one that takes many wires in their order. */
  readonly inputs: Readonly<Record<string, Address | readonly Address[]>>;
}): string {
  const { spec } = of;
  return sha256Hex(
    canonicalJson({
      keyVersion: KEY_VERSION,
      nodeId: of.nodeId,
      kind: spec.id,
      version: spec.version,
      params: of.params,
      seed: of.seed,
      backend: spec.computesWith === 'network' ? of.backend : null,
      inputs: addressTexts(of.inputs),
    }),
  );
}

/** The key of a bypassed node's own outputs: those of what it lets through. */
export function bypassKey(nodeId: string, routes: Readonly<Record<string, Address>>): string {
  return sha256Hex(canonicalJson({ keyVersion: KEY_VERSION, nodeId, bypassed: addressTexts(routes) }));
}

function addressTexts(addresses: Readonly<Record<string, Address | readonly Address[]>>): JsonObject {
  const text = ({ key, port }: Address): string => `${key}.${port}`;
  return Object.fromEntries(
    Object.entries(addresses).map(([port, from]) => [port, 'key' in from ? text(from) : from.map(text)]),
  );
}
