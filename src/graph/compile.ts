import type { JsonObject } from '../lib/json';
import type { PipelineDocument, PipelineEdge, PipelineNode } from './document';
import { type KindShape, type ParsedParams, type Ports, passThrough, portsOf } from './kind-shape';
import type { CompiledNode, Pipeline } from './pipeline';
import { reach } from './reachability';
import { joinNodes, type Topology } from './topology';
import { sameWire, type WireEnd, wireEnd } from './wire';

/**
 * Compiles documents with some kinds: the same pipeline for the same document. What two
 * documents have in common, told by identity, is worked out once: the params of a node that was not edited, and the
 * order and wires of nodes that were only moved, renamed, or set so that their ports stay as they were.
 */
export function createCompiler<K extends KindShape>(
  kind: (id: string) => K | undefined,
): {
  readonly compile: (document: PipelineDocument) => Pipeline<K>;
  readonly compileNode: (node: PipelineNode) => CompiledNode<K>;
} {
  const pipelines = new WeakMap<PipelineDocument, Pipeline<K>>();
  const nodes = new WeakMap<PipelineNode, CompiledNode<K>>();
  const params = new WeakMap<JsonObject, Map<string, ParsedParams>>();
  const topologies = new WeakMap<readonly PipelineEdge[], Topology>();

  const parse = (spec: K, raw: JsonObject): ParsedParams => {
    const known = params.get(raw) ?? new Map<string, ParsedParams>();
    params.set(raw, known);
    const parsed = known.get(spec.id) ?? spec.parseParams(raw);
    known.set(spec.id, parsed);
    return parsed;
  };
  const ports = createPorts();
  const compileNode = (node: PipelineNode): CompiledNode<K> => {
    const known = nodes.get(node);
    if (known !== undefined) return known;
    const spec = kind(node.kind);
    const parsed: ParsedParams = spec === undefined ? { ok: true, params: node.params } : parse(spec, node.params);
    const { inputs, outputs } = spec === undefined ? PLACEHOLDER : ports(spec, parsed);
    const compiled: CompiledNode<K> = { id: node.id, node, mode: node.mode, spec, parsed, inputs, outputs };
    nodes.set(node, compiled);
    return compiled;
  };

  const compile = (document: PipelineDocument): Pipeline<K> => {
    const known = pipelines.get(document);
    if (known !== undefined) return known;
    const compiled = document.nodes.map(compileNode);
    const topology = joinNodes(compiled, document.edges, topologies.get(document.edges));
    topologies.set(document.edges, topology);
    const pipeline = pipelineOf(document, compiled, topology);
    pipelines.set(document, pipeline);
    return pipeline;
  };
  return { compile, compileNode };
}

const PLACEHOLDER: Ports = { inputs: [], outputs: [] };

/** Ports of nodes: the same object for equal ports of one kind, so that nodes are not joined anew when they stay. */
function createPorts(): (spec: KindShape, parsed: ParsedParams) => Ports {
  const made = new Map<string, Ports>();
  return (spec, parsed) => {
    const ports = portsOf(spec, parsed);
    if (ports === spec.ports) return ports;
    const content = `${spec.id} ${JSON.stringify(ports)}`;
    const same = made.get(content) ?? ports;
    made.set(content, same);
    return same;
  };
}

function pipelineOf<K extends KindShape>(
  document: PipelineDocument,
  nodes: readonly CompiledNode<K>[],
  topology: Topology,
): Pipeline<K> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const sources = new Map<string, readonly WireEnd[]>();
  let sequence: readonly CompiledNode<K>[] | undefined;
  const known = (ids: Iterable<string>): readonly string[] => [...ids].filter((id) => byId.has(id));

  const through = (nodeId: string, port: string, passed: ReadonlySet<string>): readonly WireEnd[] =>
    topology.into(nodeId, port).flatMap(({ from, joins }) => {
      const source = byId.get(from.nodeId);
      const end = wireEnd(from.nodeId, from.port);
      if (source === undefined || !joins || passed.has(end)) return [];
      if (source.mode !== 'bypassed') return [from];
      const input = passThrough(source).get(from.port);
      const behind = input === undefined || input === null ? [] : through(source.id, input, new Set(passed).add(end));
      return behind.slice(0, 1);
    });

  const pipeline: Pipeline<K> = {
    document,
    nodes,
    node: (id) => byId.get(id),
    enabled: (role) => nodes.filter(({ mode, spec }) => mode === 'on' && spec?.role === role),
    get order() {
      return topology.order().order;
    },
    get cycles() {
      return topology.order().cycles;
    },
    get blocked() {
      return topology.order().blocked;
    },
    get sequence() {
      const { order, cycles, blocked } = pipeline;
      sequence ??= [...order, ...cycles.flat(), ...blocked].flatMap((id) => byId.get(id) ?? []);
      return sequence;
    },
    wires: topology.wires,
    wire: (edge) => topology.wires.find((wire) => sameWire(wire.edge, edge)),
    into: topology.into,
    outOf: topology.outOf,
    sources: (nodeId, port) => {
      const end = wireEnd(nodeId, port);
      const found = sources.get(end) ?? through(nodeId, port, new Set());
      sources.set(end, found);
      return found;
    },
    placeOf: ({ edge, to, input }) => {
      if (input?.many !== true) return null;
      const among = topology.into(to.nodeId, to.port);
      return { at: among.findIndex((wire) => sameWire(wire.edge, edge)), of: among.length };
    },
    source: (nodeId, port) => pipeline.sources(nodeId, port)[0],
    upstream: (ids) => reach(topology, known(ids), 'up'),
    downstream: (ids) => reach(topology, known(ids), 'down'),
    evaluationsOf: ({ nodeId, port }) =>
      pipeline
        .enabled('evaluator')
        .filter(({ id, inputs }) =>
          inputs.some(
            ({ name, type }) =>
              type === 'model' &&
              pipeline.sources(id, name).some((from) => from.nodeId === nodeId && from.port === port),
          ),
        ),
  };
  return pipeline;
}
