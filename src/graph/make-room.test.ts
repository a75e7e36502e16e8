import { describe, expect, it } from 'vitest';
import { exampleCatalog } from '../testing/graph/example-catalog';
import type { PipelineDocument, PipelineNode } from './document';
import { emptyDocument } from './empty-document';
import { makeRoom } from './make-room';

const node = (id: string, kind: string, x: number, y = 0): PipelineNode => ({
  id,
  kind,
  label: '',
  params: {},
  position: { x, y },
  mode: 'on',
});
const edge = { from: 'a.table', to: 'b.table' };
const spliced = (x: number, y = 0): PipelineDocument => ({
  ...emptyDocument(),
  nodes: [
    node('a', 'ingest.source', 0),
    node('b', 'prepare.scale', 300),
    node('c', 'train.dense', 600),
    node('aside', 'ingest.source', 600, 400),
    node('new', 'prepare.scale', x, y),
  ],
  edges: [
    { from: 'a.table', to: 'new.table' },
    { from: 'new.table', to: 'b.table' },
    { from: 'b.table', to: 'c.table' },
  ],
});

describe('making room for a spliced node', () => {
  it('puts it between the ends and pushes on what follows, and nothing else', () => {
    expect(makeRoom(exampleCatalog.compile(spliced(150)), 'new', edge)).toEqual({
      new: { x: 300, y: 0 },
      b: { x: 600, y: 0 },
      c: { x: 900, y: 0 },
    });
  });
  it('leaves everything where it is when the node covers nothing', () => {
    expect(makeRoom(exampleCatalog.compile(spliced(150, 200)), 'new', edge)).toEqual({});
  });
});
