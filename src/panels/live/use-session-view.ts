import { useMemo, useState } from 'react';
import { useT } from '../../i18n/use-t';
import { catalog } from '../../nodes/catalog';
import type { LiveEvent } from '../../nodes/contract/live-events';
import { findNode, nodeName } from '../../store/document/node-name';
import { useLive } from '../../store/live/live-store';
import { useTell } from '../../store/live/wording';
import { useEngine } from '../engine-context';
import { loopsOf } from './deployments';
import { createEventLanes } from './event-lanes';
import type { LiveView } from './live-view';
import { axisOf } from './panel-choice';

const COLOURS = ['stage-ingest', 'stage-train', 'stage-serve', 'stage-prepare', 'stage-retrain'];

/** What the panel's parts draw from, of the session that plays or the last one; null without one. */
export function useSessionView(): LiveView | null {
  const { say } = useT();
  const tell = useTell();
  const engine = useEngine();
  const document = useLive((state) => state.document);
  const history = useLive((state) => state.history);
  const [chosen, setChosen] = useState<{ readonly of: typeof history; readonly event: LiveEvent } | null>(null);
  const loops = useMemo(() => (document === null ? null : loopsOf(catalog.compile(document))), [document]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another history is another session, whose lanes begin empty
  const lanes = useMemo(() => (loops === null ? null : createEventLanes(loops)), [loops, history]);
  const opened = chosen?.of === history ? chosen.event : null;
  return useMemo(() => {
    if (document === null || loops === null || lanes === null) return null;
    return {
      live: useLive,
      axis: axisOf(history),
      loops,
      lanes,
      evidence: (monitorId, tick, column) => engine.live.evidence(monitorId, tick, column),
      nameOf: (nodeId) => {
        const node = findNode(document, nodeId);
        return node === undefined ? nodeId : nodeName(node, say);
      },
      tell: (message) => tell(message, history),
      colourOf: (deployment) => COLOURS[loops.deployments.indexOf(deployment) % COLOURS.length] ?? 'accent',
      opened,
      open: (event) => setChosen(event === null ? null : { of: history, event }),
    };
  }, [document, history, loops, lanes, engine, say, tell, opened]);
}
