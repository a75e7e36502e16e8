import { describe, expect, it } from 'vitest';
import { learningRate, noPlateau, type Schedule, watchPlateau } from './schedule';

const schedule = (type: Schedule['type'], warmUp = 0): Schedule => ({ type, factor: 0.1, every: 3, warmUp });

describe('learning rates', () => {
  it('stay constant, or drop in steps', () => {
    expect(learningRate(1, schedule('constant'), 9, 10, 0)).toBe(1);
    expect([0, 2, 3, 6].map((epoch) => learningRate(1, schedule('step'), epoch, 10, 0))).toEqual([
      1,
      1,
      0.1,
      expect.closeTo(0.01),
    ]);
  });

  it('fall along half a cosine to 0', () => {
    expect(learningRate(1, schedule('cosine'), 5, 10, 0)).toBeCloseTo(0.5);
    expect(learningRate(1, schedule('cosine'), 10, 10, 0)).toBeCloseTo(0);
  });

  it('reach the factor at the end of an exponential', () => {
    expect(learningRate(1, schedule('exponential'), 10, 10, 0)).toBeCloseTo(0.1);
  });

  it('rise through the warm-up before the schedule starts', () => {
    expect(learningRate(1, schedule('cosine', 2), 1, 12, 0)).toBeCloseTo(0.5, 2);
    expect(learningRate(1, schedule('cosine', 2), 2, 12, 0)).toBeCloseTo(1);
  });

  it('drop once for each plateau', () => {
    let state = noPlateau;
    for (const loss of [5, 4, 4, 4, 4, 3, 3, 3, 3]) state = watchPlateau(state, loss, 3);
    expect(state.drops).toBe(2);
    expect(learningRate(1, schedule('plateau'), 9, 10, state.drops)).toBeCloseTo(0.01);
  });
});
