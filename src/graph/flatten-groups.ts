import type { PipelineDocument, PipelineEdge, PipelineNode } from './document';
import { endWithin, inside } from './group-port';
import { parseEnd, wireEnd } from './wire';

interface Parts {
  readonly nodes: readonly PipelineNode[];
  readonly edges: readonly PipelineEdge[];
}

/**
 * The same pipeline without groups, as it runs: nodes within are named `GROUP/NODE`, wires at a group's port go to the
 * nodes within, and a group that is off or bypassed makes what is within it so. The very same document comes back where
 * there is no group. Wires at a port that the group does not have stay as they are, dangling.
 */
export function flattenGroups(document: PipelineDocument): PipelineDocument {
  if (!document.nodes.some(({ group }) => group !== undefined)) return document;
  const known = flat.get(document);
  if (known !== undefined) return known;
  const { nodes, edges } = flatten(document);
  const made = { ...document, nodes: [...nodes], edges: [...edges] };
  flat.set(document, made);
  return made;
}

const flat = new WeakMap<PipelineDocument, PipelineDocument>();

function flatten({ nodes, edges }: Parts): Parts {
  const flat: PipelineNode[] = [];
  const inner: PipelineEdge[] = [];
  const groups = new Map<string, PipelineNode>();
  for (const node of nodes) {
    const { group, ...plain } = node;
    if (group === undefined) {
      flat.push(node);
      continue;
    }
    groups.set(node.id, node);
    const within = flatten(group);
    flat.push(
      ...within.nodes.map((each) => ({
        ...each,
        id: inside(plain.id, each.id),
        mode: together(plain.mode, each.mode),
      })),
    );
    inner.push(
      ...within.edges.map((edge) => ({ from: endInside(plain.id, edge.from), to: endInside(plain.id, edge.to) })),
    );
  }
  /** Follows a port of a group, and of a group within it, to the node that has it. */
  const resolve = (end: string, side: 'inputs' | 'outputs'): string => {
    const { nodeId, port } = parseEnd(end);
    const group = groups.get(nodeId);
    const found = group && endWithin(group, side, port);
    return found ? wireEnd(found.nodeId, found.port) : end;
  };
  return {
    nodes: flat,
    edges: [...edges.map(({ from, to }) => ({ from: resolve(from, 'outputs'), to: resolve(to, 'inputs') })), ...inner],
  };
}

function endInside(group: string, end: string): string {
  const { nodeId, port } = parseEnd(end);
  return wireEnd(inside(group, nodeId), port);
}

function together(outer: PipelineNode['mode'], own: PipelineNode['mode']): PipelineNode['mode'] {
  if (outer === 'off' || own === 'off') return 'off';
  return outer === 'bypassed' ? 'bypassed' : own;
}
