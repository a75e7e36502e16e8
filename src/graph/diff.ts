import { canonicalJson } from '../lib/json';
import type { PipelineDocument, PipelineEdge, PipelineNode } from './document';
import { wireKey } from './wire';

export type NodeAspect = 'kind' | 'label' | 'params' | 'position' | 'mode';

export interface NodeChange {
  readonly nodeId: string;
  readonly aspects: readonly NodeAspect[];
  /** Names of the params that differ. */
  readonly params: readonly string[];
}

/** What has to be done to one document to get the other. */
export interface DocumentDiff {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly NodeChange[];
  readonly wiresAdded: readonly PipelineEdge[];
  readonly wiresRemoved: readonly PipelineEdge[];
  readonly about: readonly ('name' | 'description' | 'seed')[];
  readonly notesChanged: boolean;
}

export function diffDocuments(before: PipelineDocument, after: PipelineDocument): DocumentDiff {
  const [old, now] = [before, after].map((document) => new Map(document.nodes.map((node) => [node.id, node])));
  const wires = [before, after].map((document) => new Set(document.edges.map(wireKey)));
  return {
    added: after.nodes.filter((node) => old?.has(node.id) !== true).map((node) => node.id),
    removed: before.nodes.filter((node) => now?.has(node.id) !== true).map((node) => node.id),
    changed: after.nodes.flatMap((node) => {
      const was = old?.get(node.id);
      const change = was === undefined ? null : diffNodes(was, node);
      return change === null ? [] : [change];
    }),
    wiresAdded: after.edges.filter((edge) => wires[0]?.has(wireKey(edge)) !== true),
    wiresRemoved: before.edges.filter((edge) => wires[1]?.has(wireKey(edge)) !== true),
    about: (['name', 'description', 'seed'] as const).filter((field) => before[field] !== after[field]),
    notesChanged: JSON.stringify(before.notes) !== JSON.stringify(after.notes),
  };
}

function diffNodes(before: PipelineNode, after: PipelineNode): NodeChange | null {
  if (before === after) return null;
  const names = [...new Set([...Object.keys(before.params), ...Object.keys(after.params)])].sort();
  const params = names.filter((name) => {
    const [a, b] = [before.params, after.params].map((from) => (Object.hasOwn(from, name) ? from[name] : undefined));
    return a === undefined || b === undefined ? a !== b : canonicalJson(a) !== canonicalJson(b);
  });
  const aspects: NodeAspect[] = [];
  if (before.kind !== after.kind) aspects.push('kind');
  if (before.label !== after.label) aspects.push('label');
  if (params.length > 0) aspects.push('params');
  if (before.position.x !== after.position.x || before.position.y !== after.position.y) aspects.push('position');
  if (before.mode !== after.mode) aspects.push('mode');
  return aspects.length === 0 ? null : { nodeId: after.id, aspects, params };
}
