import { describe, expect, it } from 'vitest';
import { arrange } from './arrange';
import type { PipelineNode } from './document';

const node = (id: string, x: number, y: number): PipelineNode => ({
  id,
  kind: 'prepare.scale',
  label: '',
  params: {},
  position: { x, y },
  mode: 'on',
});

describe('arranging nodes', () => {
  const nodes = [node('a', 10, 5), node('b', 900, 40), node('c', 300, 20)];
  it('lines up left edges with the leftmost', () => {
    expect(Object.values(arrange(nodes, 'alignLeft')).map((at) => at.x)).toEqual([10, 10, 10]);
  });
  it('lines up top edges with the topmost', () => {
    expect(Object.values(arrange(nodes, 'alignTop')).map((at) => at.y)).toEqual([5, 5, 5]);
  });
  it('leaves equal gaps between the outermost', () => {
    expect(arrange(nodes, 'distributeAcross')).toEqual({
      a: { x: 10, y: 5 },
      c: { x: 455, y: 20 },
      b: { x: 900, y: 40 },
    });
  });
  it('pushes apart what would overlap', () => {
    const tops = Object.values(arrange(nodes, 'distributeDown')).map((at) => at.y);
    expect(tops).toEqual([5, 117, 229]);
  });
});
