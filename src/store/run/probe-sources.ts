import type { PipelineNode } from '../../graph/document';
import type { SpecPipeline } from '../../nodes/catalog';
import type { Check } from '../../nodes/check-pipeline';

/**
 * The first node that reads a file of its own and whose output is not known yet though it could run:
 * a file just chosen. `tried` says which nodes to leave alone.
 */
export function nextSource(
  pipeline: SpecPipeline,
  check: Check,
  tried: (node: PipelineNode) => boolean,
): PipelineNode | undefined {
  const broken = new Set(check.problems.filter((p) => p.severity === 'error').map((p) => p.nodeId));
  const found = pipeline.nodes.find(({ node, mode, spec, inputs, outputs }) => {
    if (spec === undefined || inputs.length > 0 || mode !== 'on' || broken.has(node.id) || tried(node)) return false;
    const schemas = Object.hasOwn(check.schemas, node.id) ? check.schemas[node.id] : undefined;
    return outputs.some((port) => {
      if (port.type !== 'table' && port.type !== 'model') return false;
      const schema = schemas?.[port.name];
      return schema === undefined || (schema.type === 'table' && !schema.complete);
    });
  });
  return found?.node;
}
