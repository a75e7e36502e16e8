import { powerOfTwo } from '../../lib/portable-math';
import { createRandom, permutation } from '../../lib/random';

/** Which coalitions of players must be valued, and how the worth of each player follows from their values. */
export interface ShapleyPlan {
  readonly method: 'exact' | 'sampled';
  /** Of each coalition, who is in it: 1 or 0 by player. The first is of nobody, the last of everybody. */
  readonly coalitions: readonly Uint8Array[];
  /** Each player's share of what everybody together is worth more than nobody; the shares add up to it. */
  shares(values: ArrayLike<number>): Float64Array;
}

/** Up to so many players every coalition is valued: 2^10 of them. */
export const EXACT_PLAYERS = 10;

/**
 * Shapley values (L. Shapley, "A value for n-person games", 1953). With few players all coalitions are valued and the
 * shares are exact. With more, the marginal worth of each player is averaged over seeded random orders of joining
 * (Castro, Gómez and Tejada, "Polynomial calculation of the Shapley value based on sampling", 2009), each order used
 * forwards and backwards (antithetic pairs: Mitchell et al., "Sampling permutations for Shapley value estimation",
 * 2022). Within an order the marginals telescope, so the shares add up whatever the sample. About `budget`
 * coalitions are valued.
 */
export function planShapley(players: number, budget: number, seed: number): ShapleyPlan {
  return players <= EXACT_PLAYERS ? exactPlan(players) : sampledPlan(players, budget, seed);
}

function exactPlan(players: number): ShapleyPlan {
  const count = powerOfTwo(players);
  const coalitions = Array.from({ length: count }, (_, mask) =>
    Uint8Array.from({ length: players }, (_, player) => (mask >> player) & 1),
  );
  // size! (players - size - 1)! / players!
  const weights = Array.from({ length: players }, (_, size) => 1 / (players * choose(players - 1, size)));
  return {
    method: 'exact',
    coalitions,
    shares: (values) => {
      const shares = new Float64Array(players);
      for (let mask = 0; mask < count; mask++) {
        const weight = weights[bits(mask)] ?? 0;
        for (let player = 0; player < players; player++) {
          const joined = mask | (1 << player);
          if (joined === mask) continue;
          shares[player] = (shares[player] ?? 0) + weight * ((values[joined] ?? 0) - (values[mask] ?? 0));
        }
      }
      return shares;
    },
  };
}

function sampledPlan(players: number, budget: number, seed: number): ShapleyPlan {
  const random = createRandom(seed);
  const pairs = Math.max(1, Math.round(budget / (2 * (players - 1))));
  const orders = Array.from({ length: pairs }, () => permutation(players, random)).flatMap((order) => [
    order,
    order.slice().reverse(),
  ]);
  const nobody = new Uint8Array(players);
  const between = orders.flatMap((order) => {
    const coalition = nobody.slice();
    return Array.from(order.subarray(0, -1), (player) => {
      coalition[player] = 1;
      return coalition.slice();
    });
  });
  const coalitions = [nobody, ...between, nobody.slice().fill(1)];
  return {
    method: 'sampled',
    coalitions,
    shares: (values) => {
      const shares = new Float64Array(players);
      let at = 1;
      for (const order of orders) {
        let before = values[0] ?? 0;
        order.forEach((player, place) => {
          const after = (place === players - 1 ? values[coalitions.length - 1] : values[at++]) ?? 0;
          shares[player] = (shares[player] ?? 0) + (after - before) / orders.length;
          before = after;
        });
      }
      return shares;
    },
  };
}

function bits(mask: number): number {
  let count = 0;
  for (let left = mask; left > 0; left &= left - 1) count++;
  return count;
}

function choose(n: number, k: number): number {
  let ways = 1;
  for (let i = 1; i <= k; i++) ways = (ways * (n - k + i)) / i;
  return ways;
}
