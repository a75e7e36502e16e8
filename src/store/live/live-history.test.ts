import { describe, expect, it } from 'vitest';
import { said } from '../../testing/lib/said';
import { SCRIPT, scriptedTicks } from '../../testing/store/scripted-loop';
import { createHistory } from './live-history';
import { createSeries } from './live-series';

const told = (to: number) => {
  const history = createHistory();
  for (let from = 1; from < to; from += 7) history.add(scriptedTicks(from, Math.min(to, from + 7)));
  return history;
};

describe('a series', () => {
  it('gives what was set, across chunks, and NaN where nothing was', () => {
    const series = createSeries();
    for (let tick = 5; tick < 3_000; tick++) if (tick % 3 !== 0) series.set(tick, tick / 2);
    expect([series.first, series.end]).toEqual([5, 3_000]);
    expect(series.at(1_025)).toBe(512.5);
    expect(series.at(1_026)).toBeNaN();
    expect(series.at(9_999)).toBeNaN();
    expect([...series.slice(1_022, 1_027)]).toEqual([511, Number.NaN, 512, 512.5, Number.NaN]);
    expect([...series.slice(3, 6)]).toEqual([Number.NaN, Number.NaN, 2.5]);
    expect(series.range(5, 3_000)).toEqual({ min: 2.5, max: 1_499.5 });
    expect(series.range(6, 7)).toBeNull();
  });

  it('lets the oldest figures go, and only those', () => {
    const series = createSeries();
    for (let tick = 1; tick <= 70_000; tick++) series.set(tick, tick);
    expect(series.first).toBeGreaterThan(1);
    expect(series.at(series.first - 1)).toBeNaN();
    expect(series.at(series.first)).toBe(series.first);
    expect(series.at(70_000)).toBe(70_000);
  });
});

describe('the history of a live session', () => {
  it('keeps every event in order and finds those of a tick', () => {
    const history = told(51);
    expect(history.events.map(({ index }) => index)).toEqual(history.events.map((_, at) => at));
    expect(history.eventsAt(SCRIPT.driftAt).map(({ type }) => type)).toEqual(['batch', 'drift', 'alert']);
    expect(history.eventsAt(99)).toEqual([]);
    expect(history.notable.map(({ type }) => type)).toEqual([
      'drift',
      'alert',
      'trigger',
      'retrain',
      'gate',
      'promote',
      'rollback',
    ]);
  });

  it('draws a monitor’s figures by name', () => {
    const monitor = told(51).monitors.get('monitor');
    expect(monitor?.series('window.accuracy')?.at(19)).toBe(0.9);
    expect(monitor?.series('window.accuracy')?.at(20)).toBe(0.7);
    expect(monitor?.series('column.age')?.at(25)).toBe(0.4);
    expect(monitor?.series('detector.adwin')?.at(20)).toBe(2);
    expect(monitor?.names).toContain('reference.accuracy');
    expect(monitor?.series('fairness.parityRatio')).toBeUndefined();
  });

  it('says who served at a tick, since when and why', () => {
    const history = told(51);
    expect(history.championAt('deploy', 29)).toMatchObject({
      version: 'aaaa',
      number: 1,
      fromTick: 1,
      because: 'start',
    });
    expect(history.championAt('deploy', 30)).toMatchObject({ version: 'bbbb', number: 2, because: 'promote' });
    expect(history.championAt('deploy', 45)).toMatchObject({ version: 'aaaa', number: 1, because: 'rollback' });
    expect(history.championAt('deploy', 0)).toBeUndefined();
    expect(history.champions.get('deploy')).toHaveLength(3);
  });

  it('gives what was reported and said at a tick, or at the nearest kept one before it', () => {
    const history = told(5_001);
    expect(history.monitors.get('monitor')?.reportAt(SCRIPT.driftAt)?.drift.verdict).toBe('drift');
    expect(history.monitors.get('monitor')?.reportAt(4_321)?.tick).toBe(4_321);
    expect(history.monitors.get('monitor')?.reportAt(1_238)?.tick).toBe(1_230);
    expect(history.statusesAt(SCRIPT.driftAt).monitor?.level).toBe('alarm');
    expect(history.statusesAt(0)).toEqual({});
  });

  it('holds one entry for as long as a node said the same, whatever its figures', () => {
    const history = told(51);
    expect(history.statusSpansOf('monitor').map(({ tick, until }) => [tick, until])).toEqual([
      [1, 19],
      [20, 29],
      [30, 50],
    ]);
    expect(history.statusSpansOf('monitor').map(({ varied }) => varied)).toEqual([false, false, false]);
    expect(history.statusSpansOf('trigger')).toMatchObject([{ tick: 1, until: 50, varied: true }]);
    expect(history.statusSpansOf('trigger')[0]?.status.message).toEqual(said('rows-of', 2500));
  });
});
