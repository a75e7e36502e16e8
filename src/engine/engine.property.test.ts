import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PipelineDocument } from '../graph/document';
import { yieldNow } from '../lib/yielding';
import {
  arithmetic,
  cell,
  emptyHost,
  type FakeKind,
  fakeKinds,
  numberAt,
  numbersAt,
  pipeline,
} from '../testing/engine/fake-kinds';
import { createEngine } from './engine';
import type { EngineEvent } from './events';
import { planRun } from './plan';

/** Tells its numbers and their order by one number. */
const row: FakeKind = {
  id: 'row',
  many: ['in'],
  run: (inputs) => cell(numbersAt(inputs, 'in').reduce((sum, value) => (sum * 31 + value) % 1_000_003, 7)),
};
const someKinds = [...arithmetic, row];

/**
 * Random acyclic documents: each `sum` reads two earlier nodes, each `row` several by one input; the order in the file
 * is shuffled.
 */
const documents: fc.Arbitrary<PipelineDocument> = fc
  .array(
    fc.record({
      a: fc.nat(),
      b: fc.nat(),
      value: fc.integer({ min: -9, max: 9 }),
      leaf: fc.boolean(),
      row: fc.option(fc.array(fc.nat(), { minLength: 1, maxLength: 4 })),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .chain((drawn) => {
    const nodes: [string, string | { kind: string; value: number }][] = [];
    const wires: string[] = [];
    drawn.forEach(({ a, b, value, leaf, row: read }, index) => {
      if (index === 0 || leaf) {
        nodes.push([`n${index}`, { kind: 'source', value }]);
      } else if (read !== null) {
        nodes.push([`n${index}`, 'row']);
        for (const each of new Set(read.map((one) => one % index))) wires.push(`n${each}.table > n${index}.in`);
      } else {
        nodes.push([`n${index}`, 'sum']);
        wires.push(`n${a % index}.table > n${index}.a`, `n${b % index}.table > n${index}.b`);
      }
    });
    return fc
      .shuffledSubarray(nodes, { minLength: nodes.length })
      .map((shuffled) => pipeline(Object.fromEntries(shuffled), wires));
  });

/** Sums whose work takes a random number of turns. */
const slowSums = (delay: () => number) =>
  fakeKinds([
    ...someKinds.filter((kind) => kind.id !== 'sum'),
    {
      id: 'sum',
      inputs: ['a', 'b'],
      run: async (inputs) => {
        for (let left = delay(); left > 0; left--) await yieldNow();
        return cell(numberAt(inputs, 'a') + numberAt(inputs, 'b'));
      },
    },
  ]);

async function run(document: PipelineDocument, kinds = fakeKinds(someKinds)) {
  const events: EngineEvent[] = [];
  const engine = createEngine({ kinds, host: emptyHost });
  const signal = new AbortController().signal;
  const report = await engine.run({ runId: 'r', document, backend: 'auto', signal, emit: (e) => events.push(e) });
  const values: Record<string, number> = {};
  for (const [id, { key }] of Object.entries(report.nodes)) {
    values[id] = numberAt((await engine.result(key))?.outputs ?? {}, 'table');
  }
  return { report, events, values };
}

describe('on any acyclic document', () => {
  it('a node starts only after all it needs has completed, whatever takes long', async () => {
    await fc.assert(
      fc.asyncProperty(
        documents,
        fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 20 }),
        async (document, delays) => {
          let drawn = 0;
          const { events, report } = await run(
            document,
            slowSums(() => delays[drawn++ % delays.length] ?? 0),
          );
          expect(report.status).toBe('completed');
          const done = new Set<string>();
          for (const event of events) {
            if (event.type === 'nodeCompleted') done.add(event.nodeId);
            if (event.type !== 'nodeStarted') continue;
            for (const edge of document.edges) {
              if (edge.to.startsWith(`${event.nodeId}.`)) expect(done).toContain(edge.from.split('.')[0]);
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('results and keys do not depend on the order in which the file lists nodes, and wires of different inputs', async () => {
    await fc.assert(
      fc.asyncProperty(documents, async (document) => {
        const edges = document.edges.toSorted((one, other) => (one.to < other.to ? 1 : one.to > other.to ? -1 : 0));
        const turned = { ...document, nodes: document.nodes.toReversed(), edges };
        const [one, other] = [await run(document), await run(turned)];
        expect(other.values).toEqual(one.values);
        const keys = ({ report }: typeof one) =>
          Object.values(report.nodes)
            .map((node) => node.key)
            .sort();
        expect(keys(other)).toEqual(keys(one));
      }),
      { numRuns: 40 },
    );
  });

  it('an edit changes the keys of the node and of all below it, and of no other', () => {
    fc.assert(
      fc.property(documents, fc.nat(), (document, pick) => {
        const sources = document.nodes.filter((node) => node.kind === 'source');
        const edited = sources[pick % sources.length]?.id;
        const nodes = document.nodes.map((node) => (node.id === edited ? { ...node, params: { value: 77 } } : node));
        const kinds = fakeKinds(someKinds);
        const keys = (of: PipelineDocument) =>
          new Map(
            planRun(kinds.catalog.compile(of), kinds, { backend: 'auto' }).map(({ node, action }) => [
              node.id,
              'key' in action ? action.key : '',
            ]),
          );
        const [before, after] = [keys(document), keys({ ...document, nodes })];
        const below = new Set([edited]);
        // Wires run from lower to higher numbers here.
        for (let index = 0; index < document.nodes.length; index++) {
          for (const edge of document.edges) {
            if (below.has(edge.from.split('.')[0])) below.add(edge.to.split('.')[0]);
          }
        }
        for (const [id, key] of before) expect(after.get(id) !== key).toBe(below.has(id));
      }),
      { numRuns: 60 },
    );
  });
});
