import type { PipelineNode } from '../../graph/document';
import { endWithin, groupPort } from '../../graph/group-port';
import type { PortType } from '../../graph/schema-types';
import type { Text } from '../../lib/text';
import { catalog } from '../../nodes/catalog';

/** An output as the inspector lists it: of a node, or of the node within a group that gives it. */
export interface ShownOutput {
  /** Of the port of the node that is shown. */
  readonly name: string;
  /** The node that runs. */
  readonly nodeId: string;
  readonly port: string;
  readonly type: PortType;
  readonly title: string | Text;
}

/** The outputs of a node in order; those of a group under the names it gives them. */
export function shownOutputs(node: PipelineNode): readonly ShownOutput[] {
  if (node.group === undefined) {
    return catalog
      .compileNode(node)
      .outputs.map(({ name, type, title }) => ({ name, nodeId: node.id, port: name, type, title }));
  }
  return node.group.outputs.flatMap(({ name }) => {
    const at = endWithin(node, 'outputs', name);
    const shape = groupPort(node, 'outputs', name, catalog);
    return at && shape ? [{ name, nodeId: at.nodeId, port: at.port, type: shape.type, title: name }] : [];
  });
}
