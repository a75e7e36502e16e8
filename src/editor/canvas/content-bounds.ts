import type { PipelineDocument } from '../../graph/document';
import type { Box } from '../../graph/geometry';
import { nodeBox } from '../../graph/route/port-places';
import { catalog } from '../../nodes/catalog';
import { boundsOf } from './first-view';

/** What a document's nodes and notes cover; null of an empty one. */
export function contentBounds(document: PipelineDocument): Box | null {
  const notes = document.notes.map(({ position, size }) => ({ ...position, ...size }));
  return boundsOf([...catalog.compile(document).nodes.map(nodeBox), ...notes]);
}
