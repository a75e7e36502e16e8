import { type ComponentType, createElement } from 'react';
import type { MessageKey } from '../i18n/catalogue';
import type { DockTab } from '../store/view/dock-tabs';
import { Skeleton } from '../ui/Progress';
import { lazyPart } from '../ui/parts/lazy-part';

/** A panel below the canvas: what its tab is called, and what it draws, fetched when it is first shown. */
interface DockPanel {
  readonly label: MessageKey;
  readonly Panel: ComponentType;
}

function panel<Name extends string>(
  label: MessageKey,
  name: Name,
  load: () => Promise<{ readonly [Key in Name]: ComponentType }>,
): DockPanel {
  const waiting = () => createElement(Skeleton, { className: 'm-4 h-24' });
  return { label, Panel: lazyPart(async () => (await load())[name], { waiting }) };
}

export const dockPanels: Readonly<Record<DockTab, DockPanel>> = {
  data: panel('panels.data', 'DataPanel', () => import('../panels/data/DataPanel')),
  charts: panel('panels.charts', 'ChartsPanel', () => import('../panels/charts/ChartsPanel')),
  live: panel('loop.live', 'LivePanel', () => import('../panels/live/LivePanel')),
  results: panel('panels.results', 'ResultsPanel', () => import('../panels/results/ResultsPanel')),
  predict: panel('panels.predict', 'PredictPanel', () => import('../panels/predict/PredictPanel')),
  models: panel('panels.models', 'ModelsPanel', () => import('../panels/model-registry/ModelsPanel')),
  lake: panel('panels.lake', 'LakePanel', () => import('../panels/lake/LakePanel')),
  problems: panel('panels.problems', 'ProblemsPanel', () => import('../panels/problems/ProblemsPanel')),
  log: panel('panels.log', 'LogPanel', () => import('../panels/log/LogPanel')),
};
