import type { Catalog } from './catalog';
import type { PipelineNode } from './document';
import { type PortShape, portOf } from './kind-shape';
import { parseEnd } from './wire';

/** The port of a node within a group that stands at the group's edge; undefined where it is not there or not known. */
export function groupPort(
  { group }: PipelineNode,
  side: 'inputs' | 'outputs',
  name: string,
  catalog: Pick<Catalog, 'compileNode'>,
): PortShape | undefined {
  const end = group?.[side].find((port) => port.name === name)?.end;
  if (end === undefined) return undefined;
  const { nodeId, port } = parseEnd(end);
  const inner = group?.nodes.find(({ id }) => id === nodeId);
  if (inner === undefined) return undefined;
  return inner.group === undefined
    ? portOf(catalog.compileNode(inner), side, port)
    : groupPort(inner, side, port, catalog);
}
