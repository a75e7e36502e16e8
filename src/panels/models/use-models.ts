import { useState } from 'react';
import { useLive } from '../../store/live-store';
import { useRun } from '../../store/run-store';
import type { ModelList } from '../../worker/live-protocol';
import { useEngine } from '../engine-context';
import { type Asked, useAsked } from '../use-asked';

/** The registry's versions, asked for anew after every run, every event of the loop and every change made here. */
export function useModels(): { readonly asked: Asked<ModelList>; readonly reload: () => void } {
  const engine = useEngine();
  const [changes, setChanges] = useState(0);
  const run = useRun((state) => state.lastReport?.runId ?? '');
  const events = useLive((state) => state.history.notable.length);
  const asked = useAsked(`${changes} ${run} ${events}`, () => engine.models.list());
  return { asked, reload: () => setChanges((count) => count + 1) };
}
