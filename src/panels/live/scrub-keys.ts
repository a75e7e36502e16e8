import { firstFrom } from './event-lanes';
import type { TickDomain } from './tick-axis';

/** What a key does on the timeline. A null tick is the live edge. */
export type ScrubAction =
  | { readonly type: 'scrub'; readonly tick: number | null }
  | { readonly type: 'zoom'; readonly factor: number }
  | { readonly type: 'pan'; readonly ticks: number }
  | { readonly type: 'open' };

interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** Arrows step by 1, with Shift by 10, with Ctrl to the event before or after; Home and End go to the ends. */
export function stepFrom(
  { key, shiftKey, ctrlKey, metaKey, altKey }: Key,
  at: number,
  { first, last }: TickDomain,
  shown: number,
  notable: readonly { readonly tick: number }[],
): ScrubAction | null {
  if (altKey) return null;
  const to = (tick: number): ScrubAction => ({
    type: 'scrub',
    tick: tick >= last ? null : Math.max(first, tick),
  });
  const byEvent = ctrlKey || metaKey;
  const by = shiftKey ? 10 : 1;
  if (key === 'ArrowRight' || key === 'ArrowUp') {
    if (!byEvent) return to(at + by);
    return to(notable[firstFrom(notable, at + 1)]?.tick ?? last);
  }
  if (key === 'ArrowLeft' || key === 'ArrowDown') {
    if (!byEvent) return to(at - by);
    return to(notable[firstFrom(notable, at) - 1]?.tick ?? first);
  }
  if (byEvent) return null;
  if (key === 'Home') return to(first);
  if (key === 'End') return { type: 'scrub', tick: null };
  if (key === 'PageUp') return { type: 'pan', ticks: -shown / 2 };
  if (key === 'PageDown') return { type: 'pan', ticks: shown / 2 };
  if (key === '+' || key === '=') return { type: 'zoom', factor: 1 / 1.5 };
  if (key === '-') return { type: 'zoom', factor: 1.5 };
  if (key === 'Enter') return { type: 'open' };
  return null;
}
