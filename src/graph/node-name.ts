import { type Text, text } from '../lib/text';
import type { PipelineNode } from './document';
import type { CompiledNode, Pipeline } from './pipeline';

/** What people call a node: by the label they gave it, else by its kind's title; an unknown kind has its id alone. */
export function nodeName({ label, kind }: Pick<PipelineNode, 'label' | 'kind'>, title: Text | undefined): Text {
  return label === '' ? (title ?? text(kind, kind)) : text(label, label);
}

/** {@link nodeName} of a node whose kind has been looked up. */
export const nameOf = ({ node, spec }: CompiledNode): Text => nodeName(node, spec?.title);

/** {@link nameOf} the node with this id; the id itself where there is none. */
export function nameAt(pipeline: Pick<Pipeline, 'node'>, id: string): Text {
  const found = pipeline.node(id);
  return found === undefined ? text(id, id) : nameOf(found);
}
