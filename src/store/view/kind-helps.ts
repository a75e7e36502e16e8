import { useEffect } from 'react';
import { create } from 'zustand';
import { eventually } from '../../lib/eventually';
import type { KindHelp } from '../../nodes/contract/help';
import type { helps } from '../../nodes/helps';

/** What kinds say of themselves, by their ids. */
export type Helps = typeof helps;

/** Empty until it is fetched: while the page is idle, or for the first who draws it. */
const useFetched = create<{ readonly helps: Helps }>()(() => ({ helps: {} }));

let fetched: Promise<void> | null = null;

/** Fetches it once, however long that takes. */
export function fetchHelps(): Promise<void> {
  fetched ??= eventually(() => import('../../nodes/helps')).then((arrived) => useFetched.setState(arrived));
  return fetched;
}

/** As much of it as has arrived. */
export const useHelps = (): Helps => useFetched(({ helps }) => helps);

/** That of one kind, asked for at once. */
export function useHelp(kind: string): KindHelp | undefined {
  useEffect(() => void fetchHelps(), []);
  return useHelps()[kind];
}
