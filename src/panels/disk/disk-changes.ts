import { create } from 'zustand';

const useChanges = create<{ readonly count: number }>()(() => ({ count: 0 }));

/** Counts what was freed on this page: what asks whether something is there asks again. */
export const useDiskChanges = (): number => useChanges((state) => state.count);

export const diskChanged = (): void => useChanges.setState(({ count }) => ({ count: count + 1 }));
