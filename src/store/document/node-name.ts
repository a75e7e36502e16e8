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

export const findNode = (document: PipelineDocument, id: string): PipelineNode | undefined =>
  catalog.compile(document).node(id)?.node;
