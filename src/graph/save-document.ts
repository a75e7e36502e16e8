import { compareByCodePoint } from '../lib/code-points';
import { isObject, type Json, type JsonObject } from '../lib/json';
import {
  DOCUMENT_VERSION,
  type PipelineDocument,
  type PipelineEdge,
  type PipelineGroup,
  type PipelineNode,
  type PipelineNote,
  type PipelineParameter,
} from './document';

/** A JSON value whose objects keep their keys in the order given, whole numbers as keys included. */
type Ordered = Json | readonly Ordered[] | OrderedObject;
class OrderedObject {
  constructor(readonly entries: readonly (readonly [string, Ordered])[]) {}
}
const ordered = (...entries: readonly (readonly [string, Ordered])[]): OrderedObject => new OrderedObject(entries);

/**
 * The text of a pipeline file: keys in a fixed order, params in code-point order, two spaces,
 * a newline at the end. Equal documents give equal bytes, so that a diff shows only what changed.
 */
export function saveDocument(document: PipelineDocument): string {
  const tree = ordered(
    ['format', document.format],
    ['version', document.version],
    ['name', document.name],
    ['description', document.description],
    ['seed', document.seed],
    ['nodes', document.nodes.map(nodeTree)],
    ['edges', document.edges.map(edgeTree)],
    ['notes', document.notes.map(noteTree)],
    ...optional('parameters', document.parameters?.map(parameterTree)),
    ...extraEntries(document.extra),
  );
  return `${write(tree, '')}\n`;
}

/** The text of some nodes with their wires and notes, in the same style. */
export function saveClip(clip: {
  readonly nodes: readonly PipelineNode[];
  readonly edges: readonly PipelineEdge[];
  readonly notes: readonly PipelineNote[];
}): string {
  const tree = ordered(
    ['format', 'millrace/clip'],
    ['version', DOCUMENT_VERSION],
    ['nodes', clip.nodes.map(nodeTree)],
    ['edges', clip.edges.map(edgeTree)],
    ['notes', clip.notes.map(noteTree)],
  );
  return `${write(tree, '')}\n`;
}

const pointTree = (at: { readonly x: number; readonly y: number }): Ordered => ordered(['x', at.x], ['y', at.y]);

const nodeTree = (node: PipelineNode): Ordered =>
  ordered(
    ['id', node.id],
    ['kind', node.kind],
    ['label', node.label],
    ['params', sorted(node.params)],
    ['position', pointTree(node.position)],
    ['mode', node.mode],
    ...optional('group', node.group === undefined ? undefined : groupTree(node.group)),
    ...extraEntries(node.extra),
  );

const edgeTree = (edge: PipelineEdge): Ordered =>
  ordered(['from', edge.from], ['to', edge.to], ...extraEntries(edge.extra));

const groupTree = (group: PipelineGroup): Ordered => {
  const portTree = ({ name, end }: PipelineGroup['inputs'][number]): Ordered => ordered(['name', name], ['end', end]);
  return ordered(
    ['nodes', group.nodes.map(nodeTree)],
    ['edges', group.edges.map(edgeTree)],
    ['notes', group.notes.map(noteTree)],
    ['inputs', group.inputs.map(portTree)],
    ['outputs', group.outputs.map(portTree)],
    ['parameters', group.parameters.map(parameterTree)],
    ...extraEntries(group.extra),
  );
};

const parameterTree = (parameter: PipelineParameter): Ordered =>
  ordered(
    ['name', parameter.name],
    ['label', parameter.label],
    ['targets', parameter.targets],
    ...extraEntries(parameter.extra),
  );

type Entry = readonly [string, Ordered];
const optional = (key: string, value: Ordered | undefined): readonly Entry[] =>
  value === undefined ? [] : [[key, value]];

/** Fields that are not known come after those that are. */
function extraEntries(extra: JsonObject | undefined): readonly Entry[] {
  const tree = extra === undefined ? undefined : sorted(extra);
  return tree instanceof OrderedObject ? tree.entries : [];
}

const noteTree = (note: PipelineNote): Ordered =>
  ordered(
    ['id', note.id],
    ['text', note.text],
    ['position', pointTree(note.position)],
    ['size', ordered(['width', note.size.width], ['height', note.size.height])],
    ...extraEntries(note.extra),
  );

const isList = (value: Ordered): value is readonly Ordered[] => Array.isArray(value);
function sorted(value: Json): Ordered {
  if (isObject(value)) {
    const entries = Object.entries(value).sort(([a], [b]) => compareByCodePoint(a, b));
    return new OrderedObject(entries.map(([key, item]) => [key, sorted(item)]));
  }
  return Array.isArray(value) ? value.map(sorted) : value;
}

function write(value: Ordered, indent: string): string {
  const inner = `${indent}  `;
  if (value instanceof OrderedObject) {
    if (value.entries.length === 0) return '{}';
    const lines = value.entries.map(([key, item]) => `${inner}${JSON.stringify(key)}: ${write(item, inner)}`);
    return `{\n${lines.join(',\n')}\n${indent}}`;
  }
  if (isList(value)) {
    if (value.length === 0) return '[]';
    return `[\n${value.map((item) => inner + write(item, inner)).join(',\n')}\n${indent}]`;
  }
  return JSON.stringify(value);
}
