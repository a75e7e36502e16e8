import { describe, expect, it } from 'vitest';
import type { MonitorReport } from '../../nodes/contract/monitor-report';
import { makeColumn, makeTable } from '../../testing/table/make-table';
import { columnEvidence, createEvidence } from './evidence';
import { openStream } from './live-stream';

describe('evidence of drift', () => {
  it('counts both samples of numbers over the same bins of equal width, missing cells aside', () => {
    const reference = makeColumn('x', [0, 1, 2, null, 10]);
    const current = makeColumn('x', [20, 19.9, null]);
    const shown = columnEvidence(reference, current);
    expect(shown.edges).toEqual(Array.from({ length: 21 }, (_, i) => i));
    expect(shown.labels).toHaveLength(20);
    expect([shown.referenceRows, shown.currentRows]).toEqual([4, 2]);
    expect(shown.reference.map((share, bin) => [bin, share]).filter(([, share]) => share !== 0)).toEqual([
      [0, 0.25],
      [1, 0.25],
      [2, 0.25],
      [10, 0.25],
    ]);
    expect(shown.current[19]).toBe(1);
  });

  it('shows constant and empty columns as well', () => {
    const constant = columnEvidence(makeColumn('x', [3, 3]), makeColumn('x', [3]));
    expect([constant.edges, constant.reference, constant.current]).toEqual([[3, 3], [1], [1]]);
    const empty = columnEvidence(makeColumn('x', [null], null, 'number'), makeColumn('x', [null], null, 'number'));
    expect([empty.referenceRows, empty.currentRows]).toEqual([0, 0]);
    expect(new Set([...empty.reference, ...empty.current])).toEqual(new Set([0]));
  });

  it('names the most frequent words and gathers the others, new ones included', () => {
    const shown = columnEvidence(makeColumn('c', ['a', 'b', 'b', null]), makeColumn('c', ['c', 'b']));
    expect(shown.labels).toEqual(['b', 'a', 'c']);
    expect(shown.edges).toBeNull();
    expect(shown.reference).toEqual([2 / 3, 1 / 3, 0]);
    expect(shown.current).toEqual([1 / 2, 0, 1 / 2]);
    const many = Array.from({ length: 40 }, (_, i) => `w${i}`);
    const gathered = columnEvidence(makeColumn('c', many), makeColumn('c', ['w0', 'zero']));
    expect(gathered.labels).toHaveLength(15);
    expect(gathered.labels.at(-1)).toBe('…');
    expect(gathered.reference.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(gathered.current).toEqual([0.5, ...new Array<number>(13).fill(0), 0.5]);
  });

  it('finds what a monitor compared in any tick that was noted, and nothing else', () => {
    const table = makeTable({ x: [1, 1, 2, 2, 2, 3], y: [1, 2, 3, 4, 5, 6] });
    const stream = openStream('s', { table, historyRows: 6, target: 'y', follows: null }, false);
    const evidence = createEvidence();
    evidence.open({ rows: (_id, range) => stream.rows(stream.start, range) });
    const note = (tick: number, current: MonitorReport['drift']['current']): void => {
      const drift = { columns: [], prediction: null, target: null, share: null, verdict: 'stable' } as const;
      evidence.note('monitor', tick, { stream: 's', drift: { ...drift, reference: { from: 0, to: 2 }, current } });
    };
    note(1, { from: 2, to: 5 });
    note(900, { from: 5, to: 6 });
    expect(evidence.of('monitor', 1, 'x')).toMatchObject({
      referenceRows: 2,
      currentRows: 3,
      edges: expect.arrayContaining([1, 2]),
    });
    expect(evidence.of('monitor', 900, 'x').current.at(-1)).toBe(1);
    for (const [monitor, tick, column] of [
      ['monitor', 2, 'x'],
      ['monitor', 100_001, 'x'],
      ['monitor', 1, 'prediction'],
      ['other', 1, 'x'],
    ] as const) {
      expect(() => evidence.of(monitor, tick, column)).toThrow(/not at hand/);
    }
  });

  it('is of those rows alone that a model learned from, where they lie apart', () => {
    const table = makeTable({ x: [1, 1, 9, 9, 2, 3], y: [1, 2, 3, 4, 5, 6] });
    const stream = openStream('s', { table, historyRows: 6, target: 'y', follows: null }, false);
    const evidence = createEvidence();
    evidence.open({ rows: (_id, range) => stream.rows(stream.start, range) });
    const apart = {
      reference: { from: 1, to: 5 },
      ranges: [
        { from: 1, to: 2 },
        { from: 4, to: 5 },
      ],
    };
    evidence.note('monitor', 3, { stream: 's', drift: { ...apart, current: { from: 5, to: 6 } } });
    const { referenceRows, edges } = evidence.of('monitor', 3, 'x');
    expect([referenceRows, edges?.[0], edges?.at(-1)]).toEqual([2, 1, 3]);
  });
});
