import type { Box } from '../../graph/geometry';

/** The least zoom at which a pipeline is opened: below it, all but the names has no room. */
export const WITH_TEXT = 0.7;
/** The least at which names can be read. */
export const WITH_NAMES = 0.45;

export interface Margins {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export interface View {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** How a pipeline is looked at first: the whole of it in the middle, as long as that is not below the `least` zoom, else its beginning. */
export function firstView(
  bounds: Box,
  pane: { readonly width: number; readonly height: number },
  margins: Margins,
  least = WITH_TEXT,
): View {
  const width = Math.max(1, pane.width - margins.left - margins.right);
  const height = Math.max(1, pane.height - margins.top - margins.bottom);
  const zoom = Math.max(least, Math.min(1, width / bounds.width, height / bounds.height));
  const along = (start: number, space: number, from: number, size: number): number =>
    size * zoom <= space ? start + (space - size * zoom) / 2 - from * zoom : start - from * zoom;
  return {
    x: along(margins.left, width, bounds.x, bounds.width),
    y: along(margins.top, height, bounds.y, bounds.height),
    zoom,
  };
}

/** The box around all of some boxes; null where there are none. */
export function boundsOf(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null;
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
}
