import { expect, it } from 'vitest';
import { exampleDocument, exampleNode, exampleWires } from '../../testing/graph/example-catalog';
import { distinctName } from './node-name';

it('a node is called by what feeds it where another has its name', () => {
  const document = exampleDocument(
    [
      exampleNode('l', 'train.linear'),
      exampleNode('d', 'train.dense', { label: 'Deep' }),
      exampleNode('t1', 'train.threshold'),
      exampleNode('t2', 'train.threshold'),
      exampleNode('e', 'train.evaluate'),
    ],
    exampleWires('l.model > t1.model', 'd.model > t2.model'),
  );
  expect(document.nodes.map((node) => distinctName(document, node, ({ en }) => en))).toEqual([
    'Train linear model',
    'Deep',
    'Decision threshold ← Train linear model',
    'Decision threshold ← Deep',
    'Evaluate',
  ]);
});

it('nodes of one name that the same node feeds are told apart by how they are set', () => {
  const document = exampleDocument(
    [
      exampleNode('l', 'train.linear'),
      exampleNode('t1', 'train.threshold', { params: { threshold: 0.2 } }),
      exampleNode('t2', 'train.threshold', { params: { threshold: 0.95 } }),
    ],
    exampleWires('l.model > t1.model', 'l.model > t2.model'),
  );
  expect(document.nodes.map((node) => distinctName(document, node, ({ en }) => en))).toEqual([
    'Train linear model',
    'Decision threshold ← Train linear model · from 0.2',
    'Decision threshold ← Train linear model · from 0.95',
  ]);
});
