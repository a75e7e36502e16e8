import { canConnect } from '../graph/can-connect';
import type { PipelineDocument, PipelineEdge, PipelineNode } from '../graph/document';
import { freshId } from '../graph/fresh-id';
import { boxOf, freeSpot, GAP, NODE_WIDTH, type Point } from '../graph/geometry';
import { makeRoom } from '../graph/make-room';
import { placeBeside } from '../graph/place-beside';
import { wiresAfter, wireToEnd } from '../graph/plan-wires';
import { spliceWires } from '../graph/splice';
import { sameWire } from '../graph/wire';
import type { JsonObject } from '../lib/json';
import { korean } from '../lib/korean';
import { type Text, text } from '../lib/text';
import { catalog } from '../nodes/catalog';
import type { AnySpec } from '../nodes/contract/kind';
import { useDocument } from '../store/document/document-store';
import { pipelineNow } from '../store/document/pipeline';
import { type AddRequest, useEditor } from './editor-store';

const docNow = (): PipelineDocument => useDocument.getState().document;
const { apply, select } = useDocument.getState();

const titleOf = (node: Pick<PipelineNode, 'kind' | 'label'>): Text => {
  const title = catalog.kind(node.kind)?.title ?? text(node.kind, node.kind);
  return node.label === '' ? title : text(node.label, node.label);
};
function placeOnCanvas(document: PipelineDocument): Point {
  const taken = document.nodes.map((node) => boxOf(node.position));
  const centre = useEditor.getState().view?.centre();
  if (centre !== undefined) return freeSpot({ x: centre.x - NODE_WIDTH / 2, y: centre.y - 48 }, taken);
  const right = Math.max(0, ...document.nodes.map((node) => node.position.x + NODE_WIDTH + GAP.x));
  return freeSpot({ x: right, y: document.nodes.at(-1)?.position.y ?? 0 }, taken);
}

/** Adds a node of a kind, places it and wires it as the request asks, as one step. Returns its id. */
export function addKind(spec: AnySpec, request?: AddRequest, params: JsonObject = spec.defaults): string {
  const document = docNow();
  const purpose = request?.purpose ?? { type: 'free' };
  if (purpose.type === 'replace') return replaceKind(purpose.nodeId, spec);
  const { selection } = useDocument.getState();
  const followed = selection.nodes.length === 1 ? pipelineNow().node(selection.nodes[0] ?? '')?.node : undefined;
  const id = freshId(document, spec.id);
  const draft = { id, kind: spec.id, label: '', params, mode: 'on' } as const;
  const probe = { ...document, nodes: [...document.nodes, { ...draft, position: { x: 0, y: 0 } }] };

  let edges: readonly PipelineEdge[] = [];
  let anchor: PipelineNode | undefined;
  if (purpose.type === 'wire') {
    const first = wireToEnd(catalog.compile(probe), id, purpose.end, purpose.side);
    const { nodeId } = purpose.end;
    anchor = pipelineNow().node(nodeId)?.node;
    if (first !== null) {
      edges = purpose.side === 'outputs' ? wiresAfter(probe, catalog, id, nodeId, first) : [first];
    }
  } else if (purpose.type === 'free' && request?.place == null && followed !== undefined) {
    anchor = followed;
    edges = wiresAfter(probe, catalog, id, followed.id);
  } else if (purpose.type === 'splice') {
    anchor = pipelineNow().node(pipelineNow().wire(purpose.edge)?.from.nodeId ?? '')?.node;
  }
  const beside = { x: (anchor?.position.x ?? 0) + NODE_WIDTH + GAP.x, y: anchor?.position.y ?? 0 };
  const position =
    request?.place ??
    (anchor === undefined
      ? placeOnCanvas(document)
      : purpose.type === 'splice'
        ? beside
        : placeBeside(document, catalog, draft, anchor, edges));
  const label = text(`Add ${spec.title.en}`, `${spec.title.ko} 추가`);
  // A gesture of its own: the node and the wire it goes into are taken back together.
  const gesture = `drag-add-${id}`;
  apply({ type: 'addNodes', nodes: [{ ...draft, position }], edges }, label, gesture);
  const edge = purpose.type === 'splice' ? purpose.edge : null;
  if (edge !== null && spliceWires(docNow(), catalog, id, edge) !== null) {
    apply({ type: 'splice', nodeId: id, edge }, label, gesture);
    apply({ type: 'move', positions: makeRoom(pipelineNow(), id, edge) }, label, gesture);
  }
  select({ nodes: [id], edges: [], notes: [] });
  return id;
}

function replaceKind(nodeId: string, spec: AnySpec): string {
  apply(
    { type: 'setKind', nodeId, kind: spec.id, params: spec.defaults },
    text(`Replace by ${spec.title.en}`, korean`${spec.title.ko}(으)로 바꾸기`),
  );
  return nodeId;
}

/** Draws a wire; the wire that held the input gives way. Returns why not, or null where it was drawn. */
export function connectEnds(from: string, to: string): Text | null {
  const answer = canConnect(pipelineNow(), from, to);
  if (!answer.ok) return answer.reason;
  apply({ type: 'connect', edge: { from, to }, replace: true }, text('Connect', '연결'));
  return null;
}

/** Moves one end of a wire elsewhere, as one step. */
export function rewire(edge: PipelineEdge, to: PipelineEdge): Text | null {
  if (edge.from === to.from && edge.to === to.to) return null;
  const without = { ...docNow(), edges: docNow().edges.filter((wire) => !sameWire(wire, edge)) };
  const answer = canConnect(catalog.compile(without), to.from, to.to);
  if (!answer.ok) return answer.reason;
  apply({ type: 'connect', edge: to, replace: true, instead: edge }, text('Move a wire', '연결 옮기기'));
  return null;
}

export function removeWire(edge: PipelineEdge): void {
  apply({ type: 'remove', nodeIds: [], edges: [edge], noteIds: [] }, text('Remove a wire', '연결 삭제'));
}

export function renameNode(nodeId: string, label: string): void {
  apply({ type: 'setLabel', nodeId, label }, text('Rename', '이름 바꾸기'));
}

/** Puts positions into the document. Arrow keys move without a drag: their moves merge by the gesture's name. */
export function movePositions(positions: Readonly<Record<string, Point>>, gesture: string): void {
  const document = docNow();
  const moved = [...document.nodes, ...document.notes].some((item) => {
    const position = positions[item.id];
    return position !== undefined && (position.x !== item.position.x || position.y !== item.position.y);
  });
  if (moved) apply({ type: 'move', positions }, text('Move', '옮기기'), gesture);
}

export function spliceNode(nodeId: string, edge: PipelineEdge, gesture: string): void {
  const node = pipelineNow().node(nodeId)?.node;
  if (node === undefined || spliceWires(docNow(), catalog, nodeId, edge) === null) return;
  const title = titleOf(node);
  const label = text(`Insert ${title.en}`, `${title.ko} 끼워 넣기`);
  apply({ type: 'splice', nodeId, edge }, label, gesture);
  apply({ type: 'move', positions: makeRoom(pipelineNow(), nodeId, edge) }, label, gesture);
}

export function addNote(wanted: Point): void {
  const document = docNow();
  const id = freshId(document, 'note');
  const position = freeSpot(
    wanted,
    document.nodes.map((node) => boxOf(node.position)),
  );
  apply(
    { type: 'addNote', note: { id, text: '', position, size: { width: 240, height: 120 } } },
    text('Add a note', '메모 추가'),
  );
  select({ nodes: [], edges: [], notes: [id] });
}
