import { useState } from 'react';
import { useLive } from '../../store/live/live-store';
import { useRun } from '../../store/run/run-store';
import type { ModelList } from '../../worker/live-protocol';
import { useDiskChanges } from '../disk/disk-changes';
import { useEngine } from '../engine-context';
import { type Asked, useAsked } from '../use-asked';
import { useSampled } from '../use-sampled';

/** A loop at full speed has more events than anybody can follow. */
const EVENTS_MS = 500;

/** The registry's versions, asked for anew after every run, every event of the loop and every change made here. */
export function useModels(): { readonly asked: Asked<ModelList>; readonly reload: () => void } {
  const engine = useEngine();
  const [changes, setChanges] = useState(0);
  const freed = useDiskChanges();
  const run = useRun((state) => state.lastReport?.runId ?? '');
  const events = useSampled(
    useLive((state) => state.history.notable.length),
    EVENTS_MS,
  );
  const asked = useAsked(`${changes} ${freed} ${run} ${events}`, () => engine.models.list());
  return { asked, reload: () => setChanges((count) => count + 1) };
}
