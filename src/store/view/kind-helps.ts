import { useEffect } from 'react';
import { create } from 'zustand';
import { eventually } from '../../lib/eventually';
import type { KindHelp } from '../../nodes/contract/help';
import type { glossary } from '../../nodes/glossary';
import type { helps } from '../../nodes/helps';

/** What kinds say of themselves, by their ids. */
export type Helps = typeof helps;
/** The words of the product and of the field, explained. */
export type Glossary = typeof glossary;

/** Empty until it is fetched: while the page is idle, or for the first who draws it. */
const useFetched = create<{ readonly helps: Helps; readonly glossary: Glossary }>()(() => ({
  helps: {},
  glossary: [],
}));

let fetched: Promise<void> | null = null;

/** Fetches it once, however long that takes. */
export function fetchHelps(): Promise<void> {
  fetched ??= eventually(() => Promise.all([import('../../nodes/helps'), import('../../nodes/glossary')])).then(
    ([{ helps }, { glossary }]) => useFetched.setState({ helps, glossary }),
  );
  return fetched;
}

/** As much of it as has arrived. */
export const useHelps = (): Helps => useFetched(({ helps }) => helps);

export const useGlossary = (): Glossary => useFetched(({ glossary }) => glossary);

/** That of one kind, asked for at once. */
export function useHelp(kind: string): KindHelp | undefined {
  useEffect(() => void fetchHelps(), []);
  return useHelps()[kind];
}
