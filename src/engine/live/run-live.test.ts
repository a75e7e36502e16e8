import { describe, expect, it } from 'vitest';
import { fakeLoop } from '../../testing/engine/fake-live-kinds';
import { memoryRegistry, play } from '../../testing/engine/fake-session';

describe('a live session', () => {
  it('runs the batch phase, ticks to the stream’s end and reports what happened', async () => {
    const registry = memoryRegistry();
    const heard = play(fakeLoop(), { registry });
    const report = await heard.session.done;
    expect(heard.phases()).toEqual(['preparing', 'playing', 'ended']);
    expect(heard.records().map(({ tick }) => tick)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(report.status).toBe('completed');
    expect(report.events.map(({ tick, type }) => `${tick} ${type}`).filter((line) => !line.endsWith('batch'))).toEqual([
      '3 retrain',
      '5 retrain',
      '5 gate',
      '6 promote',
      '6 retrain',
      '8 retrain',
      '8 gate',
      '9 promote',
      '9 retrain',
    ]);
    const versions = await registry.list();
    expect(versions.filter(({ stage }) => stage === 'champion')).toHaveLength(1);
    expect(versions.every(({ line }) => line === 'loop / deploy')).toBe(true);
  });
});
