import type { NodeChange } from '@xyflow/react';
import type { PipelineDocument, PipelineNode } from '../graph/document';
import { orderNodes } from '../graph/order-nodes';
import { parseEnd } from '../graph/wire';
import type { Language } from '../lib/text';
import { catalog } from '../nodes/catalog';
import type { Selection } from '../store/types';
import { type FlowNode, type KindFlowNode, noteFlowId } from './flow-types';
import type { Point } from './geometry';

/** What the canvas knows of a node that the document does not: its size, and where a drag holds it just now. */
interface Live {
  readonly measured?: { readonly width: number; readonly height: number };
  readonly position?: Point;
  /** Of a note being resized. */
  readonly size?: { readonly width: number; readonly height: number };
}

interface Wires {
  readonly wired: string;
  readonly feed: string | null;
  readonly fedBy: string;
  readonly feeds: string;
}
const NO_WIRES: Wires = { wired: '', feed: null, fedBy: '', feeds: '' };

function nameOf(node: PipelineNode | undefined, language: Language): string {
  if (node === undefined) return '';
  return node.label || (catalog.kind(node.kind)?.title[language] ?? node.kind);
}

function wiresByNode(document: PipelineDocument, language: Language): ReadonlyMap<string, Wires> {
  const nodes = new Map(document.nodes.map((node) => [node.id, node]));
  const lists = new Map<string, { wired: Set<string>; feeds: Map<string, string>; fedBy: string[]; to: string[] }>();
  const listOf = (id: string) => {
    const known = lists.get(id);
    if (known !== undefined) return known;
    const made = { wired: new Set<string>(), feeds: new Map<string, string>(), fedBy: [], to: [] };
    lists.set(id, made);
    return made;
  };
  for (const edge of document.edges) {
    const from = parseEnd(edge.from);
    const to = parseEnd(edge.to);
    const source = listOf(from.nodeId);
    const target = listOf(to.nodeId);
    source.wired.add(`o.${from.port}`);
    source.to.push(nameOf(nodes.get(to.nodeId), language));
    target.wired.add(`i.${to.port}`);
    target.feeds.set(to.port, edge.from);
    target.fedBy.push(nameOf(nodes.get(from.nodeId), language));
  }
  const result = new Map<string, Wires>();
  for (const [id, list] of lists) {
    const first = catalog.kind(nodes.get(id)?.kind ?? '')?.inputs.find((port) => port.type === 'table');
    result.set(id, {
      wired: [...list.wired].join(' '),
      feed: first === undefined ? null : (list.feeds.get(first.name) ?? null),
      fedBy: list.fedBy.join(', '),
      feeds: list.to.join(', '),
    });
  }
  return result;
}

export interface FlowNodes {
  /** The document's nodes and notes as React Flow wants them; what has not changed stays the same object. */
  build(
    document: PipelineDocument,
    selection: Selection,
    words: { language: Language; node: string; note: string },
  ): FlowNode[];
  /** Takes sizes and positions of a drag under way. Returns whether anything is to be drawn again. */
  take(changes: readonly NodeChange<FlowNode>[]): boolean;
  /** Lets go of the positions of a drag: the document has them now. */
  settle(): void;
}

/**
 * Keeps React Flow's nodes in step with the document. Nodes come in the order in
 * which they run, because that is the order in which Tab visits them.
 */
export function createFlowNodes(): FlowNodes {
  const live = new Map<string, Live>();
  let cache = new Map<string, FlowNode>();
  let wiresOf: { document: PipelineDocument; language: Language; wires: ReadonlyMap<string, Wires> } | null = null;
  let ordered: { document: PipelineDocument; nodes: readonly PipelineNode[] } | null = null;

  const inOrder = (document: PipelineDocument): readonly PipelineNode[] => {
    if (ordered?.document.nodes === document.nodes && ordered.document.edges === document.edges) return ordered.nodes;
    const { order } = orderNodes(document, catalog);
    const rank = new Map(order.map((id, index) => [id, index]));
    const nodes = [...document.nodes].sort(
      (a, b) => (rank.get(a.id) ?? order.length) - (rank.get(b.id) ?? order.length),
    );
    ordered = { document, nodes };
    return nodes;
  };

  return {
    build: (document, selection, words) => {
      if (
        wiresOf?.document.edges !== document.edges ||
        wiresOf.document.nodes !== document.nodes ||
        wiresOf.language !== words.language
      ) {
        wiresOf = { document, language: words.language, wires: wiresByNode(document, words.language) };
      }
      const { wires } = wiresOf;
      const chosen = new Set([...selection.nodes, ...selection.notes.map(noteFlowId)]);
      const next = new Map<string, FlowNode>();
      const keep = (made: FlowNode): void => {
        const known = cache.get(made.id);
        next.set(made.id, known !== undefined && sameFlowNode(known, made) ? known : made);
      };
      for (const note of document.notes) {
        const id = noteFlowId(note.id);
        const { measured, position, size = note.size } = live.get(id) ?? {};
        keep({
          id,
          type: 'note',
          position: position ?? note.position,
          data: { note },
          selected: chosen.has(id),
          // Below wires and nodes, even when React Flow lifts it by 1,000 for being selected.
          zIndex: -1_001,
          width: size.width,
          height: size.height,
          domAttributes: { 'aria-roledescription': words.note },
          ...(measured === undefined ? {} : { measured }),
        });
      }
      for (const node of inOrder(document)) {
        const { measured, position } = live.get(node.id) ?? {};
        const own = wires.get(node.id) ?? NO_WIRES;
        const made: KindFlowNode = {
          id: node.id,
          type: 'kind',
          position: position ?? node.position,
          data: { node, ...own },
          selected: chosen.has(node.id),
          domAttributes: { 'aria-labelledby': `node-name-${node.id}`, 'aria-roledescription': words.node },
          ...(measured === undefined ? {} : { measured }),
        };
        keep(made);
      }
      cache = next;
      return [...next.values()];
    },
    take: (changes) => {
      let changed = false;
      for (const change of changes) {
        if (change.type === 'dimensions' && change.dimensions !== undefined) {
          const { size, ...rest } = live.get(change.id) ?? {};
          const sizing = change.resizing === true ? { size: change.dimensions } : {};
          live.set(change.id, { ...rest, measured: change.dimensions, ...sizing });
          changed = true;
        } else if (change.type === 'position' && change.position !== undefined && change.dragging === true) {
          live.set(change.id, { ...live.get(change.id), position: change.position });
          changed = true;
        }
      }
      return changed;
    },
    settle: () => {
      for (const [id, { measured }] of live) live.set(id, measured === undefined ? {} : { measured });
    },
  };
}

function sameFlowNode(a: FlowNode, b: FlowNode): boolean {
  if (
    a.position.x !== b.position.x ||
    a.position.y !== b.position.y ||
    a.selected !== b.selected ||
    a.measured?.width !== b.measured?.width ||
    a.measured?.height !== b.measured?.height ||
    a.domAttributes?.['aria-roledescription'] !== b.domAttributes?.['aria-roledescription']
  ) {
    return false;
  }
  if (a.type === 'note' && b.type === 'note') {
    return a.data.note === b.data.note && a.width === b.width && a.height === b.height;
  }
  if (a.type !== 'kind' || b.type !== 'kind') return false;
  return (
    sameButPosition(a.data.node, b.data.node) &&
    a.data.wired === b.data.wired &&
    a.data.feed === b.data.feed &&
    a.data.fedBy === b.data.fedBy &&
    a.data.feeds === b.data.feeds
  );
}

const sameButPosition = (a: PipelineNode, b: PipelineNode): boolean =>
  a === b || (a.kind === b.kind && a.label === b.label && a.mode === b.mode && a.params === b.params);
