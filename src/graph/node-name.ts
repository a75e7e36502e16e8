import { type Text, text } from '../lib/text';
import type { PipelineNode } from './document';
import type { CompiledNode } from './pipeline';

/** What people call a node: by the label they gave it, else by its kind's title; an unknown kind has its id alone. */
export function nodeName({ label, kind }: Pick<PipelineNode, 'label' | 'kind'>, title: Text | undefined): Text {
  return label === '' ? (title ?? text(kind, kind)) : text(label, label);
}

/** {@link nodeName} of a node whose kind has been looked up. */
export const nameOf = ({ node, spec }: CompiledNode): Text => nodeName(node, spec?.title);
