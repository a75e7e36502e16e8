import { compareByCodePoint } from '../lib/code-points';
import { sha256Hex } from '../lib/hash';
import { canonicalJson } from '../lib/json';
import type { PipelineDocument } from './document';

/**
 * SHA-256 of what a pipeline does, whatever it is called, wherever its nodes stand and in whatever order they are
 * listed. The seed is no part of it: the same pipeline may run with many.
 */
export function pipelineHash({ nodes, edges }: PipelineDocument): string {
  return sha256Hex(
    canonicalJson({
      nodes: nodes
        .map(({ id, kind, params, mode }) => ({ id, kind, params, mode }))
        .sort((a, b) => compareByCodePoint(a.id, b.id)),
      edges: edges.map(({ from, to }) => `${from} ${to}`).sort(),
    }),
  );
}
