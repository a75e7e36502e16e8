import type { PipelineDocument, PipelineNode } from '../graph/document';
import type { Translator } from '../i18n/use-t';
import { catalog } from '../nodes/catalog';

/** What a node is called: its own label, its kind's title, or the kind's id where the kind is unknown. */
export function nodeName(node: PipelineNode, say: Translator['say']): string {
  if (node.label !== '') return node.label;
  const spec = catalog.kind(node.kind);
  return spec === undefined ? node.kind : say(spec.title);
}

export const findNode = (document: PipelineDocument, id: string): PipelineNode | undefined =>
  catalog.compile(document).node(id)?.node;
