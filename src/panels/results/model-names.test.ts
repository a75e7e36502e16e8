import { describe, expect, it } from 'vitest';
import { exampleDocument, exampleNode, exampleWires } from '../../testing/graph/example-catalog';
import type { ReadyOutput } from '../outputs';
import { modelNames } from './model-names';

const report = (nodeId: string): ReadyOutput => ({
  ...{ nodeId, port: 'report', type: 'report', rows: 10, name: `report of ${nodeId}` },
  ref: { key: nodeId, port: 'report' },
});
const trainers = ['train.dense', 'train.linear', 'train.linear'].map((kind, k) => exampleNode(`m${k}`, kind));
const document = exampleDocument(
  [...trainers, ...trainers.map((_, k) => exampleNode(`e${k}`, 'train.evaluate')), exampleNode('e3', 'train.evaluate')],
  exampleWires('m0.model > e0.model', 'm1.model > e1.model', 'm2.model > e2.model'),
);

describe('models side by side', () => {
  it('are called by the node that trained them, and by their evaluation where that does not tell them apart', () => {
    const names = modelNames(document, ['e0', 'e1', 'e2', 'e3'].map(report), ({ en }) => en);
    expect(names).toEqual(['Train dense network', 'report of e1', 'report of e2', 'report of e3']);
  });
});
