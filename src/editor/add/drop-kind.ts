import { GRID, NODE_WIDTH, type Point } from '../../graph/geometry';
import { eventually } from '../../lib/eventually';
import { catalog } from '../../nodes/catalog';
import type { AnySpec } from '../../nodes/contract/kind';
import { useDocument } from '../../store/document/document-store';
import { focusNode } from '../canvas/focus-node';
import { addKind } from '../edit-actions';

/** Adds a kind that was let go at a flow point: there, or into the wire that lies under it. */
export function dropKind(spec: AnySpec, at: Point): void {
  const place = { x: Math.round((at.x - NODE_WIDTH / 2) / GRID) * GRID, y: Math.round((at.y - 24) / GRID) * GRID };
  // How wires run is fetched with the canvas.
  void eventually(() => import('../../graph/splice-target')).then(({ spliceTarget }) => {
    const { document } = useDocument.getState();
    const probe = {
      id: 'probe-node',
      kind: spec.id,
      label: '',
      params: spec.defaults,
      position: place,
      mode: 'on',
    } as const;
    const edge = spliceTarget({ ...document, nodes: [...document.nodes, probe] }, catalog, probe.id, place);
    const purpose = edge === null ? ({ type: 'free' } as const) : ({ type: 'splice', edge } as const);
    focusNode(addKind(spec, { purpose, place, anchor: null }));
  });
}
