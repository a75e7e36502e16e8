import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { layoutPipeline } from '../src/graph/layout';
import { openDocument } from '../src/graph/open-document';
import { catalog } from '../src/nodes/catalog';
import { tangleIn } from './tangle';

const templates = new URL('../public/templates/', import.meta.url);
const pipelines = readdirSync(templates).flatMap((file) => {
  const opened = openDocument(readFileSync(new URL(file, templates), 'utf8'), catalog);
  return opened.ok ? [{ file, pipeline: catalog.compile(opened.document) }] : [];
});

/** What the wires of all templates crossed when they were first counted, drawn by curves alone. */
const CROSSED = 163;

describe('the templates', () => {
  it('are nine', () => {
    expect(pipelines).toHaveLength(9);
  });

  it('have no wire behind a node, at most one that runs back, and a third of the crossings there were', () => {
    const all = pipelines.map(({ pipeline }) => tangleIn(pipeline));
    const sum = (of: (tangle: (typeof all)[number]) => number): number => all.reduce((so, each) => so + of(each), 0);
    expect(sum(({ behind }) => behind)).toBe(0);
    expect(sum(({ back }) => back)).toBeLessThanOrEqual(1);
    expect(sum(({ crossings }) => crossings)).toBeLessThanOrEqual(CROSSED / 3);
    expect(sum(({ wires }) => wires)).toBe(pipelines.reduce((so, { pipeline }) => so + pipeline.wires.length, 0));
  });

  it.each(pipelines)('$file stands as Tidy up lays it', ({ pipeline }) => {
    const { positions } = layoutPipeline(pipeline);
    expect(Object.fromEntries(pipeline.nodes.map(({ id, node }) => [id, node.position]))).toEqual(positions);
  });
});
