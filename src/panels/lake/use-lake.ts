import { create } from 'zustand';
import { followLake } from '../../store/run/run-store';
import type { LakeSet } from '../../worker/live-protocol';
import { useEngine } from '../engine-context';
import { type Asked, useAsked } from '../use-asked';

const useChanges = create<{ readonly count: number }>()(() => ({ count: 0 }));

/** The lake's data sets, asked for anew after every change made on this page. */
export function useLake(): Asked<readonly LakeSet[]> {
  const { lake } = useEngine();
  const count = useChanges((state) => state.count);
  return useAsked(String(count), () => lake.list());
}

/** What reads the lake looks again: its lists, and nodes that read the newest rows. */
export function lakeChanged(): void {
  useChanges.setState(({ count }) => ({ count: count + 1 }));
  followLake();
}

/** The sets, those known last while they are asked for again; null before the first answer. */
export function setsOf(asked: Asked<readonly LakeSet[]>): readonly LakeSet[] | null {
  if (asked.state === 'answered') return asked.value;
  return asked.state === 'asking' ? asked.last : null;
}
