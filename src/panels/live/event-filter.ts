import type { LiveEvent, LiveEventType } from '../../nodes/contract/live-events';

/** Which events the table shows: one type, all, or all but batches. */
export type ShownTypes = LiveEventType | 'notable' | 'all';

/** Events that fit a filter. Taking in what has come since costs only that. */
export interface EventFilter {
  readonly found: readonly LiveEvent[];
  catchUp(events: readonly LiveEvent[]): void;
}

/** Keeps the events of some types whose words hold every word searched for; `wordsOf` gives an event's words. */
export function createEventFilter(
  types: ShownTypes,
  search: string,
  wordsOf: (event: LiveEvent) => string,
): EventFilter {
  const found: LiveEvent[] = [];
  const wanted = search.toLowerCase().split(/\s+/).filter(Boolean);
  let taken = 0;
  const fits = (event: LiveEvent): boolean => {
    if (types === 'notable' ? event.type === 'batch' : types !== 'all' && event.type !== types) return false;
    if (wanted.length === 0) return true;
    const words = wordsOf(event).toLowerCase();
    return wanted.every((word) => words.includes(word));
  };
  return {
    found,
    catchUp(events) {
      for (; taken < events.length; taken++) {
        const event = events[taken];
        if (event && fits(event)) found.push(event);
      }
    },
  };
}
