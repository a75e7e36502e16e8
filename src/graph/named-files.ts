import { isObject, type Json, type JsonObject } from '../lib/json';
import type { PipelineDocument, PipelineNode } from './document';

/** A file as a param names it: the document holds no bytes of it. */
export interface NamedFile {
  /** SHA-256 of its bytes, hexadecimal. */
  readonly hash: string;
  readonly name: string;
  readonly bytes: number;
}

const known = new WeakMap<PipelineDocument, readonly NamedFile[]>();

/** The files that a document's params name, at whatever depth and of whatever kind, each once. */
export function namedFiles(document: PipelineDocument): readonly NamedFile[] {
  const before = known.get(document);
  if (before !== undefined) return before;
  const found = new Map<string, NamedFile>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (isNamedFile(value)) found.set(value.hash, { hash: value.hash, name: value.name, bytes: value.bytes });
    else for (const part of Object.values(value)) visit(part);
  };
  visit(document.nodes);
  const files = [...found.values()];
  known.set(document, files);
  return files;
}

/** The nodes that name a file, or hold one that does. */
export const nodesNaming = (document: PipelineDocument, hash: string): readonly PipelineNode[] =>
  document.nodes.filter((node) => namedFiles({ ...document, nodes: [node] }).some((file) => file.hash === hash));

/**
 * Everything in a text that may be a file's hash. A document that can no longer be opened, or was written by a later
 * version, names its files all the same.
 */
export const hashesIn = (source: string): readonly string[] => source.match(/\b[0-9a-f]{64}\b/g) ?? [];

function isNamedFile(value: object): value is NamedFile {
  return (
    'hash' in value &&
    typeof value.hash === 'string' &&
    /^[0-9a-f]{64}$/.test(value.hash) &&
    'name' in value &&
    typeof value.name === 'string' &&
    'bytes' in value &&
    typeof value.bytes === 'number'
  );
}

/** The document with another file named wherever one was. */
export function withFileReplaced(document: PipelineDocument, hash: string, file: NamedFile): PipelineDocument {
  const { name, bytes } = file;
  const replaced = (value: Json): Json => {
    if (typeof value !== 'object' || value === null) return value;
    if (!isObject(value)) return value.map(replaced);
    if (isNamedFile(value) && value.hash === hash) return { ...value, name, hash: file.hash, bytes };
    return replacedIn(value);
  };
  const replacedIn = (params: JsonObject): JsonObject =>
    Object.fromEntries(Object.entries(params).map(([key, value]) => [key, replaced(value)]));
  const replacedOf = (node: PipelineNode): PipelineNode => ({
    ...node,
    params: replacedIn(node.params),
    ...(node.group === undefined ? {} : { group: { ...node.group, nodes: node.group.nodes.map(replacedOf) } }),
  });
  return { ...document, nodes: document.nodes.map(replacedOf) };
}
