import { useEffect } from 'react';
import type { MessageKey } from '../../i18n/catalogue';
import { formatNumber } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import { text } from '../../lib/text';
import { fetchWording, useTell } from '../../store/live/wording';
import type { StageMove } from '../../worker/live-protocol';

/** What a move is called. */
function moveWord({ stage, rollback }: StageMove): MessageKey {
  switch (stage) {
    case 'candidate':
      return 'models.moveCandidate';
    case 'champion':
      return rollback ? 'models.moveBack' : 'models.moveChampion';
    case 'archived':
      return rollback ? 'models.moveUndone' : 'models.moveArchived';
  }
}

/** What happened to a version since it was kept and why, newest first. */
export function MoveList({ moves }: { moves: readonly StageMove[] }) {
  const { t, language } = useT();
  const tell = useTell();
  useEffect(() => {
    void fetchWording();
  }, []);
  if (moves.length === 0) return <p className="text-quiet">{t('models.historyNone')}</p>;
  return (
    <ol reversed className="flex flex-col gap-1.5">
      {moves.toReversed().map((move, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: moves are only ever added, and two may be alike
        <li key={moves.length - index}>
          <span className="font-medium">{t(moveWord(move))}</span>
          {move.tick !== null && (
            <span className="tabular text-quiet">
              {' '}
              · {t('models.moveAt', { n: formatNumber(language, move.tick) })}
            </span>
          )}
          <span className="block text-quiet">{tell(move.why, { called: (id) => text(id, id) })}</span>
        </li>
      ))}
    </ol>
  );
}
