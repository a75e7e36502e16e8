import { describe, expect, it } from 'vitest';
import { createRandom } from '../../lib/random';
import { minimize, type Objective, type Step } from './lbfgs';

/** Half the sum of `sizes` times the squared distance from `centre`, and what `precondition` knows of the sizes. */
function bowl(sizes: readonly number[], centre: readonly number[], knows = (_size: number) => 1): Objective {
  return {
    at: async (point, gradient) => {
      let value = 0;
      for (const [i, size] of sizes.entries()) {
        const off = (point[i] ?? 0) - (centre[i] ?? 0);
        gradient[i] = size * off;
        value += (size * off * off) / 2;
      }
      return value;
    },
    precondition: (vector) => {
      for (const [i, size] of sizes.entries()) vector[i] = (vector[i] ?? 0) / knows(size);
    },
  };
}

const start = (size: number): Float64Array => new Float64Array(size);
const OPTIONS = { iterations: 500, tolerance: 1e-13 };

describe('the minimum of a convex function', () => {
  const random = createRandom(2);
  const centre = Array.from({ length: 12 }, () => random.normal());

  it('is found where directions curve a thousand times as much as others', async () => {
    const sizes = centre.map((_, i) => 10 ** ((3 * i) / 11));
    const found = await minimize(bowl(sizes, centre), start(12), OPTIONS);
    expect(found.end).toBe('reached');
    expect(found.value).toBeLessThan(1e-12);
    for (const [i, at] of centre.entries()) expect(found.point[i]).toBeCloseTo(at, 6);
  });

  it('is one step away where the curvature is known', async () => {
    const sizes = centre.map((_, i) => 10 ** ((3 * i) / 11));
    const found = await minimize(
      bowl(sizes, centre, (size) => size),
      start(12),
      OPTIONS,
    );
    expect(found).toMatchObject({ end: 'reached', iterations: 1 });
  });

  it('is found where the guess of the curvature is a thousand times too small or too large', async () => {
    for (const wrong of [1e-3, 1e3]) {
      const found = await minimize(
        bowl([1, 2, 3], [4, 5, 6], () => wrong),
        start(3),
        OPTIONS,
      );
      expect(found.end).toBe('reached');
      expect([...found.point].map((at) => Math.round(at * 1e6) / 1e6)).toEqual([4, 5, 6]);
    }
  });

  it('takes no step where it starts there', async () => {
    const steps: Step[] = [];
    const each = async (step: Step) => void steps.push(step);
    const found = await minimize(bowl([1, 1], [0, 0]), start(2), { ...OPTIONS, each });
    expect([found.iterations, found.end, steps]).toEqual([0, 'reached', []]);
  });

  it('tells of each step once, each no higher than the one before, and stops when it may take no more', async () => {
    const steps: Step[] = [];
    const each = async (step: Step) => void steps.push(step);
    const found = await minimize(bowl([1, 10, 100], [1, 2, 3]), start(3), { ...OPTIONS, iterations: 3, each });
    expect(found.end).toBe('iterations');
    expect(steps.map(({ iteration }) => iteration)).toEqual([1, 2, 3]);
    for (const [i, { value }] of steps.entries()) expect(value).toBeLessThanOrEqual(steps[i - 1]?.value ?? 1e9);
    expect(steps.at(-1)?.value).toBe(found.value);
  });

  it('ends by itself where the function falls for ever', async () => {
    // Softplus: it falls towards 0 and never gets there.
    const objective: Objective = {
      at: async (point, gradient) => {
        const small = Math.exp(-(point[0] ?? 0));
        gradient[0] = -small / (1 + small);
        return Math.log1p(small);
      },
      precondition: () => undefined,
    };
    const found = await minimize(objective, start(1), { iterations: 200, tolerance: 1e-9 });
    expect(found.end).toBe('reached');
    expect(found.value).toBeLessThan(1e-11);
  });

  it('ends where numbers tell no lower value apart, and where there are none', async () => {
    const flat: Objective = {
      at: async (_, gradient) => {
        gradient.fill(1);
        return 5;
      },
      precondition: () => undefined,
    };
    expect((await minimize(flat, start(2), OPTIONS)).end).toBe('rounding');
    const none: Objective = {
      at: async (_, gradient) => {
        gradient.fill(Number.NaN);
        return Number.NaN;
      },
      precondition: () => undefined,
    };
    expect((await minimize(none, start(2), OPTIONS)).end).toBe('rounding');
  });
});
