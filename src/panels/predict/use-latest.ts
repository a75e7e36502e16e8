import { useEffect, useRef, useState } from 'react';
import type { FailureDetail } from '../../lib/failure';
import type { Result } from '../../worker/protocol';

export type Latest<T> =
  | { readonly state: 'waiting' }
  /** `current` is false while the answer to a later question is on its way. */
  | { readonly state: 'answered'; readonly value: T; readonly current: boolean }
  | { readonly state: 'failed'; readonly failure: FailureDetail };

interface Question<T> {
  readonly about: string;
  readonly ask: () => Promise<Result<T>>;
}

/**
 * The answer to a question that changes faster than it can be answered: one is on its way at a time, the latest
 * wins, and the last answer stays until the next one comes. Asked after `quietMs` without a change.
 */
export function useLatest<T>(about: string, ask: () => Promise<Result<T>>, quietMs: number): Latest<T> {
  const [known, setKnown] = useState<{ readonly about: string; readonly answer: Result<T> } | null>(null);
  const next = useRef<Question<T> | null>(null);
  const busy = useRef(false);
  const alive = useRef(true);
  useEffect(() => {
    alive.current = true;
    return () => {
      alive.current = false;
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `about` names everything that `ask` depends on
  useEffect(() => {
    const work = async () => {
      if (busy.current) return;
      busy.current = true;
      while (next.current !== null && alive.current) {
        const question = next.current;
        next.current = null;
        try {
          const answer = await question.ask();
          if (alive.current) setKnown({ about: question.about, answer });
        } catch {
          // The worker was restarted meanwhile; the next change asks again.
        }
      }
      busy.current = false;
    };
    const timer = setTimeout(() => {
      next.current = { about, ask };
      void work();
    }, quietMs);
    return () => clearTimeout(timer);
  }, [about, quietMs]);
  if (known === null) return { state: 'waiting' };
  const { answer } = known;
  if (!answer.ok) return { state: 'failed', failure: answer.failure };
  return { state: 'answered', value: answer.value, current: known.about === about };
}
