import type { PipelineDocument, PipelineNode } from '../graph/document';
import { passThrough } from '../graph/kind-shape';
import type { CompiledNode } from '../graph/pipeline';
import type { Problem } from '../graph/problem';
import { sameMeaning, sameNode } from '../graph/same-meaning';
import type { WireSchema } from '../graph/schema-types';
import { structureProblems } from '../graph/structure-problems';
import { text } from '../lib/text';
import type { SpecPipeline } from './catalog';
import type { AnySpec, InputSchemas } from './contract/kind';
import { paramProblems } from './contract/param-problems';
import { type OutputSchemas, withLearned } from './learned-schemas';

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

interface NodeCheck {
  readonly node: PipelineNode;
  readonly wired: readonly boolean[];
  readonly inputs: readonly (WireSchema | undefined)[];
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
      byNode.set(id, [unknownKind(node)]);
      continue;
    }
    const wires = compiled.inputs.map(({ name }) =>
      pipeline.into(id, name).find(({ from }) => pipeline.node(from.nodeId) !== undefined),
    );
    const wired = wires.map((wire) => wire !== undefined);
    const inputs = wires.map((wire) => {
      const schema = wire === undefined ? undefined : schemas[wire.from.nodeId]?.[wire.from.port];
      return schema?.type === wire?.input?.type ? schema : undefined;
    });
    const offs = wires.flatMap((wire) => {
      const source = pipeline.node(wire?.from.nodeId ?? '');
      return source?.mode === 'off' ? [source.node] : [];
    });
    const learned = Object.hasOwn(known, id) ? known[id] : undefined;
    const before = memory.get(id);
    const same =
      before !== undefined &&
      sameNode(before.node, node) &&
      before.known === learned &&
      equalItems(before.inputs, inputs) &&
      equalItems(before.wired, wired);
    const check = same
      ? before
      : { node, wired, inputs, known: learned, ...checkNode(compiled, spec, wired, inputs, learned) };
    next.set(id, check);
    schemas[id] = check.outputs;
    byNode.set(id, [...check.problems, ...offs.map((source) => sourceOff(node, source))]);
  }
  const problems = [...pipeline.nodes.flatMap(({ id }) => byNode.get(id) ?? []), ...structureProblems(pipeline)];
  return { problems, schemas };
}

function equalItems<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

function checkNode(
  compiled: CompiledNode<AnySpec>,
  spec: AnySpec,
  wired: readonly boolean[],
  inputs: readonly (WireSchema | undefined)[],
  learned: OutputSchemas | undefined,
): { readonly problems: readonly Problem[]; readonly outputs: OutputSchemas } {
  const { node, parsed } = compiled;
  if (node.mode === 'off') return { problems: [], outputs: {} };
  const byPort: InputSchemas = Object.fromEntries(compiled.inputs.map((port, index) => [port.name, inputs[index]]));
  if (node.mode === 'bypassed') {
    const outputs = [...passThrough(compiled)].map(([to, from]) => [to, from === null ? undefined : byPort[from]]);
    return { problems: [], outputs: Object.fromEntries(outputs) };
  }
  const problems: Problem[] = [];
  for (const [index, port] of compiled.inputs.entries()) {
    if (wired[index] === true || port.optional === true || port.feedback === true) continue;
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
    });
  }
  if (!parsed.ok) {
    return {
      problems: [...problems, ...paramProblems(spec, parsed.issues, node.id)],
      outputs: withLearned({}, learned ?? {}, byPort),
    };
  }
  try {
    const inferred = spec.infer(byPort, parsed.params, { nodeId: node.id });
    for (const problem of inferred.problems) problems.push({ ...problem, nodeId: problem.nodeId ?? node.id });
    return {
      problems,
      outputs: learned === undefined ? inferred.outputs : withLearned(inferred.outputs, learned, byPort),
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
    return { problems, outputs: withLearned({}, learned ?? {}, byPort) };
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
      '새 버전에서 열거나, 다른 노드로 바꾸거나, 꺼 주세요. 설정은 그대로 보존됩니다.',
    ),
  };
}

function sourceOff(node: PipelineNode, source: PipelineNode): Problem {
  const name = source.label || source.id;
  return {
    code: 'source-off',
    severity: 'warning',
    nodeId: node.id,
    message: text(
      `This node will not run: "${name}", which feeds it, is off.`,
      `앞의 "${name}" 노드가 꺼져 있어서 실행되지 않아요.`,
    ),
    hint: text('Switch that node on, or bypass it.', '그 노드를 켜거나 우회하도록 설정해 주세요.'),
  };
}
