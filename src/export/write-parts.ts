import { nameOf } from '../graph/node-name';
import type { CompiledNode } from '../graph/pipeline';
import type { ModelSchema, TableSchema, WireSchema } from '../graph/schema-types';
import { type WireEnd, wireEnd } from '../graph/wire';
import { Failure } from '../lib/failure';
import type { Json } from '../lib/json';
import { deriveSeed } from '../lib/random';
import { type Text, text } from '../lib/text';
import type { SpecPipeline } from '../nodes/catalog';
import type { SchemasByNode } from '../nodes/check-pipeline';
import type { AnyCodeNode, Fitted, PyTable, PyWire } from '../nodes/contract/code';
import type { AnySpec } from '../nodes/contract/kind';
import { freshNames } from '../nodes/python/names';
import { learnedArray, type Py } from '../nodes/python/py';
import { pathsBeside } from './beside';
import {
  type Chain,
  chainFrom,
  chainLines,
  joinedTo,
  namedApart,
  namesFor,
  tableBehind,
  type WrittenChain,
} from './chain';
import { cannotBeWritten, notConnected } from './left-out';
import type { Block, Codes, DataFile, FittedArray } from './program';
import { reads } from './reads';
import { inStages } from './stage-order';

export interface WriteRequest {
  readonly pipeline: SpecPipeline;
  /** What runs at the wires: of what is written, every table's real columns. */
  readonly schemas: SchemasByNode;
  readonly codes: Codes;
  /** What a run learned, by node. */
  readonly learned?: (nodeId: string) => Learned;
  /** Write what was learned instead of learning it again. */
  readonly fitted?: boolean;
  /** What kinds saw of the data, by node, where they look before they are written. */
  readonly seen?: ReadonlyMap<string, Json>;
}

export type Learned = Pick<Fitted, 'state' | 'model'>;
type SpecNode = CompiledNode<AnySpec>;

/** Statements of a node, or of a chain of preparation steps. */
export interface Part extends Block {
  readonly stage: AnySpec['stage'];
  readonly chain: WrittenChain | null;
}

/** All that is written of a pipeline. */
export interface WrittenParts {
  readonly parts: readonly Part[];
  /** Nodes that are left out, and why. */
  readonly leftOut: readonly { readonly nodeId: string; readonly why: Text }[];
  readonly data: readonly DataFile[];
  readonly arrays: ReadonlyMap<string, FittedArray>;
  /** What stands at each output, by `node.port`; of steps within a chain nothing. */
  readonly wires: ReadonlyMap<string, PyWire>;
  /** What kinds were asked with, by node. */
  readonly asked: ReadonlyMap<string, AnyCodeNode>;
  /** Gives a name that nothing in the program has. */
  readonly name: (word: string) => Py;
  readonly names: ReadonlySet<string>;
  /** Nodes that could not be written, where that was allowed: the parts are to be written again without them. */
  readonly failed: ReadonlySet<string>;
}

export interface Allowed {
  /** Names that no variable may have. */
  readonly taken: Iterable<string>;
  /** Nodes that are not looked at. */
  readonly without: ReadonlySet<string>;
  /** Nodes that may fail. */
  readonly mayFail: (nodeId: string) => boolean;
}

/** Writes each node of a pipeline. Fails with `columns-unknown` where the columns at a wire are not known yet. */
export function writeParts(
  { pipeline, schemas, codes, learned, fitted = false, seen }: WriteRequest,
  { taken, without, mayFail }: Allowed,
): WrittenParts {
  const wires = new Map<string, PyWire>();
  const chains = new Map<string, Chain>();
  const fresh = freshNames(taken);
  const names = new Set<string>();
  const beside = pathsBeside();
  const parts: Part[] = [];
  const leftOut: { nodeId: string; why: Text }[] = [];
  const data: DataFile[] = [];
  const arrays = new Map<string, FittedArray>();
  const all = new Map<string, AnyCodeNode>();
  const failed = new Set<string>();
  const name = (word: string): Py => {
    const piece = fresh(word);
    names.add(piece);
    return { piece, uses: [] };
  };
  const finish = (chain: Chain, key: string, stage: AnySpec['stage']): PyTable => {
    const nodes = chain.links.map((link) => link.node);
    const called = namesFor(chain, name);
    parts.push({
      stage,
      nodeIds: nodes.map((node) => node.id),
      title: joinedNames(nodes),
      // Written below, once it is known what reads it.
      lines: [],
      chain: { chain, names: called, apart: [] },
    });
    chains.delete(key);
    const table = tableBehind(chain, called);
    wires.set(key, table);
    return table;
  };

  const write = ({ node, stage }: { readonly node: SpecNode; readonly stage: AnySpec['stage'] }): void => {
    const { id, spec, parsed, mode } = node;
    const code = spec && codes.get(spec.id);
    if (spec === undefined || code === undefined || !parsed.ok) {
      leftOut.push({ nodeId: id, why: cannotBeWritten(node) });
      return;
    }
    if (mode !== 'on' || code.python === undefined) return;
    const inputs = inputsOf(pipeline, node, wires);
    if (inputs === null) {
      leftOut.push({ nodeId: id, why: notConnected(node) });
      return;
    }
    if (code.look !== undefined && seen?.has(id) !== true) throw unknown(node);
    const learnedHere = (): Fitted | null => (learned === undefined ? null : fittedOf(id, learned(id), arrays));
    const asked: AnyCodeNode = {
      id,
      params: parsed.params,
      inputs,
      output: (port) => known(node, port, schemas[id]?.[port]),
      seed: deriveSeed(pipeline.document.seed, id),
      name,
      dataFile: (word) => {
        const path = beside.rows(word);
        data.push({ nodeId: id, path });
        return path;
      },
      givenFile: (given) => {
        const path = beside.file(given);
        data.push({ nodeId: id, path, given });
        return path;
      },
      fitted: fitted ? learnedHere() : null,
      learned: learnedHere,
      seen: seen?.get(id) ?? null,
    };
    all.set(id, asked);
    const fragment = code.python(asked);
    if (fragment.writes === 'nothing') {
      leftOut.push({ nodeId: id, why: fragment.why });
      return;
    }
    if (fragment.writes === 'lines') {
      parts.push({ stage, nodeIds: [id], title: nameOf(node), lines: fragment.lines, chain: null });
      for (const [port, wire] of Object.entries(fragment.outputs)) wires.set(wireEnd(id, port), wire);
      return;
    }
    const schema = tableSchema(asked.output(node.outputs[0]?.name ?? ''));
    const [port = ''] = node.outputs.map((output) => output.name);
    const before = pipeline.source(id, node.inputs[0]?.name ?? '');
    const begun = before && chains.get(keyOf(before));
    const broken = before !== undefined && begun !== undefined && fragment.only !== undefined;
    const table = broken ? finish(begun, keyOf(before), stage) : (begun?.table ?? tableIn(inputs));
    const chain = joinedTo(broken || begun === undefined ? chainFrom(table) : begun, { node, step: fragment }, name);
    const key = wireEnd(id, port);
    const reached = { ...chain, schema, images: fragment.images ?? chain.images };
    if (!goesOn(pipeline, id, port, codes, without)) {
      finish(reached, key, stage);
      return;
    }
    // What stands here is never drawn on: the step behind it takes the chain up.
    chains.set(key, reached);
    wires.set(key, { ...reached.table, schema: reached.schema, images: reached.images });
  };

  for (const staged of inStages(pipeline)) {
    const { id } = staged.node;
    if (without.has(id)) continue;
    try {
      write(staged);
    } catch (cause) {
      if (!(cause instanceof Failure) || !mayFail(id)) throw cause;
      failed.add(id);
    }
  }
  for (const end of chains.keys()) wires.delete(end);
  const isRead = (each: Py): boolean => parts.some(({ lines }) => reads(lines, each));
  return {
    parts: parts.map(({ chain, ...part }) =>
      chain === null
        ? { ...part, chain }
        : {
            ...part,
            lines: chainLines(chain.chain, chain.names, fitted, isRead),
            chain: namedApart(chain.chain, chain.names, name),
          },
    ),
    leftOut,
    data,
    arrays,
    wires,
    asked: all,
    name,
    names,
    failed,
  };
}

/** Whether one step, and nothing else, takes up what this one gives. */
function goesOn(pipeline: SpecPipeline, id: string, port: string, codes: Codes, without: ReadonlySet<string>): boolean {
  const takers = pipeline.nodes.flatMap((node) =>
    node.mode !== 'on' || without.has(node.id)
      ? []
      : node.inputs.flatMap((input) =>
          pipeline.sources(node.id, input.name).some((end) => end.nodeId === id && end.port === port) ? [node] : [],
        ),
  );
  const [next] = takers;
  return takers.length === 1 && next?.spec?.role === 'step' && next.parsed.ok && codes.has(next.spec.id);
}

/** What stands at a node's inputs; null where one that it needs is not there. */
function inputsOf(
  pipeline: SpecPipeline,
  node: SpecNode,
  wires: ReadonlyMap<string, PyWire>,
): AnyCodeNode['inputs'] | null {
  const inputs: Record<string, PyWire | readonly PyWire[] | undefined> = {};
  for (const { name, many, optional, live, feedback } of node.inputs) {
    if (live === 'only' || feedback === true) continue;
    const found = pipeline.sources(node.id, name).flatMap((end) => wires.get(keyOf(end)) ?? []);
    if (found.length === 0 && optional !== true) return null;
    inputs[name] = many === true ? found : found[0];
  }
  return inputs;
}

function tableIn(inputs: AnyCodeNode['inputs']): PyTable {
  const table = Object.values(inputs).find((wire) => wire !== undefined && 'type' in wire && wire.type === 'table');
  if (table === undefined || !('frame' in table)) throw new Error('a step has a table');
  return table;
}

function known(node: SpecNode, port: string, schema: WireSchema | undefined): TableSchema | ModelSchema | undefined {
  const type = node.outputs.find((output) => output.name === port)?.type;
  if (type !== 'table' && type !== 'model') return undefined;
  if (schema?.type === 'model' || (schema?.type === 'table' && schema.complete)) return schema;
  throw unknown(node);
}

function unknown(node: SpecNode): Failure {
  const name = nameOf(node);
  return new Failure({
    code: 'columns-unknown',
    message: text(
      `What “${name.en}” gives is not known yet.`,
      `“${name.ko}” 노드의 결과에 어떤 열이 있는지 아직 알 수 없어요.`,
    ),
    hint: text('Run the pipeline up to here first.', '먼저 여기까지 실행해 주세요.'),
  });
}

function tableSchema(schema: WireSchema | undefined): TableSchema {
  if (schema?.type !== 'table') throw new Error('a step gives a table');
  return schema;
}

function fittedOf(id: string, learned: Learned, arrays: Map<string, FittedArray>): Fitted {
  return {
    ...learned,
    array(name, values, shape = [values.length]) {
      const key = `${id}.${name}`;
      arrays.set(key, { values, shape });
      return learnedArray(key);
    },
  };
}

/** What a chain of nodes is called. */
export function joinedNames(nodes: readonly SpecNode[]): Text {
  const names = nodes.map(nameOf);
  return text(names.map(({ en }) => en).join(' → '), names.map(({ ko }) => ko).join(' → '));
}

const keyOf = ({ nodeId, port }: WireEnd): string => wireEnd(nodeId, port);
