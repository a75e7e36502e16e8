import fc from 'fast-check';
import { applyEdit } from '../../graph/apply-edit';
import { canConnect } from '../../graph/can-connect';
import type { PipelineDocument, PipelineEdge } from '../../graph/document';
import { emptyDocument } from '../../graph/empty-document';
import { wireEnd } from '../../graph/wire';
import { exampleCatalog, exampleNode } from './example-catalog';

/** JSON objects as params hold them, with keys that try to spoil order and prototypes. */
export const someParams = fc.dictionary(
  fc
    .oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('10', '9', 'constructor', 'toString', 'é', '열', '\u{1F600}', '\uFFFD'),
    )
    .filter((key) => key !== '__proto__'),
  fc.jsonValue({ maxDepth: 3, noUnicodeString: false }).map((value) => withoutTraps(value)),
  { maxKeys: 6, noNullPrototype: true },
);

/** Params that say which ports a node of the kind `prepare.take` has. */
export const somePortParams = fc.record({ inputs: fc.nat({ max: 4 }), rest: fc.boolean() });

type Plain = null | boolean | number | string | Plain[] | { [key: string]: Plain };
function withoutTraps(value: unknown): Plain {
  const text = JSON.stringify(value, (key, item) => (key === '__proto__' ? undefined : item)) ?? 'null';
  const plain: Plain = JSON.parse(text);
  return plain;
}

const somePosition = fc.record({
  x: fc.integer({ min: -1_000_000, max: 1_000_000 }),
  y: fc.integer({ min: -1_000_000, max: 1_000_000 }),
});

/** Valid documents: nodes of the example kinds, joined by as many random wires as the rules allow. */
export const someDocument: fc.Arbitrary<PipelineDocument> = fc
  .record({
    name: fc.string({ maxLength: 40, unit: 'binary' }),
    seed: fc.integer({ min: 0, max: 0xffff_ffff }),
    nodes: fc.array(
      fc.record({
        kind: fc.constantFrom(...exampleCatalog.all.map((kind) => kind.id)),
        label: fc.string({ maxLength: 20 }),
        params: fc.oneof(someParams, somePortParams),
        position: somePosition,
        mode: fc.constantFrom('on' as const, 'bypassed' as const, 'off' as const),
      }),
      { maxLength: 14 },
    ),
    tries: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat()), { maxLength: 60 }),
    notes: fc.array(fc.record({ text: fc.string({ maxLength: 30 }), position: somePosition }), { maxLength: 3 }),
  })
  .map(({ name, seed, nodes, tries, notes }) => {
    let document: PipelineDocument = {
      ...emptyDocument(name),
      seed,
      nodes: nodes.map((node, index) => exampleNode(`n${index}`, node.kind, node)),
      notes: notes.map((note, index) => ({ id: `note${index}`, ...note, size: { width: 200, height: 100 } })),
    };
    for (const numbers of tries) {
      const edge = someWire(document, numbers);
      if (edge === null || !canConnect(exampleCatalog.compile(document), edge.from, edge.to).ok) continue;
      document = applyEdit(document, { type: 'connect', edge, replace: true }, exampleCatalog);
    }
    return document;
  });

/** A wire between any output and any input, allowed or not. */
export function someWire(
  document: PipelineDocument,
  [a, b, c, d]: readonly [number, number, number, number],
): PipelineEdge | null {
  const source = document.nodes[a % Math.max(1, document.nodes.length)];
  const target = document.nodes[b % Math.max(1, document.nodes.length)];
  if (source === undefined || target === undefined) return null;
  const { outputs } = exampleCatalog.compileNode(source);
  const { inputs } = exampleCatalog.compileNode(target);
  const output = outputs[c % Math.max(1, outputs.length)];
  const input = inputs[d % Math.max(1, inputs.length)];
  if (output === undefined || input === undefined) return null;
  return { from: wireEnd(source.id, output.name), to: wireEnd(target.id, input.name) };
}
