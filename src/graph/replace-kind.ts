import { canonicalJson, type JsonObject } from '../lib/json';
import type { Catalog } from './catalog';
import type { PipelineDocument, PipelineEdge } from './document';
import { comesInTime, isOfUse, type PortShape, portsOf } from './kind-shape';
import { wireEnd } from './wire';

/** Gives a node another kind in place and keeps each wire that the new kind has a fitting port for. */
export function replaceKind(
  document: PipelineDocument,
  nodeId: string,
  kindId: string,
  params: JsonObject,
  catalog: Catalog,
): PipelineDocument {
  const before = catalog.compile(document);
  const old = before.node(nodeId);
  const kind = catalog.kind(kindId);
  if (old === undefined || kind === undefined) return document;
  if (old.node.kind === kindId && canonicalJson(old.node.params) === canonicalJson(params)) return document;
  const { inputs, outputs } = portsOf(kind, kind.parseParams(params));
  const taken = new Set<string>();
  const choose = (ports: readonly PortShape[], was: PortShape | undefined, name: string): PortShape | undefined => {
    if (was === undefined) return ports.find((port) => port.name === name);
    const fits = ports.filter((port) => port.type === was.type && port.feedback === was.feedback);
    const free = fits.filter((port) => port.many === true || !taken.has(port.name));
    return free.find((port) => port.name === name) ?? free[0];
  };
  const edges = before.wires.flatMap(({ edge, from, to, output, input }): PipelineEdge[] => {
    if (from.nodeId === nodeId && to.nodeId === nodeId) return [];
    if (to.nodeId === nodeId) {
      const port = choose(inputs, input, to.port);
      if (port === undefined || (port.many !== true && taken.has(port.name))) return [];
      taken.add(port.name);
      return [{ from: edge.from, to: wireEnd(nodeId, port.name) }];
    }
    if (from.nodeId === nodeId) {
      const fits = outputs.filter((port) => output === undefined || port.type === output.type);
      const named = fits.find((port) => port.name === from.port);
      const port = named ?? (output === undefined ? undefined : fits[0]);
      return port === undefined ? [] : [{ from: wireEnd(nodeId, port.name), to: edge.to }];
    }
    return [edge];
  });
  const nodes = document.nodes.map((node) => (node.id === nodeId ? { ...node, kind: kindId, params } : node));
  // What a placeholder's wires carried was unknown until now.
  const joined = catalog.compile({ ...document, nodes, edges });
  const kept = joined.wires.filter(({ from, to, output, input }) => {
    if (from.nodeId !== nodeId && to.nodeId !== nodeId) return true;
    if (output === undefined || input === undefined) return true;
    return output.type === input.type && comesInTime(output, input) && isOfUse(output, input);
  });
  return { ...document, nodes, edges: kept.map(({ edge }) => edge) };
}
