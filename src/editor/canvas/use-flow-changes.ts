import type { EdgeChange, NodeChange } from '@xyflow/react';
import { useCallback, useMemo, useReducer, useRef, useState } from 'react';
import type { Point } from '../../graph/geometry';
import { spliceTarget } from '../../graph/splice-target';
import { wireKey } from '../../graph/wire';
import { useT } from '../../i18n/use-t';
import { catalog } from '../../nodes/catalog';
import { useDocument } from '../../store/document/document-store';
import { nodeName } from '../../store/document/node-name';
import { movePositions, spliceNode } from '../edit-actions';
import { useEditor } from '../editor-store';
import { createFlowEdges, withTabStop } from './flow-edges';
import { createFlowNodes } from './flow-nodes';
import { type FlowEdge, type FlowNode, noteIdOf } from './flow-types';

/**
 * The document as React Flow's nodes and edges, and React Flow's changes as
 * edits. A drag is held here while it lasts and becomes one `move`; arrow keys,
 * which React Flow reports without a drag, become `move`s of one gesture.
 */
export function useFlowChanges() {
  const words = useT();
  const { language, t } = words;
  const document = useDocument((state) => state.document);
  const selection = useDocument((state) => state.selection);
  const [flowNodes] = useState(createFlowNodes);
  const [flowEdges] = useState(createFlowEdges);
  const [version, redraw] = useReducer((count: number) => count + 1, 0);
  const held = useRef<string | null>(null);
  const drag = useRef<{ gesture: string | null; count: number }>({ gesture: null, count: 0 });

  const nodeWord = t('editor.node');
  const noteWord = t('editor.note');
  // biome-ignore lint/correctness/useExhaustiveDependencies: `version` says that sizes, dragged positions or the held one changed
  const nodes = useMemo(
    () => flowNodes.build(document, selection, { language, node: nodeWord, note: noteWord }, held.current),
    [flowNodes, document, selection, language, nodeWord, noteWord, version],
  );
  const wires = useMemo(
    () =>
      flowEdges(document, selection.edges, (from, to, place) => {
        const names = { from: nodeName(from, words.say), to: nodeName(to, words.say) };
        if (place === null) return words.t('editor.wireBetween', names);
        return words.t('editor.wireAmong', { ...names, at: place.at + 1, of: place.of });
      }),
    [flowEdges, document, selection.edges, words],
  );
  const edges = useMemo(() => withTabStop(wires, selection.nodes), [wires, selection.nodes]);

  const onNodesChange = useCallback(
    (changes: NodeChange<FlowNode>[]): void => {
      const moved: Record<string, Point> = {};
      const chosen = new Map<string, boolean>();
      for (const change of changes) {
        if (change.type === 'select') chosen.set(change.id, change.selected);
        if (change.type === 'position' && change.dragging !== true && change.position !== undefined) {
          moved[noteIdOf(change.id) ?? change.id] = change.position;
        }
      }
      const redrawn = flowNodes.take(changes);
      if (chosen.size > 0) chooseNodes(chosen);
      if (Object.keys(moved).length > 0) {
        flowNodes.settle();
        movePositions(moved, drag.current.gesture ?? 'nudge');
        redraw();
      } else if (redrawn) redraw();
    },
    [flowNodes],
  );
  const onEdgesChange = useCallback((changes: EdgeChange<FlowEdge>[]): void => {
    const { selection: now, document: doc, select } = useDocument.getState();
    let chosen = now.edges;
    for (const change of changes) {
      if (change.type !== 'select') continue;
      const edge = doc.edges.find((candidate) => wireKey(candidate) === change.id);
      if (edge === undefined) continue;
      chosen = chosen.filter((other) => other.from !== edge.from || other.to !== edge.to);
      if (change.selected) chosen = [...chosen, edge];
    }
    select({ edges: chosen });
  }, []);

  /** Keeps one drawn, wherever it is: where not everything is, what has the keyboard must not go from under it. */
  const hold = useCallback((id: string | null): void => {
    if (held.current === id) return;
    held.current = id;
    redraw();
  }, []);
  const onDragStart = useCallback((): void => {
    drag.current = { gesture: `drag-${drag.current.count + 1}`, count: drag.current.count + 1 };
  }, []);
  const onNodeDrag = useCallback((_: unknown, node: FlowNode, all: FlowNode[]): void => {
    const lone = all.length === 1 && node.type === 'kind' && node.data.wired === '';
    const over = lone ? spliceTarget(useDocument.getState().document, catalog, node.id, node.position) : null;
    if (useEditor.getState().spliceOver !== over) useEditor.setState({ spliceOver: over });
  }, []);
  const onDragStop = useCallback(
    (_: unknown, node?: FlowNode): void => {
      const { spliceOver } = useEditor.getState();
      const { gesture } = drag.current;
      if (spliceOver !== null && node !== undefined && gesture !== null) spliceNode(node.id, spliceOver, gesture);
      useEditor.setState({ spliceOver: null });
      drag.current = { ...drag.current, gesture: null };
      flowNodes.settle();
      redraw();
    },
    [flowNodes],
  );
  return { nodes, edges, onNodesChange, onEdgesChange, onDragStart, onNodeDrag, onDragStop, hold };
}

function chooseNodes(changes: ReadonlyMap<string, boolean>): void {
  const { selection, select } = useDocument.getState();
  const nodes = new Set(selection.nodes);
  const notes = new Set(selection.notes);
  for (const [id, chosen] of changes) {
    const noteId = noteIdOf(id);
    const set = noteId === null ? nodes : notes;
    if (chosen) set.add(noteId ?? id);
    else set.delete(noteId ?? id);
  }
  select({ nodes: [...nodes], notes: [...notes] });
}
