import type { failureSchema } from './failure-schema';
import type { OfSchema } from './of-schema';

/** What a person can mend: what went wrong, where, and what to do about it. */
export type FailureDetail = OfSchema<typeof failureSchema>;

/**
 * Thrown inside a kind for anything a person can mend. The engine catches it at
 * the node's boundary and turns it into a value; any other exception is a bug.
 */
export class Failure extends Error {
  override readonly name = 'Failure';
  constructor(readonly detail: FailureDetail) {
    super(detail.message.en);
  }
}

/** Thrown when a run is cancelled: an outcome of its own, never an error. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
  constructor() {
    super('cancelled');
  }
}

/** Throws {@link Cancelled} once `signal` is aborted. */
export function throwIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new Cancelled();
}
