import { compareByCodePoint } from '../lib/code-points';
import { sha256Hex } from '../lib/hash';
import { canonicalJson, type JsonObject } from '../lib/json';
import type { PipelineDocument } from './document';

/**
 * SHA-256 of what a pipeline does, whatever it is called, wherever its nodes stand and in whatever order they and their
 * wires are listed, but for several wires at one input. The seed is no part of it: the same pipeline may run with many.
 */
export function pipelineHash({ nodes, edges }: PipelineDocument): string {
  return sha256Hex(
    canonicalJson({
      nodes: nodes
        .map(({ id, kind, params, mode }) => ({ id, kind, params, mode }))
        .sort((a, b) => compareByCodePoint(a.id, b.id)),
      edges: edges.map(({ from, to }) => `${from} ${to}`).sort(),
      ...ordered(edges),
    }),
  );
}

/** What feeds each input that has several wires, in their order; nothing where none has, as it always was. */
function ordered(edges: PipelineDocument['edges']): JsonObject {
  const byInput = new Map<string, string[]>();
  for (const { from, to } of edges) byInput.set(to, [...(byInput.get(to) ?? []), from]);
  const several = [...byInput].filter(([, sources]) => sources.length > 1);
  return several.length === 0 ? {} : { order: Object.fromEntries(several) };
}
