import type { ReactNode } from 'react';
import type { PipelineNode } from '../../graph/document';
import type { WireEnd } from '../../graph/wire';
import { useT } from '../../i18n/use-t';
import { catalog } from '../../nodes/catalog';
import { useDocument } from '../../store/document/document-store';
import { shownAlerts, shownStatus } from '../../store/live/live-shown';
import { useLive } from '../../store/live/live-store';
import { useTell } from '../../store/live/wording';
import type { NodeStatus } from '../../store/run/run-state';
import { useRun } from '../../store/run/run-store';
import { heardOf } from './heard';
import { stageWord, strangerWord } from './node-words';
import { problemsOf } from './problem-index';

interface NodeNameProps {
  readonly node: PipelineNode;
  readonly status: NodeStatus;
  /** The output that feeds it, for the rows that came in. */
  readonly feed: WireEnd | null;
  readonly fedBy: string;
  readonly feeds: string;
}

/**
 * What a screen reader says when it comes to a node: name, kind, stage, what the node shows of itself, and wires. The node
 * is named by it, so that it need not be drawn: cut down to nothing it would have all nodes painted with each pan.
 */
export function NodeName({ node, status, feed, fedBy, feeds }: NodeNameProps): ReactNode {
  const words = useT();
  const { t, say } = words;
  const tell = useTell();
  const spec = catalog.kind(node.kind);
  const live = useLive((state) => shownStatus(state, node.id));
  const alerts = useLive((state) => shownAlerts(state, node.id));
  const run = useRun((state) => state.nodes[node.id]);
  const rowsIn = useRun((state) => (feed === null ? undefined : state.nodes[feed.nodeId]?.outputs[feed.port]?.rows));
  const problem = useDocument((state) => problemsOf(state.problems, node.id)[0]?.message);
  const schema = useDocument((state) => Object.values(state.schemas[node.id] ?? {})[0]);
  const said = live && { level: live.level, said: tell(live.message, useLive.getState().history) };
  const title = spec === undefined ? node.kind : say(spec.title);
  const parts = [
    node.label === '' || node.label === title ? title : spec === undefined ? node.label : `${node.label}, ${title}`,
    spec === undefined ? strangerWord(t, node) : stageWord(words, spec.stage),
    node.group === undefined ? '' : t('editor.groupOf', { n: node.group.nodes.length }),
    heardOf(words, { status, run, rowsIn, live: said, alerts, problem, schema }),
    node.mode === 'on' ? '' : t(node.mode === 'off' ? 'editor.modeOff' : 'editor.modeBypassed'),
    fedBy === '' ? '' : t('editor.fedBy', { names: fedBy }),
    feeds === '' ? '' : t('editor.feeds', { names: feeds }),
  ];
  return (
    <span id={`node-name-${node.id}`} hidden>
      {parts.filter(Boolean).join(', ')}
    </span>
  );
}
