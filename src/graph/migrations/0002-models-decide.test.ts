import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../lib/json';
import { modelsDecide } from './0002-models-decide';

const node = (id: string, kind: string, x: number, params: JsonObject = {}, mode = 'on') => {
  return { id, kind, label: '', params, position: { x, y: 0 }, mode };
};
const evaluate = (id: string, params: JsonObject = {}, mode = 'on') => node(id, 'train.evaluate', 600, params, mode);
const document = (nodes: readonly JsonObject[], wires: readonly string[]): JsonObject => ({
  format: 'millrace/pipeline',
  version: 1,
  nodes,
  edges: wires.map((wire) => ({ from: wire.split(' > ')[0] ?? '', to: wire.split(' > ')[1] ?? '' })),
  notes: [],
});
const others = [
  node('dense1', 'train.dense', 300),
  node('predict1', 'serve.predict', 600),
  node('deploy1', 'serve.deploy', 600),
];
const servers = ['dense1.model > predict1.model', 'dense1.model > deploy1.model'];

function migrated(nodes: readonly JsonObject[], wires: readonly string[]) {
  const after = modelsDecide.migrate(document(nodes, wires));
  const [kept, edges] = [after.nodes, after.edges];
  if (!Array.isArray(kept) || !Array.isArray(edges)) throw new Error('nodes and edges stay lists');
  return {
    wires: edges.map(({ from, to }) => `${from} > ${to}`),
    params: Object.fromEntries(kept.map(({ id, params }) => [id, params])),
    at: Object.fromEntries(kept.map(({ id, position }) => [id, position.x])),
  };
}

describe('a document of version 1', () => {
  it('whose Evaluate had a threshold gets the rule before every reader of the model', () => {
    const { wires, params, at } = migrated(
      [...others, evaluate('evaluate1', { parts: 'test', threshold: 0.9, positiveClass: 'no' })],
      ['dense1.model > evaluate1.model', ...servers],
    );
    expect(params.threshold1).toEqual({ method: 'manual', threshold: 0.9, positiveClass: 'no' });
    expect(params.evaluate1).toEqual({ parts: 'test' });
    expect(wires.sort()).toEqual([
      'dense1.model > threshold1.model',
      'threshold1.model > deploy1.model',
      'threshold1.model > evaluate1.model',
      'threshold1.model > predict1.model',
    ]);
    expect(at).toEqual({ dense1: 300, threshold1: 600, predict1: 900, deploy1: 900, evaluate1: 900 });
  });

  it('whose Evaluates differ gives each its own, and the others the rule of the first that is on', () => {
    const { wires } = migrated(
      [
        ...others,
        evaluate('off', { threshold: 0.2 }, 'off'),
        evaluate('first', { threshold: 0.3 }),
        evaluate('second', { threshold: 0.7 }),
        evaluate('third'),
      ],
      ['off', 'first', 'second', 'third'].map((id) => `dense1.model > ${id}.model`).concat(servers),
    );
    const from = Object.fromEntries(wires.map((wire) => [wire.split(' > ')[1], wire.split(' > ')[0]]));
    expect(from['third.model']).toBe('dense1.model');
    expect(from['predict1.model']).toBe(from['first.model']);
    expect(from['deploy1.model']).toBe(from['first.model']);
    expect(new Set([from['off.model'], from['first.model'], from['second.model']]).size).toBe(3);
    expect(wires).toHaveLength(9);
  });

  it('whose Evaluate had the usual rule, or none, only loses the params', () => {
    const wires = ['dense1.model > evaluate1.model', ...servers];
    const kept = migrated([...others, evaluate('evaluate1', { threshold: 0.5, positiveClass: '' })], wires);
    expect(kept.wires).toEqual(wires);
    expect(kept.params.evaluate1).toEqual({});
  });

  it('keeps the rule of an Evaluate that no model reaches', () => {
    const { wires, params } = migrated([evaluate('evaluate1', { threshold: 0.9 })], []);
    expect(wires).toEqual(['threshold1.model > evaluate1.model']);
    expect(params.threshold1).toMatchObject({ threshold: 0.9 });
  });

  it('that is no pipeline at all is left to the report of problems', () => {
    for (const nodes of [undefined, 3, [1], [{}]]) {
      const broken: JsonObject = { version: 1, edges: [], ...(nodes === undefined ? {} : { nodes }) };
      expect(() => modelsDecide.migrate(broken)).not.toThrow();
    }
  });

  it('says which node came in, and that whatever reads the model obeys it now', () => {
    const before = document(
      [...others, evaluate('evaluate1', { threshold: 0.9 })],
      ['dense1.model > evaluate1.model', ...servers],
    );
    const told = modelsDecide.tells?.(before, modelsDecide.migrate(before));
    expect(told).toMatchObject([{ code: 'threshold-came-in', severity: 'warning', nodeId: 'threshold1' }]);
    expect(told?.[0]?.message.en).toMatch(/0\.9 of “Evaluate”.*“Predict”, “Deploy”/);
    const alone = document(
      [...others, { ...evaluate('evaluate1', { threshold: 0.9 }), label: 'Test' }],
      ['dense1.model > evaluate1.model'],
    );
    const [only] = modelsDecide.tells?.(alone, modelsDecide.migrate(alone)) ?? [];
    expect(only?.message.en).toBe('The threshold 0.9 of “Test” became a node “Decision threshold”.');
    const plain = document([...others, evaluate('evaluate1')], ['dense1.model > evaluate1.model', ...servers]);
    expect(modelsDecide.tells?.(plain, modelsDecide.migrate(plain))).toEqual([]);
  });
});
