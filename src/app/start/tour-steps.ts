import type { MessageKey } from '../../i18n/catalogue';

interface TourStep {
  readonly title: MessageKey;
  readonly says: MessageKey;
  /** What it points at, as selectors: the first of which anything is in sight. */
  readonly at: readonly string[];
}

/** The way through the page: what is on the canvas, what makes it run, what comes of it, and how it is taken along. */
export const TOUR: readonly TourStep[] = [
  { title: 'start.canvasTitle', says: 'start.canvas', at: ['.react-flow__node', '.mr-outline-node', '#canvas'] },
  { title: 'start.stageTitle', says: 'start.stage', at: ['.mr-stage-head', '#canvas'] },
  { title: 'start.wireTitle', says: 'start.wire', at: ['.react-flow__edge', '.mr-outline-wires', '#canvas'] },
  { title: 'start.runTitle', says: 'start.runStep', at: ['[data-tour="run"]'] },
  {
    title: 'start.resultsTitle',
    says: 'start.results',
    at: ['[role="tab"][id$="-trigger-results"]', '[data-tour="dock"]'],
  },
  { title: 'start.exportTitle', says: 'start.export', at: ['[data-tour="file"]'] },
];

const isInSight = ({ left, top, right, bottom, width, height }: DOMRect): boolean =>
  width + height > 0 && right > 0 && bottom > 0 && left < innerWidth && top < innerHeight;

/** Where the page shows what a step points at; null where it shows none of it. */
export function placeOf({ at }: TourStep): DOMRect | null {
  for (const selector of at) {
    for (const element of document.querySelectorAll(selector)) {
      const box = element.getBoundingClientRect();
      if (isInSight(box) && element.checkVisibility()) return box;
    }
  }
  return null;
}
