import { type ReactNode, useEffect } from 'react';
import type { MessageKey } from '../../i18n/catalogue';
import { useT } from '../../i18n/use-t';
import { cx } from '../../ui/cx';
import { type Tab, Tabs } from '../../ui/Tabs';
import { DriftView } from './DriftView';
import { EventEvidence } from './EventEvidence';
import { EventTable } from './EventTable';
import { FairnessView } from './FairnessView';
import { LiveTools } from './LiveTools';
import { domainOf, useLiveView } from './live-view';
import { Overview } from './Overview';
import { PerformanceView } from './PerformanceView';
import { usePanelChoice, VIEWS, type ViewName } from './panel-choice';
import { QualityView } from './QualityView';
import { Standings } from './Standings';
import { Timeline } from './Timeline';
import { TriggerView } from './TriggerView';
import { reveal } from './tick-axis';
import { useHeight } from './use-height';

const words: Readonly<Record<ViewName, MessageKey>> = {
  timeline: 'timeline.view',
  performance: 'timeline.performanceView',
  drift: 'timeline.driftView',
  fairness: 'timeline.fairnessView',
  quality: 'timeline.qualityView',
  events: 'timeline.eventsView',
  triggers: 'timeline.triggersView',
};

/** The views of a session side by side with the evidence of the chosen event. */
export function LiveViews() {
  const { t } = useT();
  const shown = usePanelChoice(({ view }) => view);
  const { opened } = useLiveView();
  useFollowCursor();
  const tabs = VIEWS.map((value): Tab<ViewName> => ({ value, label: t(words[value]) }));
  return (
    <Tabs
      value={shown}
      tabs={tabs}
      label={t('timeline.views')}
      aside={<LiveTools className="max-md:hidden" />}
      onChange={(view) => usePanelChoice.setState({ view })}
    >
      <div className="flex h-full min-h-0">
        <div className={cx('flex min-w-0 flex-1 flex-col', opened !== null && 'max-md:hidden')}>
          <LiveTools className="shrink-0 border-b border-line px-2 md:hidden" />
          <Shown view={shown} />
        </div>
        {opened !== null && <EventEvidence key={opened.index} event={opened} />}
      </div>
    </Tabs>
  );
}

function Shown({ view }: { view: ViewName }) {
  const [measure, height] = useHeight();
  const chart = Math.max(120, height - 60);
  if (view === 'events') return <EventTable />;
  const body: Readonly<Record<Exclude<ViewName, 'events'>, () => ReactNode>> = {
    timeline: () => (
      <>
        <Standings />
        <Timeline />
        {height > 400 && <PerformanceView height={Math.min(320, height - 230)} />}
      </>
    ),
    performance: () => (
      <>
        <Standings />
        <PerformanceView height={Math.min(420, chart - 28)} />
      </>
    ),
    drift: () => <DriftView height={chart} />,
    fairness: () => <FairnessView height={chart} />,
    quality: () => <QualityView height={chart} />,
    triggers: () => <TriggerView />,
  };
  return (
    <>
      <div ref={measure} className={cx('min-h-0 flex-1 overflow-y-auto px-2', view !== 'timeline' && 'py-1.5')}>
        {body[view]()}
      </div>
      {view !== 'triggers' && <Overview />}
    </>
  );
}

/** A cursor that is moved from elsewhere is brought into sight. */
function useFollowCursor(): void {
  const view = useLiveView();
  const { live, axis } = view;
  useEffect(
    () =>
      live.subscribe((now, before) => {
        if (now.cursor === null || now.cursor === before.cursor) return;
        const next = reveal(axis.getState(), domainOf(view), now.cursor);
        if (next !== axis.getState()) axis.setState(next);
      }),
    [live, axis, view],
  );
}
