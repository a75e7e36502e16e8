import { describe, expect, it } from 'vitest';
import type { Performance } from '../../nodes/contract/monitor-report';
import { fakeReport } from '../../testing/nodes/fake-report';
import { standingOf } from './standing';

const of = (window: number, performance: Partial<Performance>) =>
  standingOf(fakeReport({ performance, rows: { window } }));
const shares = (now: number, noChange: number | null, majority: number | null): Partial<Performance> => ({
  window: { accuracy: now },
  noChange: { accuracy: noChange },
  majority: { accuracy: majority },
});
const errors = (now: number, mean: number): Partial<Performance> => ({
  headline: 'rmse',
  window: { rmse: now },
  majority: { rmse: mean },
});

describe('how a deployment stands', () => {
  it('is not known before the first labels', () => {
    expect(of(0, { window: {} })).toBeNull();
    expect(of(10, { window: { accuracy: null } })).toBeNull();
  });

  it('is told beside what it was made with and the better of the simplest answers', () => {
    expect(of(300, { ...shares(0.9, 0.55, 0.62), reference: { accuracy: 0.93 } })).toEqual({
      ...{ measure: 'accuracy', now: 0.9, rows: 300, made: 0.93, madeOf: 'making', isBeaten: false },
      simple: { by: 'majority', value: 0.62 },
    });
    const first = { what: 'first-rows', rows: 20, needed: 300, chance: null } as const;
    expect(of(300, { ...shares(0.9, null, null), referenceOf: first })).toMatchObject({
      ...{ made: null, madeOf: 'first-rows', simple: null, isBeaten: false },
    });
  });

  it('is beaten where the simple answer is better by more than chance, on rows enough to tell', () => {
    expect(of(300, shares(0.7, 0.9, 0.6))).toMatchObject({ simple: { by: 'noChange', value: 0.9 }, isBeaten: true });
    expect(of(300, shares(0.7, 0.74, 0.6))?.isBeaten).toBe(false);
    expect(of(50, shares(0.7, 0.9, 0.6))?.isBeaten).toBe(false);
    expect(of(500, errors(178, 152))?.isBeaten).toBe(true);
    expect(of(500, errors(153, 152))?.isBeaten).toBe(false);
  });
});
