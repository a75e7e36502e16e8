import type { ReactNode } from 'react';
import type { PipelineNode } from '../../graph/document';
import { useT } from '../../i18n/use-t';
import { catalog } from '../../nodes/catalog';
import { useDocument } from '../../store/document/document-store';
import { shownStatus } from '../../store/live/live-shown';
import { useLive } from '../../store/live/live-store';
import { useTell } from '../../store/live/wording';
import type { NodeStatus } from '../../store/run/run-state';
import { LEVEL_KEYS, stageWord, statusWord, strangerWord } from './node-words';
import { problemsOf } from './problem-index';

interface NodeNameProps {
  readonly node: PipelineNode;
  readonly status: NodeStatus;
  readonly fedBy: string;
  readonly feeds: string;
}

/** What a screen reader says when it comes to a node: name, kind, stage, state, problem and wires. */
export function NodeName({ node, status, fedBy, feeds }: NodeNameProps): ReactNode {
  const words = useT();
  const { t, say } = words;
  const tell = useTell();
  const spec = catalog.kind(node.kind);
  const live = useLive((state) => shownStatus(state, node.id));
  const problem = useDocument((state) => problemsOf(state.problems, node.id)[0]?.message);
  const title = spec === undefined ? node.kind : say(spec.title);
  const parts = [
    node.label === '' || node.label === title ? title : `${node.label}, ${title}`,
    spec === undefined ? strangerWord(t, node) : stageWord(words, spec.stage),
    live === undefined
      ? statusWord(words, status)
      : `${t(LEVEL_KEYS[live.level])}, ${tell(live.message, useLive.getState().history)}`,
    node.mode === 'on' ? '' : t(node.mode === 'off' ? 'editor.modeOff' : 'editor.modeBypassed'),
    problem === undefined ? '' : say(problem),
    fedBy === '' ? '' : t('editor.fedBy', { names: fedBy }),
    feeds === '' ? '' : t('editor.feeds', { names: feeds }),
  ];
  return (
    <span id={`node-name-${node.id}`} className="sr-only">
      {parts.filter(Boolean).join(', ')}
    </span>
  );
}
