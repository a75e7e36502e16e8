import type { PipelineDocument, PipelineNode } from '../../graph/document';
import { wireToEnd } from '../../graph/plan-wires';
import type { WireSchema } from '../../graph/schema-types';
import { spliceWires } from '../../graph/splice';
import { usualOrder } from '../../graph/usual-order';
import type { WireEnd } from '../../graph/wire';
import type { SpecCatalog } from '../../nodes/catalog';
import type { AnySpec } from '../../nodes/contract/kind';
import type { DocumentState } from '../../store/document/document-state';
import type { AddPurpose } from '../editor-store';

const PROBE = 'probe-node';

/** A node of a kind that stands nowhere. */
const probeOf = ({ id, defaults }: AnySpec): PipelineNode => ({
  id: PROBE,
  kind: id,
  label: '',
  params: defaults,
  position: { x: 0, y: 0 },
  mode: 'on',
});

/** The document with one more, unwired node of a kind, to ask the connection rules about. */
const withProbe = (document: PipelineDocument, spec: AnySpec): PipelineDocument => ({
  ...document,
  nodes: [...document.nodes, probeOf(spec)],
});

/** Whether a kind can do with what an output is known to carry: an image network cannot with a table of numbers. */
function canUse(catalog: SpecCatalog, spec: AnySpec, schema: WireSchema | undefined): boolean {
  const { inputs } = catalog.compileNode(probeOf(spec));
  const input = inputs.find((port) => port.type === schema?.type);
  if (schema === undefined || input === undefined) return true;
  const known = inputs.map((port) => {
    const arriving = port === input ? [schema] : [];
    return [port.name, port.many === true ? arriving : arriving[0]] as const;
  });
  const { problems } = spec.infer(Object.fromEntries(known), spec.defaults, { nodeId: PROBE });
  return !problems.some((problem) => problem.severity === 'error');
}

/**
 * The kinds that serve a purpose, the most usual first; those that could not use what is known of the
 * data come last. `selected` is the node a free one would follow.
 */
export function kindsFor(
  document: PipelineDocument,
  catalog: SpecCatalog,
  purpose: AddPurpose,
  selected: string | null,
  schemas: DocumentState['schemas'] = {},
): readonly AnySpec[] {
  const usableFirst = (kinds: readonly AnySpec[], schema: WireSchema | undefined): readonly AnySpec[] => {
    const usable = new Set(kinds.filter((spec) => canUse(catalog, spec, schema)));
    return [...usable, ...kinds.filter((spec) => !usable.has(spec))];
  };
  const pipeline = catalog.compile(document);
  const schemaAt = (end: WireEnd | undefined): WireSchema | undefined => schemas[end?.nodeId ?? '']?.[end?.port ?? ''];
  const kindOf = (nodeId: string): string => pipeline.node(nodeId)?.node.kind ?? '';
  const ordered = (kinds: readonly AnySpec[], nodeId: string, direction: 'after' | 'before'): readonly AnySpec[] => {
    const present = new Set([...pipeline.upstream([nodeId])].map(kindOf));
    return usualOrder(kinds, { kind: kindOf(nodeId), direction, present }, catalog.all);
  };
  switch (purpose.type) {
    case 'free':
      return selected === null
        ? catalog.all
        : usableFirst(ordered(catalog.all, selected, 'after'), Object.values(schemas[selected] ?? {})[0]);
    case 'wire': {
      const fitting = catalog.all.filter(
        (spec) => wireToEnd(catalog.compile(withProbe(document, spec)), PROBE, purpose.end, purpose.side) !== null,
      );
      const { nodeId } = purpose.end;
      return purpose.side === 'outputs'
        ? usableFirst(ordered(fitting, nodeId, 'after'), schemaAt(purpose.end))
        : ordered(fitting, nodeId, 'before');
    }
    case 'splice': {
      const fitting = catalog.all.filter(
        (spec) => spliceWires(withProbe(document, spec), catalog, PROBE, purpose.edge) !== null,
      );
      const from = pipeline.wire(purpose.edge)?.from;
      return usableFirst(ordered(fitting, from?.nodeId ?? '', 'after'), schemaAt(from));
    }
    case 'replace': {
      const own = kindOf(purpose.nodeId);
      const stage = catalog.kind(own)?.stage;
      const others = catalog.all.filter((spec) => spec.id !== own);
      return [...others.filter((spec) => spec.stage === stage), ...others.filter((spec) => spec.stage !== stage)];
    }
  }
}
