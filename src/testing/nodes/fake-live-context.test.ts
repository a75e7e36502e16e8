import { describe, expect, it } from 'vitest';
import { cellsOf, makeTable } from '../table/make-table';
import { fakeLoop } from './fake-live-context';

describe('the loop of live tests', () => {
  const table = makeTable({ x: [1, 2, 3, 4, 5, 6], y: ['a', 'b', 'a', 'b', 'a', 'b'] });

  it('hides labels that have not arrived, and refuses rows that were not handed out', () => {
    const loop = fakeLoop({ table, target: 'y', historyRows: 2 });
    const ctx = loop.next({ rows: 3, labelledTo: 3 });
    expect(ctx.stream('stream1')).toEqual({ historyRows: 2, rows: 5, labelledTo: 3, target: 'y', atEnd: false });
    expect(cellsOf(ctx.rows('stream1', { from: 1, to: 5 }), 'y')).toEqual(['b', 'a', null, null]);
    expect(() => ctx.rows('stream1', { from: 0, to: 6 })).toThrow(RangeError);
  });

  it('begins a job once, whoever asks again', async () => {
    const loop = fakeLoop({ table });
    const { retraining } = loop.next();
    const job = {
      id: 'train:1',
      deployment: 'deploy',
      stream: 'stream1',
      rows: { from: 0, to: 2 },
      mode: 'full',
      halfLife: null,
    } as const;
    retraining.begin(job);
    retraining.begin(job);
    expect(loop.jobs).toEqual([job]);
    expect(await retraining.result('train:1')).toEqual({ ok: true, version: 'v2', metrics: {} });
  });
});
