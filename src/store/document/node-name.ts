import type { PipelineDocument, PipelineNode } from '../../graph/document';
import { nodeName as wordsFor } from '../../graph/node-name';
import type { Translator } from '../../i18n/use-t';
import { catalog } from '../../nodes/catalog';

/** What a node is called; nothing where it is not there. */
export function nodeName(node: PipelineNode | undefined, say: Translator['say']): string {
  return node === undefined ? '' : say(wordsFor(node, catalog.kind(node.kind)?.title));
}

/** What tells a node from others of its name: what feeds it, and where that is the same, how it is set. */
export function distinctName(document: PipelineDocument, node: PipelineNode, say: Translator['say']): string {
  const name = nodeName(node, say);
  const twins = document.nodes.filter((other) => other.id !== node.id && nodeName(other, say) === name);
  if (twins.length === 0) return name;
  const pipeline = catalog.compile(document);
  const behind = (each: PipelineNode): string => {
    const [first] = pipeline.node(each.id)?.inputs.flatMap((input) => pipeline.sources(each.id, input.name)) ?? [];
    const before = pipeline.node(first?.nodeId ?? '')?.node;
    return before === undefined ? name : `${name} ← ${nodeName(before, say)}`;
  };
  const own = behind(node);
  if (!twins.some((twin) => behind(twin) === own)) return own;
  const { spec, parsed } = pipeline.node(node.id) ?? {};
  return spec === undefined || parsed?.ok !== true ? own : `${own} · ${say(spec.summary(parsed.params))}`;
}

export const findNode = (document: PipelineDocument, id: string): PipelineNode | undefined =>
  catalog.compile(document).node(id)?.node;
