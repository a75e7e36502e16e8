import { lazy, type ReactNode, Suspense } from 'react';
import { useT } from '../i18n/use-t';
import { useTroubles } from '../panels/problems/use-troubles';
import { DOCK_TABS, type DockTab } from '../store/view/dock-tabs';
import { useView } from '../store/view/view-store';
import { Badge } from '../ui/Badge';
import { Skeleton } from '../ui/Progress';
import { type Tab, Tabs } from '../ui/Tabs';
import { dockLabels } from './dock-labels';

const panels: Readonly<Record<DockTab, React.LazyExoticComponent<() => ReactNode>>> = {
  data: lazy(() => import('../panels/data/DataPanel').then((module) => ({ default: module.DataPanel }))),
  charts: lazy(() => import('../panels/charts/ChartsPanel').then((module) => ({ default: module.ChartsPanel }))),
  live: lazy(() => import('../panels/live/LivePanel').then((module) => ({ default: module.LivePanel }))),
  results: lazy(() => import('../panels/results/ResultsPanel').then((module) => ({ default: module.ResultsPanel }))),
  predict: lazy(() => import('../panels/predict/PredictPanel').then((module) => ({ default: module.PredictPanel }))),
  models: lazy(() =>
    import('../panels/model-registry/ModelsPanel').then((module) => ({ default: module.ModelsPanel })),
  ),
  lake: lazy(() => import('../panels/lake/LakePanel').then((module) => ({ default: module.LakePanel }))),
  problems: lazy(() =>
    import('../panels/problems/ProblemsPanel').then((module) => ({ default: module.ProblemsPanel })),
  ),
  log: lazy(() => import('../panels/log/LogPanel').then((module) => ({ default: module.LogPanel }))),
};

/** The tabs below the canvas. Folded, the row of tabs is all that shows. */
export function Dock({ folded, aside }: { folded: boolean; aside?: ReactNode }) {
  const { t } = useT();
  const tab = useView((state) => state.dock);
  const show = useView((state) => state.showDock);
  const troubles = useTroubles();
  const errors = troubles.filter((one) => one.severity === 'error').length;
  const badge = troubles.length > 0 && <Badge tone={errors > 0 ? 'failed' : 'warning'}>{troubles.length}</Badge>;
  const tabs = DOCK_TABS.map(
    (value): Tab<DockTab> => ({
      value,
      label: t(dockLabels[value]),
      ...(value === 'problems' && { badge }),
    }),
  );
  const Shown = panels[tab];
  return (
    <section aria-label={t('panels.dock')} className="h-full bg-surface">
      <Tabs value={tab} tabs={tabs} onChange={show} label={t('panels.dock')} aside={aside}>
        {folded ? null : (
          <Suspense fallback={<Skeleton className="m-4 h-24" />}>
            <div className="relative h-full">
              <Shown />
            </div>
          </Suspense>
        )}
      </Tabs>
    </section>
  );
}
