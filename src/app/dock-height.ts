/** The dock's heights, in pixels: of its row of tabs alone, at least, when it first opens, and what the work keeps. */
export const FOLDED = 36;
const LEAST = 140;
export const FIRST = 280;
const WORK = 200;

/** How far a key moves the line between work and dock, in pixels. */
const STEP = 20;

/** The tallest that the dock may be where both have so much room. */
export const tallest = (room: number): number => Math.max(LEAST, Math.min(0.8 * room, room - WORK));

/** The height of an open dock that somebody wants so tall. */
export const within = (wanted: number, room: number): number => Math.min(Math.max(wanted, LEAST), tallest(room));

/** What becomes of a dock whose edge was drawn to a height: folded where that is nearer to its row of tabs alone. */
export const drawnTo = (wanted: number, room: number): number | null =>
  wanted < (FOLDED + LEAST) / 2 ? null : within(wanted, room);

/** What a key makes of the height, null standing for folded; undefined where it is no key of the line. */
export function keyedTo(key: string, height: number | null, before: number, room: number): number | null | undefined {
  switch (key) {
    case 'ArrowUp':
      return height === null ? LEAST : within(height + STEP, room);
    case 'ArrowDown':
      return height === null || height <= LEAST ? null : within(height - STEP, room);
    case 'Home':
      return null;
    case 'End':
      return tallest(room);
    case 'Enter':
      return height === null ? within(before, room) : null;
    default:
      return undefined;
  }
}
