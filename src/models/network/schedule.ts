import type { OfSchema } from '../../lib/of-schema';
import { cosPi, power, wholePower } from '../../lib/portable-math';
import type { scheduleSchema } from './training-schemas';

/** How the learning rate changes over training. */
export type Schedule = OfSchema<typeof scheduleSchema>;

/**
 * Learning rate at `epoch` (0-based, fractional within an epoch) of `epochs`.
 * `drops` is how often a plateau has lowered it so far.
 */
export function learningRate(base: number, schedule: Schedule, epoch: number, epochs: number, drops: number): number {
  if (epoch < schedule.warmUp) return (base * (epoch + 1e-3)) / schedule.warmUp;
  const span = Math.max(epochs - schedule.warmUp, 1);
  const done = (epoch - schedule.warmUp) / span;
  switch (schedule.type) {
    case 'constant':
      return base;
    case 'step':
      return base * wholePower(schedule.factor, Math.floor((epoch - schedule.warmUp) / schedule.every));
    case 'cosine':
      return (base * (1 + cosPi(done))) / 2;
    case 'exponential':
      return base * power(schedule.factor, done);
    case 'plateau':
      return base * wholePower(schedule.factor, drops);
  }
}

/** Watches a loss for lack of improvement. Plain data between epochs, so that training resumes exactly. */
export interface PlateauState {
  readonly best: number;
  readonly waited: number;
  readonly drops: number;
}

export const noPlateau: PlateauState = { best: Number.POSITIVE_INFINITY, waited: 0, drops: 0 };

/** One epoch further: after `patience` epochs without a better loss, one drop more. */
export function watchPlateau(state: PlateauState, loss: number, patience: number): PlateauState {
  if (loss < state.best) return { best: loss, waited: 0, drops: state.drops };
  const waited = state.waited + 1;
  return waited < patience ? { ...state, waited } : { ...state, waited: 0, drops: state.drops + 1 };
}
