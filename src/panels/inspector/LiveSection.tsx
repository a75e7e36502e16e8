import type { PipelineNode } from '../../graph/document';
import { useT } from '../../i18n/use-t';
import { findNode } from '../../store/document/node-name';
import { shownStatus } from '../../store/live/live-shown';
import { isOn, useLive } from '../../store/live/live-store';
import { useTell } from '../../store/live/wording';
import { LevelGlyph } from '../../ui/LevelGlyph';
import { Section } from '../Section';
import { useSampled } from '../use-sampled';
import { LiveActions } from './LiveActions';
import { LiveFigures } from './LiveFigures';
import { LiveHistoryList } from './LiveHistoryList';
import { levelWord } from './run-words';

/** How often words that follow the ticks are written anew: ten times a second nobody reads. */
const READ_MS = 300;

/** What a node of the loop says of the tick looked at, what can be asked of it, and how it came to that. */
export function LiveSection({ node }: { node: PipelineNode }) {
  const { t } = useT();
  const tell = useTell();
  const status = useSampled(
    useLive((state) => shownStatus(state, node.id)),
    READ_MS,
  );
  const on = useLive(isOn);
  const edited = useLive(({ document }) => {
    const played = document === null ? undefined : findNode(document, node.id);
    return played !== undefined && (played.params !== node.params || played.kind !== node.kind);
  });
  if (status === undefined) return null;
  return (
    <Section title={t('loop.live')}>
      <div className="flex flex-col gap-3">
        <p className="tabular flex gap-1.5">
          <span className="pt-0.5">
            <LevelGlyph level={status.level} label={t(levelWord[status.level])} size={15} />
          </span>
          <span>{tell(status.message, useLive.getState().history)}</span>
        </p>
        {on && <LiveActions node={node} status={status} />}
        {on && edited && <p className="text-sm text-quiet">{t('loop.editedSince')}</p>}
        <LiveFigures kind={node.kind} figures={status.figures ?? {}} />
        <LiveHistoryList nodeId={node.id} />
      </div>
    </Section>
  );
}
