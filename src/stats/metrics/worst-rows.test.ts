import { describe, expect, it } from 'vitest';
import { PART } from '../../table/table';
import type { JudgedRows } from './report';
import { worstClasses, worstNumbers } from './worst-rows';

const judged = (truth: readonly number[], predicted: readonly number[], part?: readonly number[]): JudgedRows => ({
  source: Uint32Array.from(truth, (_, row) => 100 + row),
  part: Uint8Array.from(part ?? truth.map(() => PART.test)),
  truth: Float64Array.from(truth),
  predicted: Float64Array.from(predicted),
});

describe('the rows that a model is most wrong about', () => {
  it('are those whose number is missed by most, of one part, without those that are met or have no truth', () => {
    const rows = judged([1, 2, 3, Number.NaN, 5, 6], [1, 12, 0, 9, 5.5, 99], [2, 2, 2, 2, 2, 0]);
    expect(worstNumbers(rows, PART.test)).toEqual([
      { at: 1, source: 101, truth: 2, predicted: 12 },
      { at: 2, source: 102, truth: 3, predicted: 0 },
      { at: 4, source: 104, truth: 5, predicted: 5.5 },
    ]);
  });

  it('are those taken for another class, the surest mistake first', () => {
    const rows = judged([0, 0, 1, 2, 1], [1, 0, 0, 1, 0]);
    const scores = Float64Array.of(0.1, 0.9, 0.8, 0.2, 0.6, 0.4, 0.3, 0.7, 0.45, 0.55);
    // The last is said by a threshold, though the other class is likelier; class 2 is none of the model's.
    expect(worstClasses(rows, PART.test, ['a', 'b', 'c'], scores, 2)).toEqual([
      { at: 0, source: 100, truth: 'a', predicted: 'b', probability: 0.9 },
      { at: 3, source: 103, truth: 'c', predicted: 'b', probability: 0.7 },
      { at: 2, source: 102, truth: 'b', predicted: 'a', probability: 0.6 },
      { at: 4, source: 104, truth: 'b', predicted: 'a', probability: 0.45 },
    ]);
  });

  it('are twenty at most, the earlier of equals first', () => {
    const many = Array.from({ length: 1000 }, (_, i) => i);
    const found = worstNumbers(
      judged(
        many,
        many.map((y) => y + (y % 3)),
      ),
      PART.test,
    );
    expect(found.map(({ at }) => at)).toEqual(Array.from({ length: 20 }, (_, k) => 3 * k + 2));
  });
});
