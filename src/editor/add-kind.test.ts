import { beforeEach, expect, it } from 'vitest';
import { emptyDocument } from '../graph/empty-document';
import { boxOf, overlaps, type Point } from '../graph/geometry';
import { text } from '../lib/text';
import { catalog } from '../nodes/catalog';
import { useDocument } from '../store/document/document-store';
import { addKind } from './edit-actions';

beforeEach(() => useDocument.getState().open(emptyDocument('Own')));

/** Adds kinds one after the other, each to the one before, as a double-click does. Gives where each stands. */
function chain(...kinds: readonly string[]): readonly Point[] {
  const ids = kinds.map((kind) => {
    const spec = catalog.kind(kind);
    if (spec === undefined) throw new Error(`${kind} is no kind`);
    return addKind(spec);
  });
  const { nodes } = useDocument.getState().document;
  return ids.map((id) => nodes.find((node) => node.id === id)?.position ?? { x: Number.NaN, y: Number.NaN });
}

it('goes down within a stage and on to the right from stage to stage', () => {
  const [data, split, scale, train] = chain('ingest.sample', 'prepare.split', 'prepare.scale', 'train.linear');
  expect(split?.x).toBeGreaterThan(data?.x ?? 0);
  expect(scale?.x).toBe(split?.x);
  expect(scale?.y).toBeGreaterThan(split?.y ?? 0);
  expect(train?.x).toBeGreaterThan(scale?.x ?? 0);
});

it('leads a loop back below, so that the whole of it fits a screen', () => {
  const places = chain(
    ...['ingest.synthetic', 'retrain.stream', 'prepare.split', 'prepare.scale', 'train.linear', 'serve.deploy'],
    ...['retrain.monitor', 'retrain.performance', 'retrain.train', 'retrain.gate'],
  );
  const [deploy, monitor, trigger, , gate] = places.slice(5);
  expect(monitor?.y).toBeGreaterThan(deploy?.y ?? 0);
  expect(trigger?.x).toBeLessThan(monitor?.x ?? 0);
  expect(gate?.x).toBeLessThan(trigger?.x ?? 0);
  const spread = (along: 'x' | 'y') =>
    Math.max(...places.map((at) => at[along])) - Math.min(...places.map((at) => at[along]));
  expect(spread('x')).toBeLessThan(1_200);
  expect(spread('y')).toBeLessThan(800);
  const boxes = places.map(boxOf);
  expect(boxes.filter((one, i) => boxes.some((other, j) => j > i && overlaps(one, other, 8)))).toEqual([]);
});

it('covers nothing that stands there already', () => {
  chain('ingest.sample', 'prepare.split');
  const [, split] = useDocument.getState().document.nodes;
  if (split === undefined) throw new Error('nothing was added');
  const below = { ...split, id: 'below', position: { ...split.position, y: split.position.y + 150 } };
  useDocument.getState().apply({ type: 'addNodes', nodes: [below], edges: [] }, text('', ''));
  useDocument.getState().select({ nodes: [split.id], edges: [], notes: [] });
  chain('prepare.scale');
  const boxes = useDocument.getState().document.nodes.map(({ position }) => boxOf(position));
  expect(boxes).toHaveLength(4);
  expect(boxes.filter((one, i) => boxes.some((other, j) => j > i && overlaps(one, other, 8)))).toEqual([]);
});
