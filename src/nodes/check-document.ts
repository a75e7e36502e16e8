import { passThrough } from '../graph/catalog';
import type { PipelineDocument, PipelineNode } from '../graph/document';
import { orderNodes } from '../graph/order-nodes';
import type { Problem } from '../graph/problem';
import { sameMeaning, sameNode } from '../graph/same-meaning';
import type { WireSchema } from '../graph/schema-types';
import { structureProblems } from '../graph/structure-problems';
import { parseEnd } from '../graph/wire';
import { type Text, text } from '../lib/text';
import { catalog as everyKind, type SpecCatalog } from './catalog';
import type { AnySpec, InputSchemas } from './kind';
import { paramProblems } from './param-problems';

export type OutputSchemas = Readonly<Record<string, WireSchema | undefined>>;

/** Output schemas by node id and port. */
export type SchemasByNode = Readonly<Record<string, OutputSchemas>>;

export interface Check {
  readonly problems: readonly Problem[];
  readonly schemas: SchemasByNode;
}

/** Checks a document, remembering what it found of each node so that an edit costs what it touches. */
export type DocumentChecker = (document: PipelineDocument, known?: SchemasByNode) => Check;

/**
 * Everything that can be said of a document without running it. `known` holds schemas learned by
 * running, by node id: they stand in for inferred ones. Never throws, whatever the params.
 */
export function checkDocument(
  document: PipelineDocument,
  catalog: SpecCatalog = everyKind,
  known: SchemasByNode = {},
): Check {
  return createDocumentChecker(catalog)(document, known);
}

interface NodeCheck {
  readonly node: PipelineNode;
  readonly wired: readonly (string | null)[];
  readonly inputs: readonly (WireSchema | undefined)[];
  readonly known: OutputSchemas | undefined;
  readonly problems: readonly Problem[];
  readonly outputs: OutputSchemas;
}

export function createDocumentChecker(catalog: SpecCatalog = everyKind): DocumentChecker {
  let memory = new Map<string, NodeCheck>();
  let last: { document: PipelineDocument; known: SchemasByNode; check: Check } | undefined;
  return (document, known = {}) => {
    if (last !== undefined && last.known === known && sameMeaning(last.document, document)) {
      last = { ...last, document };
      return last.check;
    }
    const next = new Map<string, NodeCheck>();
    const check = walk(document, catalog, known, memory, next);
    memory = next;
    last = { document, known, check };
    return check;
  };
}

function walk(
  document: PipelineDocument,
  catalog: SpecCatalog,
  known: SchemasByNode,
  memory: ReadonlyMap<string, NodeCheck>,
  next: Map<string, NodeCheck>,
): Check {
  const nodes = new Map(document.nodes.map((node) => [node.id, node]));
  const wires = new Map(document.edges.map((edge) => [edge.to, edge.from]));
  const schemas: Record<string, OutputSchemas> = {};
  const byNode = new Map<string, readonly Problem[]>();
  const { order, cycles, blocked } = orderNodes(document, catalog);
  for (const id of [...order, ...cycles.flat(), ...blocked]) {
    const node = nodes.get(id);
    if (node === undefined) continue;
    const spec = catalog.kind(node.kind);
    if (spec === undefined) {
      byNode.set(id, [unknownKind(node)]);
      continue;
    }
    const wired = spec.inputs.map((port) => {
      const from = wires.get(`${id}.${port.name}`);
      return from !== undefined && nodes.has(parseEnd(from).nodeId) ? from : null;
    });
    const inputs = wired.map((from, index) => {
      if (from === null) return undefined;
      const source = parseEnd(from);
      const schema = schemas[source.nodeId]?.[source.port];
      return schema !== undefined && schema.type === spec.inputs[index]?.type ? schema : undefined;
    });
    const offs = wired.map((from) => (from !== null && nodes.get(parseEnd(from).nodeId)?.mode === 'off' ? from : null));
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
      : { node, wired, inputs, known: learned, ...checkNode(node, spec, wired, inputs, learned) };
    next.set(id, check);
    schemas[id] = check.outputs;
    byNode.set(id, [
      ...check.problems,
      ...offs.flatMap((from) => (from === null ? [] : [sourceOff(node, nodes, from)])),
    ]);
  }
  const problems = [
    ...document.nodes.flatMap((node) => byNode.get(node.id) ?? []),
    ...structureProblems(document, catalog),
  ];
  return { problems, schemas };
}

function equalItems<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

function checkNode(
  node: PipelineNode,
  spec: AnySpec,
  wired: readonly (string | null)[],
  inputs: readonly (WireSchema | undefined)[],
  learned: OutputSchemas | undefined,
): { readonly problems: readonly Problem[]; readonly outputs: OutputSchemas } {
  if (node.mode === 'off') return { problems: [], outputs: {} };
  const byPort: InputSchemas = Object.fromEntries(spec.inputs.map((port, index) => [port.name, inputs[index]]));
  if (node.mode === 'bypassed') {
    const outputs = [...passThrough(spec)].map(([to, from]) => [to, from === null ? undefined : byPort[from]]);
    return { problems: [], outputs: Object.fromEntries(outputs) };
  }
  const problems: Problem[] = [];
  for (const [index, port] of spec.inputs.entries()) {
    if (wired[index] !== null || port.optional === true || port.feedback === true) continue;
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
  const unfit = paramProblems(spec, node.params, node.id);
  problems.push(...unfit);
  if (unfit.length > 0) return { problems, outputs: learned ?? {} };
  try {
    const inferred = spec.infer(byPort, node.params, { nodeId: node.id });
    for (const problem of inferred.problems) problems.push({ ...problem, nodeId: problem.nodeId ?? node.id });
    return { problems, outputs: learned === undefined ? inferred.outputs : { ...inferred.outputs, ...learned } };
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
    return { problems, outputs: learned ?? {} };
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

function sourceOff(node: PipelineNode, nodes: ReadonlyMap<string, PipelineNode>, from: string): Problem {
  const source = nodes.get(parseEnd(from).nodeId);
  const name: Text = text(source?.label || (source?.id ?? ''), source?.label || (source?.id ?? ''));
  return {
    code: 'source-off',
    severity: 'warning',
    nodeId: node.id,
    message: text(
      `This node will not run: "${name.en}", which feeds it, is off.`,
      `앞의 "${name.ko}" 노드가 꺼져 있어서 실행되지 않아요.`,
    ),
    hint: text('Switch that node on, or bypass it.', '그 노드를 켜거나 우회하도록 설정해 주세요.'),
  };
}
