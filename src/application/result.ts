import { unexpectedFailure } from '../engine/reasons';
import { Cancelled, Failure, type FailureDetail } from '../lib/failure';

/** What came of a question: a failure, which a person can mend, is a value too. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: FailureDetail };

/** Turns what a question throws into data: an exception loses all but its message between threads. Rejects with Cancelled alone. */
export async function resultOf<T>(question: () => Promise<T> | T): Promise<Result<T>> {
  try {
    return { ok: true, value: await question() };
  } catch (error) {
    if (error instanceof Cancelled) throw error;
    return { ok: false, failure: failureOf(error) };
  }
}

/** The value, where there is one; throws the failure otherwise. */
export function answered<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Failure(result.failure);
}

/** The failure that something thrown is told as. */
export const failureOf = (cause: unknown): FailureDetail =>
  cause instanceof Failure ? cause.detail : unexpectedFailure(cause);
