import { describe, expect, it } from 'vitest';
import { canonicalJson, type Json } from '../../lib/json';
import { createRandom, deriveSeed } from '../../lib/random';
import { adwinMean, createAdwin, feedAdwin, updateAdwin } from './adwin';
import { createDdm, updateDdm } from './ddm';
import { type Detected, watch } from './detector';
import { createPageHinkley, updatePageHinkley } from './page-hinkley';

/** 0/1 errors of the given rates, 1,000 rows each. */
function errors(seed: number, ...rates: readonly number[]): number[] {
  const random = createRandom(deriveSeed(seed, 'errors'));
  return rates.flatMap((rate) => Array.from({ length: 1_000 }, () => (random.next() < rate ? 1 : 0)));
}

const seeds = Array.from({ length: 40 }, (_, k) => k);

describe('ADWIN', () => {
  it('raises fewer false alarms than its δ allows on streams that do not change', () => {
    let tried = 0;
    let alarms = 0;
    for (const seed of seeds) {
      const stream = errors(seed, 0.2, 0.2, 0.2);
      tried += Math.floor(stream.length / 32);
      alarms += watch(createAdwin({ delta: 0.05 }), stream, updateAdwin).drifts.length;
    }
    expect(alarms / tried).toBeLessThan(0.05);
    const careful = seeds.map((seed) => watch(createAdwin(), errors(seed, 0.2, 0.2, 0.2), updateAdwin).drifts.length);
    expect(careful.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(1);
  });

  it.each([
    ['rise', 0.1, 0.4],
    ['fall', 0.5, 0.1],
  ])('finds a %s of the error rate within 200 rows, never before it, and forgets what was before', (_, from, to) => {
    for (const seed of seeds) {
      const { drifts, state } = watch(createAdwin(), errors(seed, from, to), updateAdwin);
      expect(drifts[0]).toBeGreaterThanOrEqual(1_000);
      expect(drifts[0]).toBeLessThan(1_200);
      expect(Math.abs((adwinMean(state) ?? 0) - to)).toBeLessThan(0.08);
    }
  });

  it.each([
    ['rise', 0.1, 0.5],
    ['fall', 0.6, 0.1],
  ])('names the means of the old part and of the new one at a %s, however long the window was', (_, from, to) => {
    let off = 0;
    for (const seed of seeds) {
      const { cuts } = feedAdwin(createAdwin(), errors(seed, from, from, from, to));
      const cut = cuts.find(({ index }) => index >= 3_000);
      expect(Math.abs((cut?.before ?? -1) - from)).toBeLessThan(0.04);
      off += Math.abs((cut?.after ?? -1) - to) / seeds.length;
    }
    expect(off).toBeLessThan(0.1);
  });

  it('holds a window of 100,000 values in fewer than 100 buckets, with their exact sum', () => {
    const random = createRandom(1);
    const values = Array.from({ length: 100_000 }, () => random.integer(8));
    const { state } = watch(createAdwin({ delta: 1e-12 }), values, updateAdwin);
    expect(state.width).toBe(100_000);
    expect(state.levels.flat().length).toBeLessThan(100);
    expect(state.sum).toBe(values.reduce((a, b) => a + b, 0));
    const mean = state.sum / state.width;
    const squares = values.reduce((sum, x) => sum + (x - mean) ** 2, 0);
    expect(state.squares / squares).toBeCloseTo(1, 9);
  });

  it('knows no mean before the first value, and refuses levels that cannot merge', () => {
    expect(adwinMean(createAdwin())).toBeNull();
    expect(() => createAdwin({ maxBuckets: 1 })).toThrow(RangeError);
  });
});

function survivesJson<State extends Json>(
  start: State,
  update: (state: State, value: number) => Detected<State>,
): void {
  const stream = errors(3, 0.1, 0.5);
  const half = watch(start, stream.slice(0, 1_017), update);
  const woken: State = JSON.parse(canonicalJson(half.state));
  const rest = watch(woken, stream.slice(1_017), update);
  const whole = watch(start, stream, update);
  expect(rest.state).toEqual(whole.state);
  expect([...half.drifts, ...rest.drifts.map((at) => at + 1_017)]).toEqual(whole.drifts);
  expect(whole.drifts.length).toBeGreaterThan(0);
}

describe('every detector', () => {
  it('goes on from its state as JSON as if it had never stopped', () => {
    survivesJson(createAdwin(), updateAdwin);
    survivesJson(createDdm(), updateDdm);
    survivesJson(createPageHinkley({ lambda: 15 }), updatePageHinkley);
  });

  it('leaves the state that it was given as it was', () => {
    const before = watch(createAdwin(), errors(1, 0.3), updateAdwin).state;
    const copy = structuredClone(before);
    updateAdwin(before, 1);
    expect(before).toEqual(copy);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('refuses %s instead of taking it in', (value) => {
    expect(() => updateAdwin(createAdwin(), value)).toThrow(RangeError);
    expect(() => updateDdm(createDdm(), value)).toThrow(RangeError);
    expect(() => updatePageHinkley(createPageHinkley(), value)).toThrow(RangeError);
  });

  it('warns before it says drift, most of the time, where it knows warnings', () => {
    const warned = seeds.filter((seed) => {
      const { warnings, drifts } = watch(createDdm(), errors(seed, 0.1, 0.4), updateDdm);
      return (warnings[0] ?? Number.POSITIVE_INFINITY) < (drifts[0] ?? 0);
    });
    expect(warned.length).toBeGreaterThan(30);
  });
});
