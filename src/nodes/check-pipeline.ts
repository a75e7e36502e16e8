import { contentProblems } from '../graph/content-problems';
import type { PipelineDocument, PipelineNode } from '../graph/document';
import { type PortShape, passThrough } from '../graph/kind-shape';
import { loopProblems } from '../graph/loop-problems';
import { nameOf } from '../graph/node-name';
import type { CompiledNode, CompiledWire } from '../graph/pipeline';
import type { Problem } from '../graph/problem';
import { sameMeaning, sameNode } from '../graph/same-meaning';
import type { WireSchema } from '../graph/schema-types';
import { structureProblems } from '../graph/structure-problems';
import { text } from '../lib/text';
import type { SpecPipeline } from './catalog';
import type { AnySpec } from './contract/kind';
import { paramProblems } from './contract/param-problems';
import { type OutputSchemas, withLearned } from './learned-schemas';
import { splitProblems } from './split-problems';

export type { OutputSchemas };

/** Output schemas by node id and port. */
export type SchemasByNode = Readonly<Record<string, OutputSchemas>>;

export interface Check {
  readonly problems: readonly Problem[];
  readonly schemas: SchemasByNode;
}

/** Checks a pipeline, remembering what it found of each node so that an edit costs what it touches. */
export type Checker = (pipeline: SpecPipeline, known?: SchemasByNode) => Check;

/**
 * Everything that can be said of a pipeline without running it. `known` holds schemas learned by
 * running, by node id: they stand in for inferred ones. Never throws, whatever the params.
 */
export function checkPipeline(pipeline: SpecPipeline, known: SchemasByNode = {}): Check {
  return createChecker()(pipeline, known);
}

/** What is known of each wire at one input, in their order. */
type Incoming = readonly (WireSchema | undefined)[];

interface NodeCheck {
  readonly node: PipelineNode;
  readonly into: readonly CompiledWire[];
  readonly ports: readonly PortShape[];
  /** Those of {@link into} that take part, by input. */
  readonly wires: readonly (readonly CompiledWire[])[];
  readonly inputs: readonly Incoming[];
  readonly known: OutputSchemas | undefined;
  readonly problems: readonly Problem[];
  readonly outputs: OutputSchemas;
}

export function createChecker(): Checker {
  let memory = new Map<string, NodeCheck>();
  let last: { document: PipelineDocument; known: SchemasByNode; check: Check } | undefined;
  return (pipeline, known = {}) => {
    const { document } = pipeline;
    if (last !== undefined && last.known === known && sameMeaning(last.document, document)) {
      last = { ...last, document };
      return last.check;
    }
    const next = new Map<string, NodeCheck>();
    const check = walk(pipeline, known, memory, next);
    memory = next;
    last = { document, known, check };
    return check;
  };
}

function walk(
  pipeline: SpecPipeline,
  known: SchemasByNode,
  memory: ReadonlyMap<string, NodeCheck>,
  next: Map<string, NodeCheck>,
): Check {
  const schemas: Record<string, OutputSchemas> = {};
  const byNode = new Map<string, readonly Problem[]>();
  for (const compiled of pipeline.sequence) {
    const { id, node, spec } = compiled;
    if (spec === undefined) {
      // What stands within a group is checked where it is run: without groups.
      byNode.set(id, node.group === undefined ? [unknownKind(node)] : []);
      continue;
    }
    const before = memory.get(id);
    const into = pipeline.into(id);
    const wires = before?.into === into && before.ports === compiled.inputs ? before.wires : byInput(compiled, into);
    const offs: CompiledNode<AnySpec>[] = [];
    const inputs = wires.map((each) =>
      each.map(({ from, input }) => {
        const source = pipeline.node(from.nodeId);
        if (source?.mode === 'off') offs.push(source);
        const schema = schemas[from.nodeId]?.[from.port];
        return schema?.type === input?.type ? schema : undefined;
      }),
    );
    const learned = Object.hasOwn(known, id) ? known[id] : undefined;
    const same =
      before !== undefined &&
      sameNode(before.node, node) &&
      before.known === learned &&
      before.ports === compiled.inputs &&
      inputs.every((each, index) => equalItems(each, before.inputs[index] ?? []));
    const check = same
      ? before
      : {
          node,
          into,
          ports: compiled.inputs,
          wires,
          inputs,
          known: learned,
          ...checkNode(compiled, spec, inputs, learned),
        };
    next.set(id, check.into === into ? check : { ...check, into, wires });
    schemas[id] = check.outputs;
    byNode.set(id, [...check.problems, ...offs.map((source) => sourceOff(node, source))]);
  }
  const problems = [
    ...pipeline.nodes.flatMap(({ id }) => byNode.get(id) ?? []),
    ...structureProblems(pipeline),
    ...contentProblems(pipeline),
    ...loopProblems(pipeline),
    ...splitProblems(pipeline),
  ];
  return { problems, schemas };
}

/** The wires that take part at each input: of one that takes a single wire, the first. */
function byInput({ inputs }: CompiledNode, into: readonly CompiledWire[]): NodeCheck['wires'] {
  return inputs.map(({ name, many }) => {
    const joining = into.filter(({ joins, to }) => joins && to.port === name);
    return many === true ? joining : joining.slice(0, 1);
  });
}

function equalItems<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

function checkNode(
  compiled: CompiledNode<AnySpec>,
  spec: AnySpec,
  inputs: readonly Incoming[],
  learned: OutputSchemas | undefined,
): { readonly problems: readonly Problem[]; readonly outputs: OutputSchemas } {
  const { node, parsed } = compiled;
  if (node.mode === 'off') return { problems: [], outputs: {} };
  if (node.mode === 'bypassed') {
    const first = new Map(compiled.inputs.map(({ name }, index) => [name, inputs[index]?.[0]]));
    const outputs = [...passThrough(compiled)].map(([to, from]) => [to, from === null ? undefined : first.get(from)]);
    return { problems: [], outputs: Object.fromEntries(outputs) };
  }
  const problems: Problem[] = [];
  for (const [index, port] of compiled.inputs.entries()) {
    if (inputs[index]?.length !== 0 || port.optional === true || port.feedback === true) continue;
    problems.push({
      code: 'input-not-connected',
      severity: 'error',
      nodeId: node.id,
      port: port.name,
      message: text(`The input "${port.title.en}" is not connected.`, `"${port.title.ko}" 입력이 연결되지 않았어요.`),
      hint: text(
        'Draw a wire to it from an output of the same colour.',
        '같은 색의 출력에서 이 입력으로 연결해 주세요.',
      ),
      mend: { type: 'wire', port: port.name, label: text('Wire it', '연결하기') },
    });
  }
  if (!parsed.ok) {
    return {
      problems: [...problems, ...paramProblems(spec, parsed.issues, node)],
      outputs: withLearned({}, learned ?? {}, inputs.flat()),
    };
  }
  try {
    const byPort = compiled.inputs.map(({ name, many }, index) => {
      const incoming = inputs[index] ?? [];
      return [name, many === true ? incoming : incoming[0]] as const;
    });
    const wired = new Set(compiled.inputs.flatMap(({ name }, index) => (inputs[index]?.length === 0 ? [] : [name])));
    const inferred = spec.infer(Object.fromEntries(byPort), parsed.params, { nodeId: node.id, wired });
    for (const problem of inferred.problems) problems.push({ ...problem, nodeId: problem.nodeId ?? node.id });
    return {
      problems,
      outputs: learned === undefined ? inferred.outputs : withLearned(inferred.outputs, learned, inputs.flat()),
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    problems.push({
      code: 'check-failed',
      severity: 'warning',
      nodeId: node.id,
      message: text(`This node could not be checked (${reason}).`, `이 노드를 미리 점검하지 못했어요 (${reason}).`),
      hint: text(
        'Run it to see whether it works; its columns are not known yet.',
        '실행해서 확인해 주세요. 결과 열은 아직 알 수 없어요.',
      ),
    });
    return { problems, outputs: withLearned({}, learned ?? {}, inputs.flat()) };
  }
}

function unknownKind(node: PipelineNode): Problem {
  return {
    code: 'unknown-kind',
    severity: node.mode === 'off' ? 'warning' : 'error',
    nodeId: node.id,
    message: text(
      `This version of Millrace does not know the kind "${node.kind}".`,
      `이 버전의 Millrace에는 "${node.kind}" 종류의 노드가 없어요.`,
    ),
    hint: text(
      'Open the file in a newer version, replace this node, or switch it off. Its settings are kept.',
      '새 버전에서 열거나, 다른 노드로 바꾸거나, 꺼 주세요. 설정은 그대로 보존돼요.',
    ),
  };
}

function sourceOff(node: PipelineNode, source: CompiledNode<AnySpec>): Problem {
  const name = nameOf(source);
  return {
    code: 'source-off',
    severity: 'warning',
    nodeId: node.id,
    message: text(
      `This node will not run: “${name.en}”, which feeds it, is off.`,
      `앞의 “${name.ko}” 노드가 꺼져 있어서 실행되지 않아요.`,
    ),
    hint: text('Switch that node on, or bypass it.', '그 노드를 켜거나 우회하도록 설정해 주세요.'),
  };
}
