import type { PipelineDocument } from '../../graph/document';
import { sha256Hex } from '../../lib/hash';
import type { JsonObject } from '../../lib/json';
import { exampleDocument, exampleNode, exampleWires } from '../graph/example-catalog';
import type { AgreementCase, AgreementCheck } from './agreement';

/** A kind that trains, and how its model is compared. */
export interface Training {
  readonly kind: string;
  readonly name: string;
  readonly params?: JsonObject;
  /** Write what was learned. */
  readonly fitted?: boolean;
  readonly by?: AgreementCheck['by'];
  readonly within: number;
}

/** What stands before it; its last node is called `rows`. */
export interface Source {
  readonly nodes: PipelineDocument['nodes'];
  readonly wires: readonly string[];
  readonly inputs?: ReadonlyMap<string, Uint8Array>;
}

/** A pipeline that trains, whose rows are those that the engine prepared. */
export function trainingCase(
  { kind, name, params = {}, fitted = false, by = 'answers', within }: Training,
  { nodes, wires, inputs }: Source,
): AgreementCase {
  return {
    about: kind,
    name: fitted ? `${name}, as learned` : name,
    document: exampleDocument(
      [...nodes, exampleNode('train', kind, { params })],
      exampleWires(...wires, 'rows.table > train.table'),
    ),
    fitted,
    prepared: true,
    ...(inputs && { inputs }),
    checks: [{ end: 'train.model', on: 'rows.table', by, within }],
  };
}

/** A sample, split, and scaled unless it is not wanted. */
export function sampleRows(name: string, split: JsonObject = {}): Source {
  return {
    nodes: [
      exampleNode('read', 'ingest.sample', { params: { name } }),
      exampleNode('split', 'prepare.split', { params: split }),
      exampleNode('rows', 'prepare.scale'),
    ],
    wires: ['read.table > split.table', 'split.table > rows.table'],
  };
}

/** A sample as it is: neither split nor scaled. */
export const plainRows = (name: string): Source => ({
  nodes: [
    exampleNode('read', 'ingest.sample', { params: { name } }),
    exampleNode('rows', 'prepare.columns', { params: {} }),
  ],
  wires: ['read.table > rows.table'],
});

/** The digits as images, few of which are learned from. */
export function digitRows(shape: JsonObject = { height: 8, width: 8 }): Source {
  return {
    nodes: [
      exampleNode('read', 'ingest.sample', { params: { name: 'digits8x8' } }),
      exampleNode('split', 'prepare.split', { params: { validation: 0.05, test: 0.75 } }),
      exampleNode('rows', 'prepare.image', { params: { divisor: 16, ...shape } }),
    ],
    wires: ['read.table > split.table', 'split.table > rows.table'],
  };
}

/** A file, with the columns as `columns` says; split unless it is not wanted. */
export function fileRows(csv: string, columns: JsonObject, split: JsonObject | null = {}): Source {
  const bytes = new TextEncoder().encode(csv);
  const file = { name: 'rows.csv', hash: sha256Hex(bytes), bytes: bytes.length };
  const isSplit = split !== null;
  return {
    nodes: [
      exampleNode('read', 'ingest.file', { params: { file } }),
      exampleNode(isSplit ? 'columns' : 'rows', 'prepare.columns', { params: columns }),
      ...(isSplit ? [exampleNode('rows', 'prepare.split', { params: split })] : []),
    ],
    wires: isSplit ? ['read.table > columns.table', 'columns.table > rows.table'] : ['read.table > rows.table'],
    inputs: new Map([[file.hash, bytes]]),
  };
}
