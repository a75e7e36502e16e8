import type { JsonObject } from '../../src/lib/json';

/** Id, kind and params; what is not given is as in a new node. */
export type Node = readonly [id: string, kind: string, params?: JsonObject];

/** A document as format version 1 had it, whatever version the sources are of. */
export interface DocumentV1 {
  readonly format: 'millrace/pipeline';
  readonly version: 1;
  readonly name: string;
  readonly description: string;
  readonly seed: number;
  readonly nodes: readonly {
    readonly id: string;
    readonly kind: string;
    readonly label: string;
    readonly params: JsonObject;
    readonly position: { readonly x: number; readonly y: number };
    readonly mode: 'on' | 'bypassed' | 'off';
  }[];
  readonly edges: readonly { readonly from: string; readonly to: string }[];
  readonly notes: readonly JsonObject[];
}

/** A document whose wires are written `a.out > b.in`. */
export function pipeline(name: string, nodes: readonly Node[], wires: readonly string[]): DocumentV1 {
  return {
    format: 'millrace/pipeline',
    version: 1,
    name,
    description: '',
    seed: 11,
    nodes: nodes.map(([id, kind, params = {}], place) => ({
      id,
      kind,
      label: '',
      params,
      position: { x: place * 300, y: 0 },
      mode: 'on',
    })),
    edges: wires.map((wire) => {
      const [from = '', to = ''] = wire.split(' > ');
      return { from, to };
    }),
    notes: [],
  };
}

export const LOANS: JsonObject = { data: 'loans', rows: 240, bias: 0.3, missing: 0.05 };
