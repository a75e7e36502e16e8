import { describe, expect, it } from 'vitest';
import { shadeOf, stripRuns } from './draw-strip';

describe('the heat strip', () => {
  it('shades by the usual bands of PSI', () => {
    expect([0, 0.04, 0.05, 0.1, 0.2, 0.25, 0.5, 3].map(shadeOf)).toEqual([0, 0, 1, 2, 2, 3, 4, 4]);
  });

  it('draws ticks that look alike as one run', () => {
    const runs = stripRuns(Float64Array.of(0, 0, 0.3, 0.3, 0), Float64Array.of(0, 0, 2, 2, 0), 1, {
      offset: 0,
      step: 10,
    });
    expect(runs).toEqual([
      { from: 5, to: 25, shade: 0, verdict: 0 },
      { from: 25, to: 45, shade: 3, verdict: 2 },
      { from: 45, to: 55, shade: 0, verdict: 0 },
    ]);
  });

  it('loses no drift where many ticks share a pixel', () => {
    const ticks = 10_000;
    const effects = new Float64Array(ticks);
    const verdicts = new Float64Array(ticks);
    effects[4999] = 0.4;
    verdicts[4999] = 2;
    const runs = stripRuns(effects, verdicts, 1, { offset: 100, step: 0.08 });
    const drifted = runs.filter(({ verdict }) => verdict === 2);
    expect(drifted).toHaveLength(1);
    expect(drifted[0]?.shade).toBe(3);
    expect(drifted[0]?.from).toBeLessThanOrEqual(100 + 5000 * 0.08);
    expect(drifted[0]?.to).toBeGreaterThanOrEqual(100 + 5000 * 0.08 - 0.04);
    expect(runs).toHaveLength(3);
  });

  it('tells what was not measured from what is stable', () => {
    const runs = stripRuns(Float64Array.of(Number.NaN, 0), Float64Array.of(Number.NaN, 1), 1, { offset: 0, step: 4 });
    expect(runs.map(({ verdict }) => verdict)).toEqual([-1, 1]);
  });
});
