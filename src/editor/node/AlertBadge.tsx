import { BellRing } from 'lucide-react';
import type { ReactNode } from 'react';
import { useT } from '../../i18n/use-t';
import { useDocument } from '../../store/document/document-store';
import { shownAlerts } from '../../store/live/live-shown';
import { useLive } from '../../store/live/live-store';
import { useTell } from '../../store/live/wording';
import { useView } from '../../store/view/view-store';

/** How many alerts a node has raised in the loop; a click shows the newest of them on the timeline. */
export function AlertBadge({ nodeId }: { nodeId: string }): ReactNode {
  const { t } = useT();
  const tell = useTell();
  const count = useLive((state) => shownAlerts(state, nodeId));
  if (count === 0) return null;
  const label = t('loop.alerts', { n: count });
  const newest = () => useLive.getState().history.alertsOf(nodeId)[count - 1];
  const said = newest();
  const reason = said === undefined ? '' : tell(said.reason, useLive.getState().history);
  return (
    <button
      type="button"
      tabIndex={-1}
      className="mr-problem nodrag"
      data-severity="error"
      title={said === undefined ? label : `${label}\n${t('loop.tick', { n: said.tick })}: ${reason}`}
      onClick={() => {
        useDocument.getState().select({ nodes: [nodeId], edges: [], notes: [] });
        useLive.getState().scrub(newest()?.tick ?? null);
        useView.getState().showDock('live');
      }}
    >
      <BellRing size={14} strokeWidth={2} aria-hidden="true" />
      <span className="sr-only">{label}</span>
      {count > 1 && <span aria-hidden="true">{count}</span>}
    </button>
  );
}
