import { layoutDocument } from '../graph/layout';
import { text } from '../lib/text';
import { catalog } from '../nodes/catalog';
import { useDocument } from '../store/document-store';
import { useEditor } from './editor-store';

/** Lays all nodes out by stage and by wires, as one step, and shows the whole. */
export function tidyUp(): void {
  const { document, apply } = useDocument.getState();
  if (document.nodes.length === 0) return;
  const heights = useEditor.getState().view?.heights() ?? {};
  apply({ type: 'move', positions: layoutDocument(document, catalog, heights).positions }, text('Tidy up', '정렬하기'));
  requestAnimationFrame(() => useEditor.getState().view?.fit());
}
