import type { Catalog } from './catalog';
import type { PipelineNode } from './document';
import { type PortShape, portOf } from './kind-shape';
import { parseEnd, type WireEnd } from './wire';

/** Between a group's id and that of a node within; no id of a file holds it. */
const WITHIN = '/';

/** The id under which a node within a group runs. */
export const inside = (group: string, id: string): string => `${group}${WITHIN}${id}`;

/** The node that stands in the document itself for one that runs: that node, or the group around it. */
export const standsFor = (id: string): string => id.split(WITHIN, 1)[0] ?? id;

/** The end, as it runs, that a port of a group leads to, and the node that has it; undefined where the group lacks it. */
export function endWithin(
  { id, group }: PipelineNode,
  side: 'inputs' | 'outputs',
  name: string,
): (WireEnd & { readonly node: PipelineNode | undefined }) | undefined {
  const end = group?.[side].find((port) => port.name === name)?.end;
  if (end === undefined) return undefined;
  const here = parseEnd(end);
  const node = group?.nodes.find((each) => each.id === here.nodeId);
  const found = (node && endWithin(node, side, here.port)) ?? { ...here, node };
  return { ...found, nodeId: inside(id, found.nodeId) };
}

/** The port of a node within a group that stands at the group's edge; undefined where it is not there or not known. */
export function groupPort(
  group: PipelineNode,
  side: 'inputs' | 'outputs',
  name: string,
  catalog: Pick<Catalog, 'compileNode'>,
): PortShape | undefined {
  const at = endWithin(group, side, name);
  return at?.node && portOf(catalog.compileNode(at.node), side, at.port);
}
