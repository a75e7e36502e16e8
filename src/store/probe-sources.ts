import type { PipelineDocument, PipelineNode } from '../graph/document';
import type { SpecCatalog } from '../nodes/catalog';
import type { Check } from '../nodes/check-document';

/**
 * The first node that reads a file of its own and whose output is not known yet though it could run:
 * a file just chosen. `tried` says which nodes to leave alone.
 */
export function nextSource(
  document: PipelineDocument,
  check: Check,
  catalog: SpecCatalog,
  tried: (node: PipelineNode) => boolean,
): PipelineNode | undefined {
  const broken = new Set(check.problems.filter((p) => p.severity === 'error').map((p) => p.nodeId));
  return document.nodes.find((node) => {
    const spec = catalog.kind(node.kind);
    if (spec === undefined || spec.inputs.length > 0 || node.mode !== 'on' || broken.has(node.id) || tried(node)) {
      return false;
    }
    const schemas = Object.hasOwn(check.schemas, node.id) ? check.schemas[node.id] : undefined;
    return spec.outputs.some((port) => {
      if (port.type !== 'table' && port.type !== 'model') return false;
      const schema = schemas?.[port.name];
      return schema === undefined || (schema.type === 'table' && !schema.complete);
    });
  });
}
