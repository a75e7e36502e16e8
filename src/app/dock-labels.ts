import type { MessageKey } from '../i18n/catalogue';
import type { DockTab } from '../store/view/dock-tabs';

/** What each tab below the canvas is called. */
export const dockLabels: Readonly<Record<DockTab, MessageKey>> = {
  data: 'panels.data',
  charts: 'panels.charts',
  live: 'loop.live',
  results: 'panels.results',
  predict: 'panels.predict',
  models: 'models.title',
  lake: 'panels.lake',
  problems: 'panels.problems',
  log: 'panels.log',
};
