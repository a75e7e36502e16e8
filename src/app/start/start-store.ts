import { create } from 'zustand';

interface Start {
  /** What lies over the canvas to show how Millrace works: the picture of the whole, or the tour. */
  readonly showing: 'picture' | 'tour' | null;
}

export const useStart = create<Start>()(() => ({ showing: null }));

export const show = (showing: Start['showing']): void => useStart.setState({ showing });
