import type { PipelineEdge } from '../../graph/document';
import { useDocument } from '../../store/document/document-store';
import { focusNode } from './focus-node';

/*
 * Among many nodes what is out of sight is not drawn, a wire that has the keyboard neither: the canvas has it then, and
 * goes on with what is chosen.
 */

/** The wire that is chosen alone. */
export function loneWire(): PipelineEdge | null {
  const { nodes, edges, notes } = useDocument.getState().selection;
  return nodes.length + notes.length === 0 && edges.length === 1 ? (edges[0] ?? null) : null;
}

/** An arrow key on the canvas itself leads back to the node that is chosen alone, which comes into sight. */
export function backToNode(key: string): (() => void) | undefined {
  const { nodes, edges, notes } = useDocument.getState().selection;
  const [lone] = nodes;
  if (!key.startsWith('Arrow') || lone === undefined || nodes.length + edges.length + notes.length > 1)
    return undefined;
  return () => focusNode(lone);
}
