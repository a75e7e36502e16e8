import { canonicalJson, type JsonObject } from '../lib/json';
import { type Catalog, comesInTime, type PortShape, portOf } from './catalog';
import type { PipelineDocument, PipelineEdge } from './document';
import { nodesById, parseEnd, wireEnd } from './wire';

/** Gives a node another kind in place and keeps each wire that the new kind has a fitting port for. */
export function replaceKind(
  document: PipelineDocument,
  nodeId: string,
  kindId: string,
  params: JsonObject,
  catalog: Catalog,
): PipelineDocument {
  const nodes = nodesById(document);
  const before = nodes.get(nodeId);
  const kind = catalog.kind(kindId);
  if (before === undefined || kind === undefined) return document;
  if (before.kind === kindId && canonicalJson(before.params) === canonicalJson(params)) return document;
  const old = catalog.kind(before.kind);
  const taken = new Set<string>();
  const choose = (ports: readonly PortShape[], was: PortShape | undefined, name: string): PortShape | undefined => {
    if (was === undefined) return ports.find((port) => port.name === name);
    const fits = ports.filter((port) => port.type === was.type && port.feedback === was.feedback);
    return (
      fits.find((port) => port.name === name && !taken.has(port.name)) ?? fits.find((port) => !taken.has(port.name))
    );
  };
  const edges = document.edges.flatMap((edge): PipelineEdge[] => {
    const from = parseEnd(edge.from);
    const to = parseEnd(edge.to);
    if (from.nodeId === nodeId && to.nodeId === nodeId) return [];
    if (to.nodeId === nodeId) {
      const port = choose(kind.inputs, portOf(old, 'inputs', to.port), to.port);
      if (port === undefined || taken.has(port.name)) return [];
      taken.add(port.name);
      return [{ from: edge.from, to: wireEnd(nodeId, port.name) }];
    }
    if (from.nodeId === nodeId) {
      const was = portOf(old, 'outputs', from.port);
      const fits = kind.outputs.filter((port) => was === undefined || port.type === was.type);
      const named = fits.find((port) => port.name === from.port);
      const port = named ?? (was === undefined ? undefined : fits[0]);
      return port === undefined ? [] : [{ from: wireEnd(nodeId, port.name), to: edge.to }];
    }
    return [edge];
  });
  // What a placeholder's wires carried was unknown until now.
  const fits = ({ from, to }: PipelineEdge): boolean => {
    const kindOf = (id: string) => (id === nodeId ? kind : catalog.kind(nodes.get(id)?.kind ?? ''));
    const [source, target] = [parseEnd(from), parseEnd(to)];
    if (source.nodeId !== nodeId && target.nodeId !== nodeId) return true;
    const output = portOf(kindOf(source.nodeId), 'outputs', source.port);
    const input = portOf(kindOf(target.nodeId), 'inputs', target.port);
    if (output === undefined || input === undefined) return true;
    return output.type === input.type && comesInTime(output, input);
  };
  return {
    ...document,
    nodes: document.nodes.map((node) => (node.id === nodeId ? { ...node, kind: kindId, params } : node)),
    edges: edges.filter(fits),
  };
}
