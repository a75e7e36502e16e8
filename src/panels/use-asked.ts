import { useEffect, useState } from 'react';
import type { FailureDetail } from '../lib/failure';
import { text } from '../lib/text';
import { useRun } from '../store/run/run-store';
import type { Result } from '../worker/protocol';

export type Asked<T> =
  | { readonly state: 'none' }
  | { readonly state: 'asking'; readonly last: T | null }
  | { readonly state: 'answered'; readonly value: T }
  | { readonly state: 'failed'; readonly failure: FailureDetail };

const gone: FailureDetail = {
  code: 'engine-silent',
  message: text('The engine did not answer.', '엔진이 응답하지 않았어요.'),
  hint: text('Run the pipeline again.', '파이프라인을 다시 실행하세요.'),
};

/**
 * Asks the engine whenever `about` changes (null asks nothing), and once more after a run where it had failed. Answers that come
 * after a later question are dropped; the last answer stays while the next is on its way.
 */
export function useAsked<T>(about: string | null, ask: () => Promise<Result<T>>): Asked<T> {
  const [known, setKnown] = useState<{ readonly about: string; readonly asked: Asked<T> } | null>(null);
  const [attempt, setAttempt] = useState(0);
  const failed = known?.about === about && known?.asked.state === 'failed';
  useEffect(() => {
    if (!failed) return undefined;
    return useRun.subscribe((now, before) => {
      if (now.lastReport !== before.lastReport) setAttempt((count) => count + 1);
    });
  }, [failed]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `about` names everything that `ask` depends on
  useEffect(() => {
    if (about === null) return undefined;
    let stale = false;
    ask().then(
      (answer) => {
        if (stale) return;
        setKnown({
          about,
          asked: answer.ok ? { state: 'answered', value: answer.value } : { state: 'failed', failure: answer.failure },
        });
      },
      () => !stale && setKnown({ about, asked: { state: 'failed', failure: gone } }),
    );
    return () => {
      stale = true;
    };
  }, [about, attempt]);
  if (about === null) return { state: 'none' };
  if (known?.about === about) return known.asked;
  return { state: 'asking', last: known?.asked.state === 'answered' ? known.asked.value : null };
}
