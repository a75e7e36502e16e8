import type { Text } from './text';

/** What a person can mend: what went wrong, where, and what to do about it. */
export interface FailureDetail {
  /** Stable, kebab-case, e.g. `column-not-found`. */
  readonly code: string;
  readonly message: Text;
  /** The remedy, as one imperative sentence. */
  readonly hint: Text;
  readonly column?: string;
  /** 1-based row of the source data, where one row is to blame. */
  readonly row?: number;
  readonly port?: string;
}

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
