import type { PipelineDocument, PipelineNode } from '../graph/document';
import type { Host } from './host';
import type { Kinds } from './kinds';

/**
 * The document with each node's params naming what they really read (`Runner.pin`): a node that takes the newest version
 * of a data set names that version. The same document where nothing is to be pinned.
 */
export async function pinDocument(
  document: PipelineDocument,
  kinds: Kinds,
  { lake }: Pick<Host, 'lake'>,
): Promise<PipelineDocument> {
  if (lake === undefined) return document;
  const pinned = new Map<string, PipelineNode>();
  for (const node of document.nodes) {
    const pin = kinds.runners.get(node.kind)?.pin;
    const parsed = pin === undefined ? undefined : kinds.catalog.kind(node.kind)?.parseParams(node.params);
    if (pin === undefined || parsed?.ok !== true) continue;
    // What is wrong (no such set) is said by the node itself when it runs.
    try {
      pinned.set(node.id, { ...node, params: await pin(parsed.params, lake) });
    } catch {}
  }
  if (pinned.size === 0) return document;
  return { ...document, nodes: document.nodes.map((node) => pinned.get(node.id) ?? node) };
}
