import { describe, expect, it } from 'vitest';
import { said } from '../../testing/lib/said';
import type { ModelVersion, StageMove } from '../../worker/live-protocol';
import { linesOf } from './version-lines';

const promotion: StageMove = { stage: 'champion', tick: 1, why: said('first'), rollback: false };
const version = (line: string, number: number, change: Partial<ModelVersion> = {}): ModelVersion => ({
  id: `${line}${number}`,
  line,
  number,
  stage: 'candidate',
  task: 'binary',
  target: 'y',
  classes: ['a', 'b'],
  parameters: 1,
  bytes: 1,
  metrics: {},
  lineage: {
    pipeline: { name: '', hash: '' },
    nodeId: 'n',
    dataHash: null,
    rows: 1,
    seed: 1,
    backend: 'cpu',
    steps: [],
    madeBy: 'pipeline',
    parent: null,
    tick: null,
    streamRows: null,
  },
  moves: [],
  card: '',
  keptAt: '2026-01-01T00:00:00.000Z',
  ...change,
});

describe('the lines of the models panel', () => {
  it('come in the order of their newest versions, which come first within', () => {
    const lines = linesOf([version('b', 1), version('a', 2), version('b', 3), version('a', 1)]);
    expect(lines.map(({ name, versions }) => [name, ...versions.map(({ number }) => number)])).toEqual([
      ['b', 3, 1],
      ['a', 2, 1],
    ]);
  });

  it('can be rolled back once another version than the champion has served', () => {
    const champion = version('a', 2, { stage: 'champion', moves: [promotion] });
    const canGoBack = (...versions: readonly ModelVersion[]) => linesOf(versions)[0]?.canGoBack;
    expect(canGoBack(version('a', 1))).toBe(false);
    expect(canGoBack(champion, version('a', 1))).toBe(false);
    expect(canGoBack(champion, version('a', 1, { stage: 'archived', moves: [promotion] }))).toBe(true);
    expect(canGoBack(version('a', 1, { stage: 'archived', moves: [promotion] }))).toBe(false);
  });
});
