import { useEffect, useRef, useState } from 'react';
import type { FailureDetail } from '../../lib/failure';
import type { OutputRef, Prediction } from '../../worker/protocol';
import { useEngine } from '../engine-context';
import { refKey } from '../outputs';

export type RawRow = Readonly<Record<string, string | null>>;

export type Predicted =
  | { readonly state: 'waiting' }
  | { readonly state: 'predicted'; readonly prediction: Prediction }
  | { readonly state: 'failed'; readonly failure: FailureDetail };

/** The model's prediction of a row, following every change: one question at a time, the latest wins. */
export function usePrediction(ref: OutputRef, row: RawRow): Predicted {
  const engine = useEngine();
  const [shown, setShown] = useState<Predicted>({ state: 'waiting' });
  const next = useRef<{ readonly ref: OutputRef; readonly row: RawRow } | null>(null);
  const busy = useRef(false);
  const alive = useRef(true);
  useEffect(() => {
    alive.current = true;
    return () => {
      alive.current = false;
    };
  }, []);
  const model = refKey(ref);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `model` names the ref
  useEffect(() => {
    next.current = { ref, row };
    const work = async () => {
      if (busy.current) return;
      busy.current = true;
      while (next.current !== null && alive.current) {
        const asked = next.current;
        next.current = null;
        try {
          const answer = await engine.predict(asked.ref, [asked.row]);
          if (next.current !== null || !alive.current) continue;
          const [prediction] = answer.ok ? answer.value : [];
          if (prediction) setShown({ state: 'predicted', prediction });
          else if (!answer.ok) setShown({ state: 'failed', failure: answer.failure });
        } catch {
          // The worker was restarted meanwhile; the next change asks again.
        }
      }
      busy.current = false;
    };
    void work();
  }, [engine, model, row]);
  return shown;
}
