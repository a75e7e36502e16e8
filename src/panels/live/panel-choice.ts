import { create, type StoreApi } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { LiveHistory } from '../../store/live/live-types';
import { START_AXIS, type TickAxis } from './tick-axis';

export const VIEWS = ['timeline', 'performance', 'drift', 'fairness', 'quality', 'events', 'triggers'] as const;
export type ViewName = (typeof VIEWS)[number];

/** Which view of the loop is in front; it stays while other panels are looked at. */
export const usePanelChoice = create<{ readonly view: ViewName }>()(() => ({ view: 'timeline' }));

const axes = new WeakMap<LiveHistory, StoreApi<TickAxis>>();

/** Which ticks of a session are in sight; it stays while other panels are looked at. */
export function axisOf(history: LiveHistory): StoreApi<TickAxis> {
  const known = axes.get(history);
  if (known !== undefined) return known;
  const axis = createStore<TickAxis>()(() => START_AXIS);
  axes.set(history, axis);
  return axis;
}
