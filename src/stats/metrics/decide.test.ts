import { describe, expect, it } from 'vitest';
import { decideClasses } from './decide';

describe('deciding classes', () => {
  it('takes the most probable of many, the first of equals', () => {
    expect([...decideClasses([0.2, 0.5, 0.3, 0.4, 0.2, 0.4], 3)]).toEqual([1, 0]);
  });

  it('says the positive of two from the threshold on, whichever class is positive', () => {
    const scores = [0.5, 0.5, 0.69, 0.31];
    expect([...decideClasses(scores, 2)]).toEqual([1, 0]);
    expect([...decideClasses(scores, 2, { positive: 0, threshold: 0.7 })]).toEqual([1, 1]);
  });
});
