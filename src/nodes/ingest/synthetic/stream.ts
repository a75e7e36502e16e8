import { cosPi } from '../../../lib/portable-math';
import { createRandom, deriveSeed } from '../../../lib/random';
import { chanceOfDrift, type DriftChoice } from './drift';
import type { Cells } from './fields';

/** 2024-01-01T00:00:00Z; a row follows each minute. */
const START = 1_704_067_200_000;
const MINUTE = 60_000;
/** How each sensor reads at rest, and how far it usually strays: temperature, vibration, pressure, load. */
const SENSORS = [
  { rest: 60, stray: 8 },
  { rest: 2.5, stray: 0.5 },
  { rest: 1.2, stray: 0.15 },
  { rest: 50, stray: 12 },
] as const;
/** How far full covariate drift moves temperature and vibration, in their own standard deviations. */
const FULL_SHIFT = 2;
const BAR = 0.4;

export interface StreamChoice extends DriftChoice {
  readonly rows: number;
  readonly noise: number;
  readonly changes: 'concept' | 'covariate';
  readonly strength: number;
}

/**
 * A machine's sensors, a row a minute, and whether it runs normally. Readings are independent normals. Concept drift
 * turns the rule by which readings mean a fault, by up to half a turn, and leaves the readings and the share of faults as they are;
 * covariate drift moves two readings and leaves the rule as it is.
 */
export function streamRows(choice: StreamChoice, seed: number): (row: number) => Cells {
  const random = createRandom(deriveSeed(seed, 'stream'));
  const { noise, changes, strength } = choice;
  return (row) => {
    const drifted = random.next() < chanceOfDrift(choice, row / choice.rows);
    const shift = drifted && changes === 'covariate' ? FULL_SHIFT * strength : 0;
    const turn = drifted && changes === 'concept' ? strength : 0;
    const [a, b, c, d] = [random.normal() + shift, random.normal() + shift, random.normal(), random.normal()];
    const fault = danger([a, b, c, d], turn) + noise * random.normal() > BAR;
    const readings = [a, b, c, d].map((z, k) => (SENSORS[k]?.rest ?? 0) + (SENSORS[k]?.stray ?? 1) * z);
    return [START + row * MINUTE, ...readings, fault ? 0 : 1];
  };
}

type Four = readonly [number, number, number, number];

/**
 * A curved rule over the readings. `turn`, in half turns, rotates the axis that matters most towards one that did not matter: a rotation
 * leaves normal readings, and so the share of faults, as they are, and the further it goes the more verdicts change.
 */
function danger([a, b, c, d]: Four, turn: number): number {
  const along = (cosPi(turn) * (a + b + c + d) + cosPi(turn - 0.5) * (a - b + c - d)) / 2;
  const across = (a + b - c - d) / 2;
  return along + 0.4 * (across * across - 1);
}
