import type { PipelineDocument } from '../graph/document';
import { upstreamOf } from '../graph/reachability';
import { spliceWires } from '../graph/splice';
import { parseEnd } from '../graph/wire';
import type { SpecCatalog } from '../nodes/catalog';
import type { AnySpec } from '../nodes/kind';
import type { AddPurpose } from './editor-store';
import { wireToEnd } from './plan-wires';
import { usualOrder } from './usual-order';

const PROBE = 'probe-node';

/** The document with one more, unwired node of a kind, to ask the connection rules about. */
const withProbe = (document: PipelineDocument, spec: AnySpec): PipelineDocument => ({
  ...document,
  nodes: [
    ...document.nodes,
    { id: PROBE, kind: spec.id, label: '', params: spec.defaults, position: { x: 0, y: 0 }, mode: 'on' },
  ],
});

/** The kinds that serve a purpose, the most usual first. `selected` is the node a free one would follow. */
export function kindsFor(
  document: PipelineDocument,
  catalog: SpecCatalog,
  purpose: AddPurpose,
  selected: string | null,
): readonly AnySpec[] {
  const kindOf = (nodeId: string): string => document.nodes.find((node) => node.id === nodeId)?.kind ?? '';
  const ordered = (kinds: readonly AnySpec[], nodeId: string, direction: 'after' | 'before'): readonly AnySpec[] => {
    const branch = upstreamOf(document, catalog, [nodeId]);
    const present = new Set(document.nodes.filter((node) => branch.has(node.id)).map((node) => node.kind));
    return usualOrder(kinds, { kind: kindOf(nodeId), direction, present }, catalog.all);
  };
  switch (purpose.type) {
    case 'free':
      return selected === null ? catalog.all : ordered(catalog.all, selected, 'after');
    case 'wire': {
      const fitting = catalog.all.filter(
        (spec) =>
          wireToEnd(withProbe(document, spec), catalog, { id: PROBE, kind: spec.id }, purpose.end, purpose.side) !==
          null,
      );
      return ordered(fitting, parseEnd(purpose.end).nodeId, purpose.side === 'outputs' ? 'after' : 'before');
    }
    case 'splice': {
      const fitting = catalog.all.filter(
        (spec) => spliceWires(withProbe(document, spec), catalog, PROBE, purpose.edge) !== null,
      );
      return ordered(fitting, parseEnd(purpose.edge.from).nodeId, 'after');
    }
    case 'replace': {
      const own = kindOf(purpose.nodeId);
      const stage = catalog.kind(own)?.stage;
      const others = catalog.all.filter((spec) => spec.id !== own);
      return [...others.filter((spec) => spec.stage === stage), ...others.filter((spec) => spec.stage !== stage)];
    }
  }
}
