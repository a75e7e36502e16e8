import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { someDocument } from '../../testing/graph/arbitrary-documents';
import { exampleCatalog, exampleDocument, exampleNode, exampleWires } from '../../testing/graph/example-catalog';
import type { PipelineNode } from '../document';
import { layoutPipeline } from '../layout';
import { portPlaces } from './port-places';
import { routeWires } from './route-wires';
import { goesThrough, segmentsOf } from './stretches';

const at = (id: string, kind: string, x: number, y: number): PipelineNode =>
  exampleNode(id, kind, { position: { x, y } });
const routesOf = (nodes: readonly PipelineNode[], ...wires: readonly string[]) => {
  const pipeline = exampleCatalog.compile(exampleDocument(nodes, exampleWires(...wires)));
  return { pipeline, routes: [...routeWires(pipeline).values()] };
};

describe('wires', () => {
  it('curve to what lies ahead', () => {
    const { routes } = routesOf(
      [at('a', 'ingest.source', 0, 0), at('b', 'prepare.scale', 400, 60)],
      'a.table > b.table',
    );
    expect(routes[0]).toMatchObject({ winds: false, from: { x: 220, y: 32 }, to: { x: 400, y: 92 } });
    expect(routes[0]?.d).toMatch(/^M220,32C/);
  });

  it('run down where the next node stands right below', () => {
    const { routes } = routesOf(
      [at('a', 'ingest.source', 0, 0), at('b', 'prepare.scale', 0, 150)],
      'a.table > b.table',
    );
    expect(routes[0]).toMatchObject({ from: { facing: 'down', x: 110, y: 96 }, to: { facing: 'up', x: 110, y: 150 } });
  });

  it('do not run down past a node in between, nor from an output that leads elsewhere too', () => {
    const places = portPlaces(
      routesOf(
        [at('a', 'ingest.source', 0, 0), at('b', 'prepare.scale', 0, 150), at('c', 'prepare.scale', 0, 300)],
        'a.table > c.table',
      ).pipeline,
    );
    expect(places('a', 'outputs', 'table')?.facing).toBe('down');
    expect(places('c', 'inputs', 'table')?.facing).toBe('left');
    const two = portPlaces(
      routesOf(
        [at('a', 'ingest.source', 0, 0), at('b', 'prepare.scale', 0, 150), at('c', 'prepare.scale', 400, 0)],
        'a.table > b.table',
        'a.table > c.table',
      ).pipeline,
    );
    expect(two('a', 'outputs', 'table')?.facing).toBe('right');
  });

  it('go round a node that stands in their way', () => {
    const middle = { x: 300, y: 0, width: 220, height: 96 };
    const { routes } = routesOf(
      [at('a', 'ingest.source', 0, 0), at('wall', 'ingest.source', 300, 0), at('b', 'prepare.scale', 600, 0)],
      'a.table > b.table',
    );
    expect(routes[0]?.winds).toBe(true);
    expect(segmentsOf(routes[0]?.points ?? []).some(([from, to]) => goesThrough(from, to, middle))).toBe(false);
  });

  it('lead back from right to left where retraining lies so, and as ever where it does not', () => {
    const loop = (x: number) =>
      portPlaces(
        routesOf([at('watch', 'retrain.train', 600, 0), at('gate', 'retrain.gate', x, 0)], 'watch.model > gate.model')
          .pipeline,
      );
    expect(loop(200)('watch', 'outputs', 'model')?.facing).toBe('left');
    expect(loop(200)('gate', 'inputs', 'model')).toMatchObject({ facing: 'right', x: 420 });
    expect(loop(900)('watch', 'outputs', 'model')?.facing).toBe('right');
  });

  it('begin and end at their ports, level or upright in between where they wind, in any laid document', () => {
    fc.assert(
      fc.property(someDocument, (document) => {
        const { positions } = layoutPipeline(exampleCatalog.compile(document));
        const laid = {
          ...document,
          nodes: document.nodes.map((node) => ({ ...node, position: positions[node.id] ?? node.position })),
        };
        for (const { from, to, points, winds } of routeWires(exampleCatalog.compile(laid)).values()) {
          expect([points[0]?.x, points[0]?.y, points.at(-1)?.x, points.at(-1)?.y]).toEqual([
            from.x,
            from.y,
            to.x,
            to.y,
          ]);
          if (winds) for (const [a, b] of segmentsOf(points)) expect(a.x === b.x || a.y === b.y).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });
});
