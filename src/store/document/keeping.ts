import { create } from 'zustand';

/** How far the browser keeps what is on the canvas. */
interface Keeping {
  /** Why edits are not kept just now: there is no room, or the browser keeps nothing. Null while they are kept. */
  readonly failing: 'full' | 'gone' | null;
  /** There are edits that nothing has kept yet: they are settling, or were refused. */
  readonly settling: boolean;
  /** What is not back after the page was loaded again; each until a person has seen it. */
  readonly lost: readonly Lost[];
}

export type Lost =
  /** All of it: the browser no longer has it. */
  | { readonly what: 'all' }
  /** The last edits: what is shown is as old as said, in milliseconds since 1970. */
  | { readonly what: 'latest'; readonly savedAt: number }
  /** The disk cannot be read; what lies there stays. */
  | { readonly what: 'unread' }
  /** What was kept is no pipeline that can be opened: its text. */
  | { readonly what: 'damaged'; readonly text: string }
  /** Results, charts and what could be undone; or the run or the loop that was under way, or what the loop had told. */
  | { readonly what: 'session' | 'run' | 'loop' | 'timeline' }
  /** The loop itself, whose telling is back up to a tick; or the figures of its first ticks. */
  | { readonly what: 'loopEnded'; readonly tick: number }
  | { readonly what: 'figures'; readonly ticks: number };

export const useKeeping = create<Keeping>()(() => ({ failing: null, settling: false, lost: [] }));

/** Tells that something is not back. */
export const tellLost = (lost: Lost): void => useKeeping.setState((state) => ({ lost: [...state.lost, lost] }));
