import type { PipelineDocument, PipelineEdge, PipelineNode, PipelineNote } from './document';
import { saveClip } from './save-document';
import { sourceOf, targetOf } from './wire';

/** Nodes, the wires among them, and notes, on their way between canvases. */
export interface Clip {
  readonly nodes: readonly PipelineNode[];
  readonly edges: readonly PipelineEdge[];
  readonly notes: readonly PipelineNote[];
}

/** Some nodes with the wires among them. */
export function clipOf(document: PipelineDocument, nodeIds: readonly string[], noteIds: readonly string[] = []): Clip {
  const chosen = new Set(nodeIds);
  const notes = new Set(noteIds);
  return {
    nodes: document.nodes.filter((node) => chosen.has(node.id)),
    edges: document.edges.filter((edge) => chosen.has(sourceOf(edge)) && chosen.has(targetOf(edge))),
    notes: document.notes.filter((note) => notes.has(note.id)),
  };
}

/** The clipboard's text for a selection, or null where nothing is chosen. */
export function copyText(
  document: PipelineDocument,
  nodeIds: readonly string[],
  noteIds: readonly string[] = [],
): string | null {
  const clip = clipOf(document, nodeIds, noteIds);
  return clip.nodes.length + clip.notes.length === 0 ? null : saveClip(clip);
}
