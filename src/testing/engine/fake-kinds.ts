import { z } from 'zod';
import type { Host } from '../../engine/host';
import type { Kinds } from '../../engine/kinds';
import { indexKinds } from '../../engine/kinds';
import type { PipelineDocument, PipelineNode } from '../../graph/document';
import type { KindShape } from '../../graph/kind-shape';
import type { Json, JsonObject } from '../../lib/json';
import { text } from '../../lib/text';
import type { AnySpec, PortSpec } from '../../nodes/contract/kind';
import { defineKind } from '../../nodes/contract/kind';
import type { Inputs, Outputs, RunContext, Runner } from '../../nodes/contract/runner';
import type { NumericColumn, Table } from '../../table/table';

/** Kinds for the engine's own tests and measurements: they add numbers and do as they are told. */
export interface FakeKind {
  readonly id: string;
  readonly computesWith?: KindShape['computesWith'];
  readonly inputs?: readonly string[];
  /** Inputs that take several wires. */
  readonly many?: readonly string[];
  /** Further inputs by params; then none of the above. */
  readonly inputsOf?: (value: number) => readonly string[];
  readonly outputs?: readonly string[];
  readonly feedback?: readonly string[];
  run(inputs: Inputs, params: JsonObject, ctx: RunContext): Promise<Outputs> | Outputs;
}

const port = (name: string, more: Partial<PortSpec> = {}): PortSpec => ({
  name,
  type: 'table',
  title: text(name, name),
  ...more,
});

/** Indexes fake kinds as the engine takes them. */
export function fakeKinds(kinds: readonly FakeKind[]): Kinds {
  const specs = kinds.map((kind): AnySpec => {
    const outputs = (kind.outputs ?? ['table']).map((name) => port(name));
    const inputs = [
      ...(kind.inputs ?? []).map((name) => port(name)),
      ...(kind.many ?? []).map((name) => port(name, { many: true })),
      ...(kind.feedback ?? []).map((name) => port(name, { feedback: true })),
    ];
    const { inputsOf } = kind;
    return defineKind({
      id: kind.id,
      version: 1,
      stage: 'prepare',
      role: 'step',
      computesWith: kind.computesWith ?? 'nothing',
      icon: 'box',
      title: text(kind.id, kind.id),
      keywords: [],
      ...(inputsOf === undefined
        ? { inputs, outputs }
        : { ports: ({ value }) => ({ inputs: inputsOf(Number(value)).map((name) => port(name)), outputs }) }),
      params: z.strictObject({ value: z.number().default(0) }),
      form: { value: { label: text('Value', '값'), control: { type: 'number' } } },
      summary: () => text(kind.id, kind.id),
      infer: () => ({ outputs: {}, problems: [] }),
    });
  });
  const runners = kinds.map(
    (kind): Runner => ({ kind: kind.id, run: async (inputs, params, ctx) => kind.run(inputs, params, ctx) }),
  );
  return indexKinds(specs, runners);
}

/** A one-cell table. */
export function cell(value: number): Outputs {
  return { table: { type: 'table', table: oneCell(value) } };
}

function oneCell(value: number): Table {
  const column: NumericColumn = { name: 'x', role: null, type: 'number', values: Float64Array.of(value) };
  return { rows: 1, columns: [column], partition: null, sourceRows: null, recipe: { source: [], steps: [] } };
}

/** The number in a one-cell table on a port. */
export function numberAt(inputs: Inputs, name: string): number {
  return numbersAt(inputs, name)[0] ?? Number.NaN;
}

/** The numbers in the one-cell tables on a port, in the order of its wires. */
export function numbersAt(inputs: Inputs, name: string): readonly number[] {
  const found = inputs[name];
  const values = found === undefined ? [] : 'length' in found ? found : [found];
  return values.map((value) => {
    const column = value.type === 'table' ? value.table.columns[0] : undefined;
    return column?.type === 'number' ? (column.values[0] ?? Number.NaN) : Number.NaN;
  });
}

/** `source` gives its value; `add` adds its value to its input; `sum` adds up to two inputs. */
export const arithmetic: readonly FakeKind[] = [
  { id: 'source', run: (_inputs, params) => cell(Number(params.value)) },
  { id: 'add', inputs: ['in'], run: (inputs, params) => cell(numberAt(inputs, 'in') + Number(params.value)) },
  { id: 'sum', inputs: ['a', 'b'], run: (inputs) => cell(numberAt(inputs, 'a') + numberAt(inputs, 'b')) },
];

/** A document from short notation: nodes as `id: kind` or with params, wires as `a.table > b.in`. */
export function pipeline(
  nodes: Readonly<Record<string, string | { kind: string; value?: Json; mode?: PipelineNode['mode'] }>>,
  wires: readonly string[] = [],
  seed = 42,
): PipelineDocument {
  return {
    format: 'millrace/pipeline',
    version: 4,
    name: 'test',
    description: '',
    seed,
    nodes: Object.entries(nodes).map(([id, given]) => {
      const node = typeof given === 'string' ? { kind: given } : given;
      return {
        id,
        kind: node.kind,
        label: '',
        params: node.value === undefined ? {} : { value: node.value },
        position: { x: 0, y: 0 },
        mode: node.mode ?? 'on',
      };
    }),
    edges: wires.map((wire) => {
      const [from = '', to = ''] = wire.split(' > ');
      return { from, to };
    }),
    notes: [],
  };
}

/** A chain of `length` nodes: one source, then additions of 1. */
export function chain(length: number): PipelineDocument {
  const ids = Array.from({ length }, (_, index) => `n${index}`);
  return pipeline(
    Object.fromEntries(ids.map((id, index) => [id, { kind: index === 0 ? 'source' : 'add', value: 1 }])),
    ids.slice(1).map((id, index) => `${ids[index]}.table > ${id}.in`),
  );
}

/** A host without files. */
export const emptyHost: Host = {
  readFile: async () => new Uint8Array(),
  readAsset: async () => new Uint8Array(),
  now: () => performance.now(),
};
