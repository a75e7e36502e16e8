import { unexpectedFailure } from '../engine/reasons';
import { Failure } from '../lib/failure';
import type { Answer } from './protocol';

/** Turns what a question throws into data: an exception loses all but its message between threads. */
export async function answer<T>(question: () => Promise<T> | T): Promise<Answer<T>> {
  try {
    return { ok: true, value: await question() };
  } catch (error) {
    return { ok: false, failure: error instanceof Failure ? error.detail : unexpectedFailure(error) };
  }
}
