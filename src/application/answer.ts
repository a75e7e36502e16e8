import { unexpectedFailure } from '../engine/reasons';
import { Failure, type FailureDetail } from '../lib/failure';

/** What a question is answered with: what a person can mend comes back as a value. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: FailureDetail };

/** Turns what a question throws into data: an exception loses all but its message between threads. */
export async function answer<T>(question: () => Promise<T> | T): Promise<Answer<T>> {
  try {
    return { ok: true, value: await question() };
  } catch (error) {
    return { ok: false, failure: failureOf(error) };
  }
}

/** The failure that something thrown is told as. */
export const failureOf = (cause: unknown): FailureDetail =>
  cause instanceof Failure ? cause.detail : unexpectedFailure(cause);
