import type { PipelineNode } from '../graph/document';
import { type PortShape, type Ports, passThrough } from '../graph/kind-shape';
import { nameOf } from '../graph/node-name';
import type { CompiledNode } from '../graph/pipeline';
import type { Problem } from '../graph/problem';
import type { WireEnd } from '../graph/wire';
import type { FailureDetail } from '../lib/failure';
import type { JsonObject } from '../lib/json';
import type { Text } from '../lib/text';
import type { SpecPipeline } from '../nodes/catalog';
import type { AnySpec } from '../nodes/contract/kind';
import type { BackendChoice } from '../nodes/contract/runner';
import type { Kinds } from './kinds';
import type { Address } from './node-key';
import { bypassKey, nodeKey } from './node-key';
import { reasonToSkip } from './reasons';

/** A wire that is read. Of a port that takes many there are several, in their order. */
export interface PlannedInput {
  readonly port: string;
  readonly from: WireEnd;
  /** Where the value lies in the cache: behind bypassed nodes, the node that really made it. */
  readonly address: Address;
}

export type PlannedAction =
  | {
      readonly type: 'run';
      readonly key: string;
      readonly spec: AnySpec;
      readonly params: JsonObject;
      readonly ports: Ports;
      readonly inputs: readonly PlannedInput[];
    }
  /** Each input here is handed on under the output port of the same place in `outputs`. */
  | { readonly type: 'bypass'; readonly key: string; readonly routes: Readonly<Record<string, PlannedInput>> }
  | { readonly type: 'skip'; readonly because: Text; readonly unknownKind: boolean }
  | { readonly type: 'fail'; readonly failure: FailureDetail };

export interface PlanStep {
  readonly node: PipelineNode;
  /** What people call it. */
  readonly name: Text;
  /** Nodes that must have settled first. */
  readonly needs: readonly string[];
  readonly action: PlannedAction;
}

export interface PlanOptions {
  readonly backend: BackendChoice;
  /** Plan only this node and what it needs. */
  readonly target?: string;
  /** What is known to be wrong: a node named by an error fails instead of running. */
  readonly problems?: readonly Problem[];
}

/**
 * Says for every node, in topological order, what is to be done with it and which
 * cache key names its outputs. Pure: nothing is run or read. Wires into feedback
 * inputs order nothing and enter no key; wires that speak in the loop's ticks alone
 * are not waited for.
 */
export function planRun(pipeline: SpecPipeline, kinds: Kinds, options: PlanOptions): readonly PlanStep[] {
  const wanted = options.target === undefined ? null : pipeline.upstream([options.target]);
  const failures = failuresByNode(options.problems ?? []);
  const steps: PlanStep[] = [];
  const actions = new Map<string, PlannedAction>();

  for (const compiled of pipeline.sequence) {
    const { id, node } = compiled;
    if (wanted !== null && !wanted.has(id)) continue;
    const incoming = awaited(pipeline, id);
    const action = decide(compiled, incoming);
    actions.set(id, action);
    steps.push({ node, name: nameOf(compiled), needs: [...new Set(incoming.map(({ from }) => from.nodeId))], action });
  }
  return steps;

  function decide(compiled: CompiledNode<AnySpec>, incoming: readonly Incoming[]): PlannedAction {
    const { id, node, mode, spec } = compiled;
    if (mode === 'off') return { type: 'skip', because: reasonToSkip.off, unknownKind: false };
    if (spec === undefined || !kinds.runners.has(spec.id)) {
      return { type: 'skip', because: reasonToSkip.unknownKind(node.kind), unknownKind: true };
    }
    const failure = failures.get(id);
    if (failure !== undefined) return { type: 'fail', failure };
    const inputs: PlannedInput[] = [];
    for (const { port, from } of incoming) {
      const address = addressOf(from);
      if (address === undefined) return { type: 'skip', because: reasonFor(from.nodeId), unknownKind: false };
      inputs.push({ port, from, address });
    }
    return mode === 'bypassed' ? bypass(compiled, inputs) : run(compiled, spec, inputs);
  }

  function run(
    { id, parsed, inputs: takes, outputs }: CompiledNode,
    spec: AnySpec,
    inputs: readonly PlannedInput[],
  ): PlannedAction {
    // The check reports these with a better message; keys are asked for without one.
    if (!parsed.ok) return { type: 'skip', because: reasonToSkip.invalidParams, unknownKind: false };
    const key = nodeKey({
      nodeId: id,
      spec,
      params: parsed.params,
      seed: pipeline.document.seed,
      backend: options.backend,
      inputs: byPort(takes, inputs, ({ address }) => address),
    });
    return { type: 'run', key, spec, params: parsed.params, ports: { inputs: takes, outputs }, inputs };
  }

  function bypass(node: CompiledNode, inputs: readonly PlannedInput[]): PlannedAction {
    const routes: Record<string, PlannedInput> = {};
    for (const [output, port] of passThrough(node)) {
      const input = inputs.find((candidate) => candidate.port === port);
      if (input !== undefined) routes[output] = input;
    }
    const addresses = Object.entries(routes).map(([port, { address }]) => [port, address] as const);
    return { type: 'bypass', key: bypassKey(node.id, Object.fromEntries(addresses)), routes };
  }

  function addressOf({ nodeId, port }: WireEnd): Address | undefined {
    const action = actions.get(nodeId);
    if (action?.type === 'run') return { key: action.key, port };
    return action?.type === 'bypass' ? action.routes[port]?.address : undefined;
  }

  /** Why nothing comes from a node, told by the first node up the wires that is to blame. */
  function reasonFor(nodeId: string): Text {
    const node = pipeline.node(nodeId);
    const action = actions.get(nodeId);
    if (node === undefined) return reasonToSkip.off;
    if (action?.type === 'skip') {
      if (action.unknownKind) return reasonToSkip.unknownAbove(nameOf(node));
      return node.mode === 'off' ? reasonToSkip.offAbove(nameOf(node)) : action.because;
    }
    return action?.type === 'bypass' ? reasonToSkip.nothingThrough(nameOf(node)) : reasonToSkip.failed(nameOf(node));
  }
}

/** The cache key of every node that has one; what cannot run as the document stands has none. */
export function planKeys(steps: readonly PlanStep[]): Readonly<Record<string, string>> {
  const keys: Record<string, string> = {};
  for (const { node, action } of steps) if ('key' in action) keys[node.id] = action.key;
  return keys;
}

interface Incoming {
  readonly port: string;
  readonly from: WireEnd;
}

/** The wires that a node waits for: all of an input that takes many, else one; not those of the loop's ticks. */
function awaited(pipeline: SpecPipeline, nodeId: string): readonly Incoming[] {
  const incoming: Incoming[] = [];
  for (const { ordering, input, from, to } of pipeline.into(nodeId)) {
    if (!ordering || input?.live === 'only') continue;
    if (input?.many !== true && incoming.some(({ port }) => port === to.port)) continue;
    incoming.push({ port: to.port, from });
  }
  return incoming;
}

/** What a node is given, out of the value of each wire. */
export function inputsOf<V>(
  { ports, inputs }: Extract<PlannedAction, { type: 'run' }>,
  values: ReadonlyMap<PlannedInput, V>,
): Readonly<Record<string, V | readonly V[]>> {
  return byPort(ports.inputs, inputs, (input) => {
    const value = values.get(input);
    if (value === undefined) throw new Error(`no value on ${input.port}`);
    return value;
  });
}

/** Something of each wire, by port: a list where the port takes many, and then also of none. */
function byPort<T>(
  ports: readonly PortShape[],
  inputs: readonly PlannedInput[],
  of: (input: PlannedInput) => T,
): Readonly<Record<string, T | readonly T[]>> {
  const found: Record<string, T | readonly T[]> = {};
  for (const { name, many } of ports) {
    const all = inputs.filter(({ port }) => port === name).map(of);
    const [one] = all;
    if (many === true) found[name] = all;
    else if (one !== undefined) found[name] = one;
  }
  return found;
}

/** The first error of each node. */
function failuresByNode(problems: readonly Problem[]): ReadonlyMap<string, FailureDetail> {
  const failures = new Map<string, FailureDetail>();
  for (const { severity, nodeId, code, message, hint, column, port } of problems) {
    if (severity !== 'error' || nodeId === undefined || failures.has(nodeId)) continue;
    failures.set(nodeId, {
      code,
      message,
      hint,
      ...(column === undefined ? {} : { column }),
      ...(port === undefined ? {} : { port }),
    });
  }
  return failures;
}
