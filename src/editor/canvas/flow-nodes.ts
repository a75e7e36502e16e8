import type { NodeChange } from '@xyflow/react';
import type { PipelineDocument, PipelineNode } from '../../graph/document';
import type { Point } from '../../graph/geometry';
import { portPlaces } from '../../graph/route/port-places';
import { sameEnd, type WireEnd } from '../../graph/wire';
import type { Language } from '../../lib/text';
import { catalog, type SpecPipeline } from '../../nodes/catalog';
import type { Selection } from '../../store/document/document-state';
import { unusualFacing } from '../node/port-facing';
import { type FlowNode, type KindFlowNode, type NoteFlowNode, noteFlowId } from './flow-types';
import { frameOf } from './frame-of';

/** What the canvas knows of a node that the document does not: its size, and where a drag holds it just now. */
interface Live {
  readonly measured?: { readonly width: number; readonly height: number };
  readonly position?: Point;
  /** Of a note being resized. */
  readonly size?: { readonly width: number; readonly height: number };
}

interface Wires {
  readonly wired: string;
  readonly facing: string;
  readonly feed: WireEnd | null;
  readonly fedBy: string;
  readonly feeds: string;
}
const NO_WIRES: Wires = { wired: '', facing: '', feed: null, fedBy: '', feeds: '' };

function nameOf(node: PipelineNode | undefined, language: Language): string {
  if (node === undefined) return '';
  return node.label || (catalog.kind(node.kind)?.title[language] ?? node.kind);
}

function wiresByNode(pipeline: SpecPipeline, language: Language): ReadonlyMap<string, Wires> {
  const names = (ids: readonly string[]): string =>
    ids.map((id) => nameOf(pipeline.node(id)?.node, language)).join(', ');
  const places = portPlaces(pipeline);
  return new Map(
    pipeline.nodes.map((node) => {
      const { id, inputs } = node;
      const [into, outOf] = [pipeline.into(id), pipeline.outOf(id)];
      const wired = new Set([...outOf.map(({ from }) => `o.${from.port}`), ...into.map(({ to }) => `i.${to.port}`)]);
      const first = inputs.find((port) => port.type === 'table');
      const wires: Wires = {
        wired: [...wired].join(' '),
        facing: unusualFacing(node, places),
        feed: first === undefined || first.many === true ? null : (pipeline.into(id, first.name)[0]?.from ?? null),
        fedBy: names(into.map(({ from }) => from.nodeId)),
        feeds: names(outOf.map(({ to }) => to.nodeId)),
      };
      return [id, wires] as const;
    }),
  );
}

export interface FlowNodes {
  /**
   * The document's nodes and notes as React Flow wants them; what has not changed stays the same object. The one that is
   * held, and those that Tab leads on to from it, are drawn wherever they are.
   */
  build(
    document: PipelineDocument,
    selection: Selection,
    words: { language: Language; node: string; note: string },
    held?: string | null,
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
  return {
    build: (document, selection, words, held = null) => {
      if (
        wiresOf?.document.edges !== document.edges ||
        wiresOf.document.nodes !== document.nodes ||
        wiresOf.language !== words.language
      ) {
        wiresOf = { document, language: words.language, wires: wiresByNode(catalog.compile(document), words.language) };
      }
      const { wires } = wiresOf;
      const { sequence } = catalog.compile(document);
      const kept = aroundHeld(
        [...document.notes.map(({ id }) => noteFlowId(id)), ...sequence.map(({ id }) => id)],
        held,
      );
      const chosen = new Set([...selection.nodes, ...selection.notes.map(noteFlowId)]);
      const next = new Map<string, FlowNode>();
      for (const note of document.notes) {
        const id = noteFlowId(note.id);
        const { measured, position, size = note.size } = live.get(id) ?? {};
        const made: NoteFlowNode = {
          id,
          type: 'note',
          position: position ?? note.position,
          data: { note },
          selected: chosen.has(id),
          // Below wires and nodes, even when React Flow lifts it by 1,000 for being selected.
          zIndex: -1_001,
          width: size.width,
          height: size.height,
          dragging: kept.has(id),
          domAttributes: { 'aria-roledescription': words.note },
          ...(measured === undefined ? {} : { measured }),
        };
        const known = cache.get(id);
        next.set(id, known !== undefined && sameNote(known, made) ? known : made);
      }
      for (const compiled of sequence) {
        const { node } = compiled;
        const { measured, position = node.position } = live.get(node.id) ?? {};
        const own = wires.get(node.id) ?? NO_WIRES;
        const selected = chosen.has(node.id);
        const known = cache.get(node.id);
        if (
          known?.type === 'kind' &&
          known.dragging === kept.has(node.id) &&
          saysSame(known, { node, ...own }, position, selected, measured, words.node)
        ) {
          next.set(node.id, known);
          continue;
        }
        const frame = frameOf(compiled, own.wired, own.facing);
        const made: KindFlowNode = {
          id: node.id,
          type: 'kind',
          position,
          data: { node, ...own },
          selected,
          // React Flow draws what is dragged though it be out of sight; here it is what must not go from under the keyboard.
          dragging: kept.has(node.id),
          domAttributes: { 'aria-labelledby': `node-name-${node.id}`, 'aria-roledescription': words.node },
          measured: measured ?? frame.size,
          // With its ports given, a node that is out of sight need not be drawn to be measured.
          handles: frame.handles,
        };
        next.set(node.id, made);
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

/** The held one with those before and behind it, which Tab leads on to. */
function aroundHeld(order: readonly string[], held: string | null): ReadonlySet<string> {
  const at = held === null ? -1 : order.indexOf(held);
  return new Set(at < 0 ? [] : order.slice(Math.max(0, at - 1), at + 2));
}

function sameNote(a: FlowNode | undefined, b: NoteFlowNode): boolean {
  return (
    a?.type === 'note' &&
    a.data.note === b.data.note &&
    a.position.x === b.position.x &&
    a.position.y === b.position.y &&
    a.selected === b.selected &&
    a.dragging === b.dragging &&
    a.width === b.width &&
    a.height === b.height &&
    a.measured?.width === b.measured?.width &&
    a.measured?.height === b.measured?.height &&
    a.domAttributes?.['aria-roledescription'] === b.domAttributes?.['aria-roledescription']
  );
}

function saysSame(
  known: KindFlowNode,
  is: KindFlowNode['data'],
  position: Point,
  selected: boolean,
  measured: Live['measured'],
  word: string,
): boolean {
  const was = known.data;
  return (
    known.position.x === position.x &&
    known.position.y === position.y &&
    known.selected === selected &&
    (measured === undefined ||
      (known.measured?.width === measured.width && known.measured?.height === measured.height)) &&
    known.domAttributes?.['aria-roledescription'] === word &&
    sameButPosition(was.node, is.node) &&
    was.wired === is.wired &&
    was.facing === is.facing &&
    sameEnd(was.feed, is.feed) &&
    was.fedBy === is.fedBy &&
    was.feeds === is.feeds
  );
}

const sameButPosition = (a: PipelineNode, b: PipelineNode): boolean =>
  a === b || (a.kind === b.kind && a.label === b.label && a.mode === b.mode && a.params === b.params);
