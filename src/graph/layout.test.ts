import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { someDocument } from '../testing/graph/arbitrary-documents';
import {
  exampleCatalog,
  exampleDocument,
  exampleLine,
  exampleNode,
  exampleWires,
} from '../testing/graph/example-catalog';
import type { PipelineDocument } from './document';
import { laneOf } from './lane-of';
import { LAYOUT, layoutPipeline } from './layout';
import { sourceOf, targetOf } from './wire';

const lay = (document: PipelineDocument) => layoutPipeline(exampleCatalog.compile(document));

describe('the layout', () => {
  it('places every node, at whole pixels, and no two overlap', () => {
    fc.assert(
      fc.property(someDocument, (document) => {
        const { positions } = lay(document);
        const places = document.nodes.map((node) => positions[node.id] ?? { x: Number.NaN, y: Number.NaN });
        for (const [i, a] of places.entries()) {
          expect(Number.isInteger(a.x) && Number.isInteger(a.y)).toBe(true);
          for (const b of places.slice(i + 1)) {
            const apart = Math.abs(a.x - b.x) >= LAYOUT.width || Math.abs(a.y - b.y) >= LAYOUT.height;
            expect(apart).toBe(true);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('reads as lanes from left to right, with retraining below everything', () => {
    fc.assert(
      fc.property(someDocument, (document) => {
        const { positions, lanes } = lay(document);
        const { nodes } = exampleCatalog.compile(document);
        for (const node of nodes) {
          const stage = laneOf(node);
          const lane = lanes.find((candidate) => candidate.stage === stage);
          const { x, y } = positions[node.id] ?? { x: -1, y: -1 };
          expect(x).toBeGreaterThanOrEqual(lane?.x ?? Number.POSITIVE_INFINITY);
          expect(x + LAYOUT.width).toBeLessThanOrEqual((lane?.x ?? 0) + (lane?.width ?? 0));
          if (stage !== 'retrain') continue;
          for (const other of nodes) {
            if (laneOf(other) === 'retrain') continue;
            expect(y).toBeGreaterThan((positions[other.id]?.y ?? 0) + LAYOUT.height);
          }
        }
        const across = lanes.filter((lane) => lane.stage !== 'retrain');
        for (const [i, lane] of across.entries()) {
          const next = across[i + 1];
          if (next !== undefined) expect(lane.x + lane.width).toBeLessThan(next.x);
        }
      }),
    );
  });

  it('runs wires within a stage and between stages from left to right', () => {
    const { positions } = lay(exampleLine());
    for (const edge of exampleLine().edges) {
      expect(positions[sourceOf(edge)]?.x).toBeLessThan(positions[targetOf(edge)]?.x ?? 0);
    }
  });

  it('is the same each time and does not depend on where nodes stood', () => {
    fc.assert(
      fc.property(someDocument, (document) => {
        const elsewhere = { ...document, nodes: document.nodes.map((node) => ({ ...node, position: { x: 5, y: 5 } })) };
        expect(lay(elsewhere)).toEqual(lay(document));
      }),
    );
  });

  it('runs a chain within a stage down, and on in a further column where there is no room below', () => {
    const ids = ['a', 'b', 'c', 'd'];
    const chain = exampleDocument(
      ids.map((id) => exampleNode(id, 'prepare.scale')),
      exampleWires('a.table > b.table', 'b.table > c.table', 'c.table > d.table'),
    );
    const placed = (height: number) => {
      const { positions } = layoutPipeline(exampleCatalog.compile(chain), { width: 1_600, height });
      return ids.map((id) => positions[id] ?? { x: Number.NaN, y: Number.NaN });
    };
    const long = placed(1_000);
    expect(new Set(long.map(({ x }) => x)).size).toBe(1);
    expect([...long.map(({ y }) => y)].sort((one, other) => one - other)).toEqual(long.map(({ y }) => y));
    const [a, b, c, d] = placed(320);
    expect([a?.x, c?.x]).toEqual([b?.x, d?.x]);
    expect(c?.x).toBeGreaterThan(a?.x ?? Number.NaN);
  });

  it('puts what measures models beside what makes them, and the way back from right to left', () => {
    const loop = exampleDocument(
      [
        ...exampleLine().nodes,
        exampleNode('watch', 'retrain.monitor'),
        exampleNode('again', 'retrain.train'),
        exampleNode('gate', 'retrain.gate'),
      ],
      [
        ...exampleLine().edges,
        ...exampleWires(
          'serve1.predictions > watch.predictions',
          'serve1.model > again.model',
          'again.model > gate.model',
        ),
      ],
    );
    const { positions } = lay(loop);
    expect(positions.evaluate1?.x).toBeGreaterThan(positions.dense1?.x ?? Number.NaN);
    expect(positions.gate?.x).toBeLessThan(positions.again?.x ?? Number.NaN);
    expect(positions.watch?.x).toBe(positions.serve1?.x);
  });

  it('orders rows so that parallel wires do not cross', () => {
    const document = exampleDocument(
      [
        exampleNode('a', 'ingest.source'),
        exampleNode('b', 'ingest.source'),
        exampleNode('forB', 'prepare.scale'),
        exampleNode('forA', 'prepare.scale'),
      ],
      exampleWires('a.table > forA.table', 'b.table > forB.table'),
    );
    const { positions } = lay(document);
    const order = (x: string, y: string) => Math.sign((positions[x]?.y ?? 0) - (positions[y]?.y ?? 0));
    expect(order('a', 'b')).toBe(order('forA', 'forB'));
  });

  it('leaves room for nodes that are taller than usual', () => {
    const pair = exampleDocument([
      exampleNode('a', 'prepare.take', { params: { inputs: 12 } }),
      exampleNode('b', 'ingest.source'),
      exampleNode('c', 'prepare.scale'),
    ]);
    const { positions } = lay(pair);
    expect(Math.abs((positions.c?.y ?? 0) - (positions.a?.y ?? 0))).toBeGreaterThanOrEqual(12 * 24);
  });

  it('lays five hundred nodes out in under a second', () => {
    const nodes = Array.from({ length: 500 }, (_, i) =>
      exampleNode(`n${i}`, i % 5 === 0 ? 'ingest.source' : 'prepare.join'),
    );
    const edges = nodes.flatMap((node, i) =>
      node.kind === 'prepare.join'
        ? [
            { from: `n${i - 1}.table`, to: `${node.id}.left` },
            { from: `n${Math.floor(i / 2)}.table`, to: `${node.id}.right` },
          ]
        : [],
    );
    const started = process.cpuUsage();
    expect(Object.keys(lay(exampleDocument(nodes, edges)).positions)).toHaveLength(500);
    // Processor time, which a busy machine does not stretch.
    expect(process.cpuUsage(started).user / 1_000).toBeLessThan(1_000);
  });
});
