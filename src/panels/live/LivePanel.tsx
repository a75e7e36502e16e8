import './words';
import { Activity } from 'lucide-react';
import { useT } from '../../i18n/use-t';
import { commandHost } from '../../store/commands/command-host';
import { useDocument } from '../../store/document/document-store';
import { useLive, whyNotLive } from '../../store/live/live-store';
import { useRun } from '../../store/run/run-store';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { ProblemNotice } from '../ProblemNotice';
import { LiveViews } from './LiveViews';
import { LiveViewProvider } from './live-view';
import { useSessionView } from './use-session-view';

const TEMPLATE = 'sudden-drift.json';

/** The loop over its ticks: what happened and why, how well it answers, and what moved. */
export function LivePanel() {
  const { t } = useT();
  const phase = useLive((state) => state.phase);
  const begun = useLive(({ history }) => history.lastTick > 0);
  const failure = useLive((state) => state.failure);
  const view = useSessionView();
  if (begun && view !== null) {
    return (
      <LiveViewProvider view={view}>
        <LiveViews />
      </LiveViewProvider>
    );
  }
  if (failure !== null) {
    return (
      <div className="p-4">
        <ProblemNotice severity="error" message={failure.message} hint={failure.hint} />
      </div>
    );
  }
  if (phase === 'idle' || phase === 'ended' || phase === 'failed') return <NotLive />;
  return (
    <EmptyState icon={<Activity size={28} />} title={t('timeline.waitingTitle')}>
      {t('timeline.waitingHelp')}
    </EmptyState>
  );
}

/** What will be here, and how to get it: going live where the pipeline can, a template that can where not. */
function NotLive() {
  const { t } = useT();
  const documents = useDocument();
  const run = useRun();
  const ready = whyNotLive(documents, run) === null;
  return (
    <EmptyState
      icon={<Activity size={28} />}
      title={t('timeline.emptyTitle')}
      action={
        <div className="flex flex-wrap justify-center gap-2">
          {ready && (
            <Button look="primary" onClick={() => void useLive.getState().start()}>
              {t('loop.goLive')}
            </Button>
          )}
          <Button look={ready ? 'secondary' : 'primary'} onClick={() => void commandHost().openTemplate(TEMPLATE)}>
            {t('timeline.openTemplate')}
          </Button>
        </div>
      }
    >
      {t('timeline.emptyHelp')}
    </EmptyState>
  );
}
