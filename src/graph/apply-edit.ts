import { canonicalJson } from '../lib/json';
import { canConnect } from './can-connect';
import type { Catalog } from './catalog';
import {
  MAX_POSITION,
  type PipelineDocument,
  type PipelineEdge,
  type PipelineNode,
  type PipelineNote,
} from './document';
import type { Edit } from './edit';
import { portOf } from './kind-shape';
import { setTargets } from './parameters';
import { removeFrom } from './remove-nodes';
import { replaceKind } from './replace-kind';
import { spliceWires } from './splice';
import { parseEnd, sameWire, sourceOf, wireKey } from './wire';

/**
 * The document after an edit. Total and pure: an edit that names what is not there, or that would
 * break a rule, changes nothing, and where nothing changes the very same object comes back.
 */
export function applyEdit(document: PipelineDocument, edit: Edit, catalog: Catalog): PipelineDocument {
  switch (edit.type) {
    case 'addNodes':
      return addNodes(document, edit.nodes, edit.edges, edit.notes ?? [], catalog);
    case 'remove':
      return removeFrom(document, edit, catalog);
    case 'connect':
      return connect(document, edit, catalog);
    case 'moveWire':
      return moveWire(document, edit.edge, edit.to);
    case 'splice': {
      const wires = spliceWires(document, catalog, edit.nodeId, edit.edge);
      if (wires === null) return document;
      // The wire that goes on keeps the place of the one that was cut among those at its input.
      const edges = document.edges.map((edge) => (sameWire(edge, edit.edge) ? wires.outOf : edge));
      return { ...document, edges: [...edges, wires.into] };
    }
    case 'move':
      return move(document, edit.positions);
    case 'setParams':
      return changeNode(document, edit.nodeId, (node) =>
        canonicalJson(node.params) === canonicalJson(edit.params) ? node : { ...node, params: edit.params },
      );
    case 'setTargets':
      return setTargets(document, edit.targets, edit.value);
    case 'setLabel':
      return changeNode(document, edit.nodeId, (node) => withChange(node, { label: edit.label.slice(0, 200) }));
    case 'setMode':
      return edit.nodeIds.reduce(
        (before, id) => changeNode(before, id, (node) => withChange(node, { mode: edit.mode })),
        document,
      );
    case 'setKind':
      return replaceKind(document, edit.nodeId, edit.kind, edit.params, catalog);
    case 'addNote':
      return hasId(document, edit.note.id)
        ? document
        : { ...document, notes: [...document.notes, tidyNote(edit.note)] };
    case 'changeNote':
      return replaceAt(document, 'notes', edit.noteId, (note) =>
        withChange(note, tidyNote({ ...note, ...edit.change })),
      );
    case 'setAbout':
      return withChange<PipelineDocument>(document, tidyAbout(edit.change));
    case 'replaceAll':
      return edit.document;
  }
}

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
const pixel = (value: number): number =>
  Number.isFinite(value) ? Math.round(clamp(value, -MAX_POSITION, MAX_POSITION)) + 0 : 0;
const atPixel = (at: { readonly x: number; readonly y: number }) => ({ x: pixel(at.x), y: pixel(at.y) });

function tidyNote(note: PipelineNote): PipelineNote {
  const side = (value: number): number => (Number.isFinite(value) ? clamp(Math.round(value), 16, 10_000) : 200);
  return {
    id: note.id,
    text: note.text.slice(0, 10_000),
    position: atPixel(note.position),
    size: { width: side(note.size.width), height: side(note.size.height) },
  };
}

function tidyAbout(
  change: Partial<Pick<PipelineDocument, 'name' | 'description' | 'seed'>>,
): Partial<Pick<PipelineDocument, 'name' | 'description' | 'seed'>> {
  const { name, description, seed } = change;
  return {
    ...(name === undefined ? {} : { name: name.slice(0, 200) }),
    ...(description === undefined ? {} : { description: description.slice(0, 10_000) }),
    ...(seed === undefined || !Number.isFinite(seed) ? {} : { seed: clamp(Math.trunc(seed), 0, 0xffff_ffff) + 0 }),
  };
}

/** `value` with some fields changed; `value` itself where they all say the same already. */
function withChange<T extends object>(value: T, change: Partial<T>): T {
  for (const key in change) {
    if (JSON.stringify(change[key]) !== JSON.stringify(value[key])) return { ...value, ...change };
  }
  return value;
}

function replaceAt<K extends 'nodes' | 'notes'>(
  document: PipelineDocument,
  list: K,
  id: string,
  change: (item: PipelineDocument[K][number]) => PipelineDocument[K][number],
): PipelineDocument {
  const items: readonly PipelineDocument[K][number][] = document[list];
  const at = items.findIndex((item) => item.id === id);
  const before = items[at];
  if (before === undefined) return document;
  const after = change(before);
  return after === before ? document : { ...document, [list]: items.with(at, after) };
}

function changeNode(
  document: PipelineDocument,
  id: string,
  change: (node: PipelineNode) => PipelineNode,
): PipelineDocument {
  return replaceAt(document, 'nodes', id, change);
}

function hasId(document: PipelineDocument, id: string): boolean {
  return document.nodes.some((node) => node.id === id) || document.notes.some((note) => note.id === id);
}

/** Nodes and notes whose id is taken and wires that join nothing, are there or meet at an input that is full stay out. */
function addNodes(
  document: PipelineDocument,
  nodes: readonly PipelineNode[],
  edges: readonly PipelineEdge[],
  notes: readonly PipelineNote[],
  catalog: Catalog,
): PipelineDocument {
  const taken = new Set([...document.nodes, ...document.notes].map((item) => item.id));
  const added: PipelineNode[] = [];
  for (const node of nodes) {
    if (taken.has(node.id)) continue;
    taken.add(node.id);
    added.push({ ...node, position: atPixel(node.position) });
  }
  const addedNotes = notes.filter((note) => !taken.has(note.id) && taken.add(note.id)).map(tidyNote);
  const { node } = catalog.compile({ ...document, nodes: [...document.nodes, ...added] });
  const inputs = new Set(document.edges.map((edge) => edge.to));
  const wired = new Set(document.edges.map(wireKey));
  const wires = edges.filter((edge) => {
    const { nodeId, port } = parseEnd(edge.to);
    if (node(sourceOf(edge)) === undefined || node(nodeId) === undefined || wired.has(wireKey(edge))) return false;
    const input = portOf(node(nodeId), 'inputs', port);
    // An input that is not known, of a placeholder, may take several.
    if (input !== undefined && input.many !== true && inputs.has(edge.to)) return false;
    inputs.add(edge.to);
    wired.add(wireKey(edge));
    return true;
  });
  if (added.length + addedNotes.length + wires.length === 0) return document;
  return {
    ...document,
    nodes: [...document.nodes, ...added],
    edges: [...document.edges, ...wires],
    notes: [...document.notes, ...addedNotes],
  };
}

function connect(
  document: PipelineDocument,
  { edge, replace, instead }: Extract<Edit, { type: 'connect' }>,
  catalog: Catalog,
): PipelineDocument {
  const isInstead = (wire: PipelineEdge): boolean => instead !== undefined && sameWire(wire, instead);
  if (isInstead(edge)) return document;
  const others = document.edges.filter((wire) => !isInstead(wire));
  const connection = canConnect(catalog.compile({ ...document, edges: others }), edge.from, edge.to);
  if (!connection.ok || (connection.replaces !== undefined && !replace)) return document;
  const drawn = { from: edge.from, to: edge.to };
  const isReplaced = (wire: PipelineEdge): boolean => connection.replaces !== undefined && wire.to === edge.to;
  const edges = document.edges.flatMap((wire): PipelineEdge[] => {
    if (isInstead(wire)) return wire.to === edge.to ? [drawn] : [];
    return isReplaced(wire) ? [] : [wire];
  });
  return { ...document, edges: edges.includes(drawn) ? edges : [...edges, drawn] };
}

/** The wires at an input change places among themselves; all others stay where the document lists them. */
function moveWire(document: PipelineDocument, edge: PipelineEdge, to: number): PipelineDocument {
  const among = document.edges.filter((wire) => wire.to === edge.to);
  const from = among.findIndex((wire) => sameWire(wire, edge));
  const [moved] = among.splice(from, from < 0 ? 0 : 1);
  if (moved === undefined || !Number.isInteger(to) || to === from || to < 0 || to > among.length) return document;
  among.splice(to, 0, moved);
  return { ...document, edges: document.edges.map((wire) => (wire.to === edge.to ? (among.shift() ?? wire) : wire)) };
}

function move(
  document: PipelineDocument,
  positions: Readonly<Record<string, { readonly x: number; readonly y: number }>>,
): PipelineDocument {
  let moved = false;
  const place = <T extends PipelineNode | PipelineNote>(item: T): T => {
    const to = Object.hasOwn(positions, item.id) ? positions[item.id] : undefined;
    if (to === undefined) return item;
    const position = atPixel(to);
    if (position.x === item.position.x && position.y === item.position.y) return item;
    moved = true;
    return { ...item, position };
  };
  const nodes = document.nodes.map(place);
  const notes = document.notes.map(place);
  return moved ? { ...document, nodes, notes } : document;
}
