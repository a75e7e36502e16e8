import { nameOf } from '../graph/node-name';
import type { CompiledNode } from '../graph/pipeline';
import type { ModelSchema, TableSchema, WireSchema } from '../graph/schema-types';
import { tickingNodes } from '../graph/ticking';
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
import { type Py, py } from '../nodes/python/py';
import { pathsBeside } from './beside';
import { type Chain, chainFrom, chainLines, joinedTo } from './chain';
import { needs } from './needs';
import type { Block, Codes, DataFile, FittedArray, LoopStep, Program, Section } from './program';

export interface ProgramRequest {
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
  /** Write only this node and what it needs. */
  readonly target?: string;
  /** Write the target by itself, also where it could be a step of a `Pipeline`. */
  readonly apart?: boolean;
}

type Learned = Pick<Fitted, 'state' | 'model'>;
type SpecNode = CompiledNode<AnySpec>;

/**
 * Writes a pipeline in Python. Nodes that are off, or lack an input, are left out and named. Fails with
 * `columns-unknown` where the columns at a wire are not known yet.
 */
export function writeProgram(request: ProgramRequest): Program {
  const { program, names } = written(request, []);
  const brought = [
    ...program.helpers.map((helper) => helper.name),
    ...program.imports.map((use) => ('as' in use ? use.as : use.name)),
  ];
  // What a program needs is known once it is written: a variable called like a part of it gets another name.
  return brought.some((name) => names.has(name)) ? written(request, brought).program : program;
}

function written(
  { pipeline, schemas, codes, learned, fitted, seen, target, apart = false }: ProgramRequest,
  taken: readonly string[],
): { readonly program: Program; readonly names: ReadonlySet<string> } {
  const wires = new Map<string, PyWire>();
  const chains = new Map<string, Chain>();
  const fresh = freshNames(taken);
  const names = new Set<string>();
  const beside = pathsBeside();
  const blocks: (Block & { readonly stage: AnySpec['stage'] })[] = [];
  const leftOut: Text[] = [];
  const data: DataFile[] = [];
  const arrays = new Map<string, FittedArray>();
  let sql: string | null = null;
  const wanted = target === undefined ? null : pipeline.upstream([target]);
  const name = (word: string): Py => {
    const piece = fresh(word);
    names.add(piece);
    return { piece, uses: [] };
  };
  const finish = (chain: Chain, key: string): PyTable => {
    const { lines, table, stage } = chainLines(chain, name, fitted === true);
    const nodes = chain.links.map((link) => link.node);
    blocks.push({ stage, nodeIds: nodes.map((node) => node.id), title: joinedNames(nodes.map(nameOf)), lines });
    chains.delete(key);
    wires.set(key, table);
    return table;
  };

  for (const node of pipeline.sequence) {
    const { id, spec, parsed, mode } = node;
    if (wanted !== null && !wanted.has(id)) continue;
    const code = spec && codes.get(spec.id);
    if (spec === undefined || code === undefined || !parsed.ok) {
      leftOut.push(cannotBeWritten(node));
      continue;
    }
    if (mode !== 'on') continue;
    if (code.python === undefined) continue;
    const inputs = inputsOf(pipeline, node, wires);
    if (inputs === null) {
      leftOut.push(notConnected(node));
      continue;
    }
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
      fitted: fitted === true ? learnedHere() : null,
      learned: learnedHere,
      seen: seen?.get(id) ?? null,
    };
    if (id === target) sql = code.sql?.(asked) ?? null;
    const fragment = code.python(asked);
    if (fragment.writes === 'nothing') {
      leftOut.push(fragment.why);
      continue;
    }
    if (fragment.writes === 'lines') {
      blocks.push({ stage: spec.stage, nodeIds: [id], title: nameOf(node), lines: fragment.lines });
      for (const [port, wire] of Object.entries(fragment.outputs)) wires.set(wireEnd(id, port), wire);
      continue;
    }
    const [port = ''] = node.outputs.map((output) => output.name);
    const before = pipeline.source(id, node.inputs[0]?.name ?? '');
    const begun = before && chains.get(keyOf(before));
    const broken = before !== undefined && begun !== undefined && fragment.only !== undefined;
    const table = broken ? finish(begun, keyOf(before)) : (begun?.table ?? tableIn(inputs));
    const chain = joinedTo(broken || begun === undefined ? chainFrom(table) : begun, { node, step: fragment }, name);
    const key = wireEnd(id, port);
    const reached = { ...chain, schema: tableSchema(asked.output(port)), images: fragment.images ?? chain.images };
    if (!goesOn(pipeline, id, port, codes, wanted, apart ? target : undefined)) {
      finish(reached, key);
      continue;
    }
    // What stands here is never drawn on: the step behind it takes the chain up.
    chains.set(key, reached);
    wires.set(key, { ...reached.table, schema: reached.schema, images: reached.images });
  }
  const program: Program = {
    name: pipeline.document.name,
    sections: bySection(blocks),
    loop: loopOf(pipeline, codes, wanted),
    leftOut,
    ...needs(blocks.flatMap(({ lines }) => lines)),
    data,
    arrays,
    variables: variablesOf(wires, chains),
    sql,
    parts: partsOf(wires),
  };
  return { program, names };
}

/** What the nodes do in a tick, in the order in which they are asked; nothing where no stream hands out rows. */
function loopOf(pipeline: SpecPipeline, codes: Codes, wanted: ReadonlySet<string> | null): readonly LoopStep[] {
  const nodes = tickingNodes(pipeline).filter(({ node }) => wanted === null || wanted.has(node.id));
  if (!nodes.some(({ node }) => node.spec?.role === 'stream')) return [];
  return nodes.flatMap(({ node, params }) => {
    const loop = codes.get(node.spec?.id ?? '')?.loop;
    return loop === undefined ? [] : [{ nodeId: node.id, title: nameOf(node), does: loop(params) }];
  });
}

/** Whether one step, and nothing else, takes up what this one gives; never one that is to stand `alone`. */
function goesOn(
  pipeline: SpecPipeline,
  id: string,
  port: string,
  codes: Codes,
  wanted: ReadonlySet<string> | null,
  alone: string | undefined,
): boolean {
  const takers = pipeline.nodes.flatMap((node) =>
    node.mode !== 'on' || (wanted !== null && !wanted.has(node.id))
      ? []
      : node.inputs.flatMap((input) =>
          pipeline.sources(node.id, input.name).some((end) => end.nodeId === id && end.port === port) ? [node] : [],
        ),
  );
  const [next] = takers;
  return (
    takers.length === 1 && next?.spec?.role === 'step' && next.id !== alone && next.parsed.ok && codes.has(next.spec.id)
  );
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
  const name = nameOf(node);
  throw new Failure({
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
      return py`fitted[${key}]`;
    },
  };
}

const bySection = (blocks: readonly (Block & { readonly stage: AnySpec['stage'] })[]): readonly Section[] => {
  const sections: { stage: AnySpec['stage']; blocks: Block[] }[] = [];
  for (const { stage, ...block } of blocks) {
    const last = sections.at(-1);
    if (last?.stage === stage) last.blocks.push(block);
    else sections.push({ stage, blocks: [block] });
  }
  return sections;
};

function variablesOf(
  wires: ReadonlyMap<string, PyWire>,
  chains: ReadonlyMap<string, Chain>,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [end, wire] of wires) {
    if (chains.has(end)) continue;
    const py =
      wire.type === 'table'
        ? wire.frame
        : wire.type === 'model'
          ? wire.estimator
          : 'figures' in wire
            ? wire.figures
            : null;
    if (py !== null && typeof py.piece === 'string') found.set(end, py.piece);
    if (wire.type === 'model' && typeof wire.features.piece === 'string')
      found.set(`${end}.features`, wire.features.piece);
  }
  return found;
}

function partsOf(wires: ReadonlyMap<string, PyWire>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [end, wire] of wires) {
    if (wire.type === 'table' && typeof wire.parts?.piece === 'string') found.set(end, wire.parts.piece);
  }
  return found;
}

const joinedNames = (names: readonly Text[]): Text =>
  text(names.map(({ en }) => en).join(' → '), names.map(({ ko }) => ko).join(' → '));

const cannotBeWritten = (node: SpecNode): Text => {
  const { en, ko } = nameOf(node);
  return text(
    `“${en}” cannot be written: this version does not know it, or a setting is wrong.`,
    `“${ko}” 노드는 이 버전이 모르거나 설정이 잘못되어 쓸 수 없어요.`,
  );
};

const notConnected = (node: SpecNode): Text => {
  const { en, ko } = nameOf(node);
  return text(
    `“${en}” is left out: something that it needs is not connected.`,
    `“${ko}” 노드는 필요한 입력이 연결되지 않아 뺐어요.`,
  );
};

const keyOf = ({ nodeId, port }: WireEnd): string => wireEnd(nodeId, port);
