import type { PipelineDocument } from '../../graph/document';
import { freshId } from '../../graph/fresh-id';
import type { Text } from '../../lib/text';
import { catalog } from '../../nodes/catalog';
import type { FileRef } from '../../nodes/kind';
import { useDocument } from '../../store/document-store';

const KIND = 'train.saved';
/** Below the lowest node, so that nothing is covered. */
const ROW = 168;

/** Puts a kept model on the canvas as a node that loads its file. Returns the node's id. */
export function restoreModel({ name, hash, bytes }: FileRef, label: string, step: Text): string {
  const { document, apply, select } = useDocument.getState();
  const id = freshId(document, KIND);
  const params = { ...catalog.kind(KIND)?.defaults, file: { name, hash, bytes } };
  const node = { id, kind: KIND, label, params, position: below(document), mode: 'on' } as const;
  apply({ type: 'addNodes', nodes: [node], edges: [] }, step);
  select({ nodes: [id], edges: [], notes: [] });
  return id;
}

function below({ nodes }: PipelineDocument): { readonly x: number; readonly y: number } {
  if (nodes.length === 0) return { x: 0, y: 0 };
  return {
    x: Math.min(...nodes.map(({ position }) => position.x)),
    y: Math.max(...nodes.map(({ position }) => position.y)) + ROW,
  };
}
