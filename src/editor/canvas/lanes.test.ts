import { describe, expect, it } from 'vitest';
import { boxOf } from '../../graph/geometry';
import type { Stage } from '../../nodes/contract/kind';
import { computeLanes, type StagedBox } from './lanes';

const at = (stage: Stage, x: number, y = 0): StagedBox => ({ ...boxOf({ x, y }), stage });

describe('stage lanes', () => {
  it('are columns that touch, each around its own nodes', () => {
    const lanes = computeLanes([at('ingest', 0), at('prepare', 300), at('prepare', 600), at('train', 900)]);
    if (lanes?.layout !== 'columns') throw new Error('expected columns');
    expect(lanes.lanes.map((lane) => [lane.stage, lane.left, lane.right])).toEqual([
      ['ingest', -40, 260],
      ['prepare', 260, 860],
      ['train', 860, 1160],
    ]);
  });

  it('stay columns when one node of many strays into a neighbour', () => {
    const boxes = Array.from({ length: 10 }, (_, i) => at('prepare', i * 300));
    const lanes = computeLanes([...boxes, at('train', 3_000), at('train', 3_300), at('train', 600, 200)]);
    expect(lanes?.layout).toBe('columns');
  });

  it('give way to chips when the stages do not read from left to right', () => {
    const lanes = computeLanes([at('train', 0), at('prepare', 300), at('ingest', 600)]);
    expect(lanes).toEqual({
      layout: 'chips',
      stages: [
        { stage: 'ingest', count: 1 },
        { stage: 'prepare', count: 1 },
        { stage: 'train', count: 1 },
      ],
    });
  });

  it('put retraining in a band below everything else', () => {
    const lanes = computeLanes([at('train', 0), at('serve', 300), at('retrain', 100, 300)]);
    if (lanes?.layout !== 'columns') throw new Error('expected columns');
    expect(lanes.band).toEqual({ top: 198, bottom: 436, left: -40, right: 560 });
  });

  it('are none on an empty canvas', () => expect(computeLanes([])).toBeNull());
});
