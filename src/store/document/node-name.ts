import type { PipelineDocument, PipelineNode } from '../../graph/document';
import type { Translator } from '../../i18n/use-t';
import { catalog } from '../../nodes/catalog';

/** What a node is called: its own label, its kind's title, or the kind's id where the kind is unknown; nothing where it is not there. */
export function nodeName(node: PipelineNode | undefined, say: Translator['say']): string {
  if (node === undefined) return '';
  if (node.label !== '') return node.label;
  const title = catalog.kind(node.kind)?.title;
  return title === undefined ? node.kind : say(title);
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
