import { cosPi, ln } from './portable-math';

/**
 * Seeded random numbers: xoshiro128** seeded through SplitMix32
 * (Blackman and Vigna, "Scrambled linear pseudorandom number generators", 2021).
 * Kept here rather than taken from a library because saved pipelines promise the
 * same bytes for the same seed for as long as their format is read.
 */
export interface Random {
  /** Uniform in [0, 1) with 32 random bits. */
  next(): number;
  /** Uniform integer in [0, bound). */
  integer(bound: number): number;
  /** Standard normal (Box and Muller 1958). */
  normal(): number;
}

/** Makes a generator whose whole sequence follows from `seed` (any integer). */
export function createRandom(seed: number): Random {
  let s = seed | 0;
  const splitMix = (): number => {
    s = (s + 0x9e3779b9) | 0;
    let z = s;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return z ^ (z >>> 15);
  };
  let a = splitMix();
  let b = splitMix();
  let c = splitMix();
  let d = splitMix();
  const uint32 = (): number => {
    const m = Math.imul(b, 5);
    const result = Math.imul((m << 7) | (m >>> 25), 9);
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = (d << 11) | (d >>> 21);
    return result >>> 0;
  };
  const next = (): number => uint32() / 0x1_0000_0000;
  return {
    next,
    integer: (bound) => Math.floor(next() * bound),
    normal: () => {
      const radius = Math.sqrt(-2 * ln(1 - next()));
      return radius * cosPi(2 * next());
    },
  };
}

/** A seed of its own for each named purpose, derived from one seed (FNV-1a over the name). */
export function deriveSeed(seed: number, name: string): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193) >>> 0;
  return hash;
}

/** A uniformly random order of 0 … n-1 (Fisher and Yates). */
export function permutation(n: number, random: Random): Uint32Array {
  const order = new Uint32Array(n);
  for (let i = 0; i < n; i++) {
    const j = random.integer(i + 1);
    order[i] = order[j] ?? i;
    order[j] = i;
  }
  return order;
}
