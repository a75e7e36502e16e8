import type { Point } from '../../graph/geometry';

/** How long after a press its second may follow, in milliseconds. */
const SECOND_PRESS = 500;

/**
 * Where the hand on the canvas is in a press, a drag or a double-click: what it is at must not move from under it.
 * What would move it waits here until it rests.
 */
export function createHand() {
  let at: Point | null = null;
  let down = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const waiting = new Map<string, () => void>();
  const rest = (): void => {
    at = null;
    const acts = [...waiting.values()];
    waiting.clear();
    for (const act of acts) act();
  };
  return {
    press(point: Point): void {
      at = point;
      down = true;
      clearTimeout(timer);
    },
    release(): void {
      if (!down) return;
      down = false;
      timer = setTimeout(rest, SECOND_PRESS);
    },
    /** Acts once the hand rests; of several that are asked for under one name, the last alone. */
    whenAtRest(name: string, act: () => void): void {
      if (at === null) act();
      else waiting.set(name, act);
    },
    /** Whether what opens from there on to the right can do so without coming under the hand. */
    isClearOf: (x: number): boolean => at === null || (!down && at.x < x),
  };
}

export const hand = createHand();
