import type { PipelineDocument, PipelineNode } from '../../graph/document';
import { nodeName as wordsFor } from '../../graph/node-name';
import type { Translator } from '../../i18n/use-t';
import { catalog } from '../../nodes/catalog';

/** What a node is called; nothing where it is not there. */
export function nodeName(node: PipelineNode | undefined, say: Translator['say']): string {
  return node === undefined ? '' : say(wordsFor(node, catalog.kind(node.kind)?.title));
}

/** What tells a node from others of its name: what feeds it. */
export function distinctName(document: PipelineDocument, node: PipelineNode, say: Translator['say']): string {
  const name = nodeName(node, say);
  if (!document.nodes.some((other) => other.id !== node.id && nodeName(other, say) === name)) return name;
  const pipeline = catalog.compile(document);
  const [first] = pipeline.node(node.id)?.inputs.flatMap((input) => pipeline.sources(node.id, input.name)) ?? [];
  const before = pipeline.node(first?.nodeId ?? '')?.node;
  return before === undefined ? name : `${name} ← ${nodeName(before, say)}`;
}

export const findNode = (document: PipelineDocument, id: string): PipelineNode | undefined =>
  catalog.compile(document).node(id)?.node;
