import { expect, it } from 'vitest';
import type { PipelineDocument } from '../../graph/document';
import { catalog } from '../../nodes/catalog';
import { loopsOf } from './deployments';

function document(kinds: Readonly<Record<string, string>>, edges: readonly string[]): PipelineDocument {
  return {
    format: 'millrace/pipeline',
    version: 4,
    name: '',
    description: '',
    seed: 1,
    nodes: Object.entries(kinds).map(([id, kind]) => ({
      id,
      kind,
      label: '',
      params: {},
      position: { x: 0, y: 0 },
      mode: 'on' as const,
    })),
    edges: edges.map((edge) => {
      const [from = '', to = ''] = edge.split(' → ');
      return { from, to };
    }),
    notes: [],
  };
}

const race = document(
  {
    stream: 'retrain.stream',
    a: 'serve.deploy',
    monA: 'retrain.monitor',
    gateA: 'retrain.gate',
    trainA: 'retrain.train',
    weekly: 'retrain.schedule',
    b: 'serve.deploy',
    monB: 'retrain.monitor',
  },
  [
    'stream.stream → a.stream',
    'stream.stream → b.stream',
    'a.predictions → monA.predictions',
    'b.predictions → monB.predictions',
    'weekly.signal → trainA.signal',
    'a.model → trainA.model',
    'trainA.model → gateA.challenger',
    'gateA.promoted → a.promoted',
  ],
);

it('gives each deployment what follows it, and what feeds its retraining', () => {
  const loops = loopsOf(catalog.compile(race));
  expect(loops.deployments).toEqual(['a', 'b']);
  expect(['a', 'monA', 'trainA', 'gateA', 'weekly'].map(loops.of)).toEqual(['a', 'a', 'a', 'a', 'a']);
  expect(['b', 'monB'].map(loops.of)).toEqual(['b', 'b']);
});

it('gives a stream that several deployments answer to none of them', () => {
  expect(loopsOf(catalog.compile(race)).of('stream')).toBeUndefined();
});

it('gives a model that stands before one deployment to that one', () => {
  const loops = loopsOf(catalog.compile(document({ mlp: 'train.mlp', a: 'serve.deploy' }, ['mlp.model → a.model'])));
  expect(loops.of('mlp')).toBe('a');
});
