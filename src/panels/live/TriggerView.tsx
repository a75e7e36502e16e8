import { formatNumber } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import { catalog } from '../../nodes/catalog';
import { LevelGlyph } from '../../ui/LevelGlyph';
import { useGoTo } from '../go-to';
import { LiveFigures } from '../inspector/LiveFigures';
import { LiveHistoryList } from '../inspector/LiveHistoryList';
import { levelWord } from '../inspector/run-words';
import { useLiveView, useLookedTick } from './live-view';

/** What each trigger says of the tick looked at: why it fired, why it did not. */
export function TriggerView() {
  const { t, language } = useT();
  const { live, nameOf, tell } = useLiveView();
  const goTo = useGoTo();
  const tick = useLookedTick();
  const { document, cursor, statuses, history } = live.getState();
  const said = cursor === null ? statuses : history.statusesAt(cursor);
  const triggers = (document?.nodes ?? []).filter((node) =>
    catalog.compileNode(node).outputs.some(({ type }) => type === 'signal'),
  );
  if (triggers.length === 0) return <p className="p-2 text-quiet">{t('timeline.noTriggers')}</p>;
  return (
    <section aria-label={t('timeline.triggersView')} className="px-1">
      <p className="tabular pb-1 text-sm text-quiet">
        {t('timeline.statusAt', { tick: formatNumber(language, tick) })}
      </p>
      <ul className="flex max-w-4xl flex-col">
        {triggers.map(({ id, kind }) => {
          const status = said[id];
          if (status === undefined) return null;
          return (
            <li key={id} className="flex gap-2 border-t border-line py-2">
              <span className="pt-0.5">
                <LevelGlyph level={status.level} label={t(levelWord[status.level])} size={15} />
              </span>
              <div className="flex min-w-0 flex-1 flex-col gap-1">
                <button
                  type="button"
                  title={t('timeline.showNode')}
                  className="hit self-start font-medium hover:underline"
                  onClick={() => goTo(id)}
                >
                  {nameOf(id)}
                </button>
                <p className="tabular">{tell(status.message)}</p>
                <LiveFigures kind={kind} figures={status.figures ?? {}} />
                <LiveHistoryList nodeId={id} />
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
