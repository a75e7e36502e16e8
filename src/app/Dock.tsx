import type { ReactNode } from 'react';
import { useT } from '../i18n/use-t';
import { useProblems } from '../panels/problems/use-problems';
import { DOCK_TABS, type DockTab } from '../store/view/dock-tabs';
import { useView } from '../store/view/view-store';
import { Badge } from '../ui/Badge';
import { type Tab, Tabs } from '../ui/Tabs';
import { dockPanels } from './dock-panels';

/** The tabs below the canvas. Folded, the row of tabs is all that shows. */
export function Dock({ folded, says, aside }: { folded: boolean; says?: ReactNode; aside?: ReactNode }) {
  const { t } = useT();
  const tab = useView((state) => state.dock);
  const show = useView((state) => state.showDock);
  const problems = useProblems();
  const errors = problems.filter((one) => one.severity === 'error').length;
  const badge = problems.length > 0 && <Badge tone={errors > 0 ? 'failed' : 'warning'}>{problems.length}</Badge>;
  const tabs = DOCK_TABS.map(
    (value): Tab<DockTab> => ({
      value,
      label: t(dockPanels[value].label),
      ...(value === 'problems' && { badge }),
    }),
  );
  const { Panel } = dockPanels[tab];
  return (
    <div className="h-full bg-surface">
      <Tabs value={tab} tabs={tabs} onChange={show} label={t('panels.dock')} says={says} aside={aside}>
        {folded ? null : (
          <div className="relative h-full">
            <Panel key={tab} />
          </div>
        )}
      </Tabs>
    </div>
  );
}
