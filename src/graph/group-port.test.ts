import { describe, expect, it } from 'vitest';
import { exampleCatalog, exampleNode } from '../testing/graph/example-catalog';
import type { PipelineGroup, PipelineNode } from './document';
import { groupPort } from './group-port';
import { stageOf } from './lane-of';

const around = (id: string, nodes: readonly PipelineNode[], ports: Pick<PipelineGroup, 'inputs' | 'outputs'>) => ({
  ...exampleNode(id, 'group'),
  group: { nodes: [...nodes], edges: [], notes: [], parameters: [], ...ports },
});
const inner = around('inner', [exampleNode('scale1', 'prepare.scale'), exampleNode('dense1', 'train.dense')], {
  inputs: [{ name: 'rows', end: 'scale1.table' }],
  outputs: [{ name: 'model', end: 'dense1.model' }],
});
const outer = around('outer', [inner, exampleNode('threshold1', 'train.threshold')], {
  inputs: [{ name: 'data', end: 'inner.rows' }],
  outputs: [
    { name: 'model', end: 'inner.model' },
    { name: 'gone', end: 'nobody.model' },
  ],
});

describe('a group', () => {
  it('has the ports of the nodes within that stand at its edge, through groups in it', () => {
    const type = (side: 'inputs' | 'outputs', name: string) => groupPort(outer, side, name, exampleCatalog)?.type;
    expect([type('inputs', 'data'), type('outputs', 'model')]).toEqual(['table', 'model']);
    expect([type('outputs', 'gone'), type('inputs', 'model')]).toEqual([undefined, undefined]);
  });

  it('stands in the stage that most of its nodes are of', () => {
    const stage = (node: PipelineNode) => stageOf(exampleCatalog.compileNode(node));
    const scaling = around(
      'g',
      ['a', 'b'].map((id) => exampleNode(id, 'prepare.scale')),
      { inputs: [], outputs: [] },
    );
    expect([stage(scaling), stage(outer), stage(around('e', [], { inputs: [], outputs: [] }))]).toEqual([
      'prepare',
      'prepare',
      'prepare',
    ]);
    const models = around('m', [inner, ...['a', 'b'].map((id) => exampleNode(id, 'train.dense'))], {
      inputs: [],
      outputs: [],
    });
    expect(stage(models)).toBe('train');
  });
});
