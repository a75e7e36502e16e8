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
