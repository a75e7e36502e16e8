import type { ReactNode } from 'react';
import type { WireEnd } from '../../graph/wire';
import { useT } from '../../i18n/use-t';
import { shownStatus } from '../../store/live/live-shown';
import { useLive } from '../../store/live/live-store';
import { useTell } from '../../store/live/wording';
import { LevelGlyph } from '../../ui/LevelGlyph';
import { NodeResult } from './NodeResult';
import { LEVEL_KEYS } from './node-words';

/** What a node says in the loop's ticks; before them, and of a node outside the loop, what came of its run. */
export function NodeSays({ nodeId, feed }: { nodeId: string; feed: WireEnd | null }): ReactNode {
  const { t } = useT();
  const tell = useTell();
  const status = useLive((state) => shownStatus(state, nodeId));
  if (status === undefined) return <NodeResult nodeId={nodeId} feed={feed} />;
  const said = tell(status.message, useLive.getState().history);
  return (
    <p className="mr-node-live" data-level={status.level} title={said}>
      <LevelGlyph level={status.level} label={t(LEVEL_KEYS[status.level])} size={13} />
      <span className="mr-node-live-words">{said}</span>
    </p>
  );
}
