import { describe, expect, it } from 'vitest';
import { createRandom } from '../../lib/random';
import { EXACT_PLAYERS, planShapley } from './shapley';

const valued = (players: number, worth: (coalition: Uint8Array) => number, seed = 1) => {
  const plan = planShapley(players, 600, seed);
  return { plan, shares: plan.shares(plan.coalitions.map(worth)) };
};

/** Pays for single players and for pairs of neighbours. */
const withPairs =
  (single: readonly number[]) =>
  (coalition: Uint8Array): number =>
    single.reduce((sum, pay, player) => {
      const pair = coalition[player] === 1 && coalition[player + 1] === 1 ? 2 : 0;
      return sum + (coalition[player] === 1 ? pay : 0) + pair;
    }, 5);

describe('Shapley values', () => {
  it('are those of the glove game: the one left glove is worth two thirds', () => {
    const { shares } = valued(3, ([left, a, b]) => (left === 1 && (a === 1 || b === 1) ? 1 : 0));
    expect(shares[0]).toBeCloseTo(2 / 3, 14);
    expect(shares[1]).toBeCloseTo(1 / 6, 14);
    expect(shares[2]).toBeCloseTo(1 / 6, 14);
  });

  it('are each player’s own pay where pays only add up, however many there are', () => {
    for (const players of [1, 4, EXACT_PLAYERS, 25]) {
      const pays = Array.from({ length: players }, (_, player) => player * 1.5 - 3);
      const { shares } = valued(players, (coalition) =>
        pays.reduce((sum, pay, player) => sum + pay * (coalition[player] ?? 0), 7),
      );
      pays.forEach((pay, player) => {
        expect(shares[player]).toBeCloseTo(pay, 12);
      });
    }
  });

  it('share a pair’s pay equally between the two', () => {
    const { plan, shares } = valued(4, withPairs([1, 0, 0, 4]));
    expect(plan.method).toBe('exact');
    [2, 2, 2, 5].forEach((share, player) => {
      expect(shares[player]).toBeCloseTo(share, 12);
    });
  });

  it('add up to what everybody is worth more than nobody, sampled ones too', () => {
    const random = createRandom(3);
    for (const players of [5, 17]) {
      const plan = planShapley(players, 300, 11);
      const values = plan.coalitions.map(() => random.next());
      const total = plan.shares(values).reduce((a, b) => a + b, 0);
      expect(total).toBeCloseTo((values.at(-1) ?? 0) - (values[0] ?? 0), 12);
    }
  });

  it('come near the exact ones when sampled', () => {
    const single = Array.from({ length: 14 }, (_, player) => (player % 3) - 1);
    const { plan, shares } = valued(14, withPairs(single));
    expect(plan.method).toBe('sampled');
    single.forEach((pay, player) => {
      const neighbours = player === 0 || player === 13 ? 1 : 2;
      expect(Math.abs((shares[player] ?? 0) - pay - neighbours)).toBeLessThan(0.5);
    });
  });

  it('are the same for the same seed, and sampled anew for another', () => {
    const worth = (coalition: Uint8Array): number => coalition.reduce((sum, is, player) => sum + is * player, 0) ** 3;
    expect(valued(15, worth, 4).shares).toEqual(valued(15, worth, 4).shares);
    expect(valued(15, worth, 4).shares).not.toEqual(valued(15, worth, 5).shares);
  });

  it('are nothing where nobody plays', () => {
    const { plan, shares } = valued(0, () => 3);
    expect([plan.coalitions.length, shares.length]).toEqual([1, 0]);
  });
});
