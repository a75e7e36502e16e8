import './words';
import { useState } from 'react';
import { formatNumber } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import { catalog } from '../../nodes/catalog';
import { useLive } from '../../store/live/live-store';
import { useTell } from '../../store/live/wording';
import { LevelGlyph } from '../../ui/LevelGlyph';
import { useSampled } from '../use-sampled';
import { levelWord } from './run-words';

const MAX_SHOWN = 60;
const READ_MS = 500;

/** What a node said from the first tick on, newest first: of a trigger, why it fired and why it did not. */
export function LiveHistoryList({ nodeId }: { nodeId: string }) {
  const { t } = useT();
  const [open, setOpen] = useState(false);
  const speaks = useLive(({ document }) => {
    const node = document === null ? undefined : catalog.compile(document).node(nodeId);
    return node?.outputs.some(({ type }) => type === 'signal') === true;
  });
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="hit cursor-pointer text-sm text-quiet hover:text-ink">
        {t(speaks ? 'loop.history' : 'loop.historyOther')}
      </summary>
      {open && <Entries nodeId={nodeId} />}
    </details>
  );
}

function Entries({ nodeId }: { nodeId: string }) {
  const { t, language } = useT();
  const tell = useTell();
  useSampled(
    useLive((state) => state.revision),
    READ_MS,
  );
  const { history, scrub } = useLive.getState();
  const entries = history.statusSpansOf(nodeId).slice(-MAX_SHOWN).toReversed();
  const n = (tick: number): string => formatNumber(language, tick);
  return (
    <ol className="tabular mt-1.5 flex max-h-72 flex-col overflow-y-auto text-sm">
      {entries.map(({ tick, until, varied, status }) => (
        <li key={tick} className="border-b border-line last:border-b-0">
          <button
            type="button"
            onClick={() => scrub(until)}
            className="flex w-full gap-1.5 rounded-sm px-1 py-1.5 text-left hover:bg-hover"
          >
            <span className="pt-px">
              <LevelGlyph level={status.level} label={t(levelWord[status.level])} size={13} />
            </span>
            <span className="min-w-0">
              <span className="block text-xs text-quiet">
                {tick === until
                  ? t('loop.tick', { n: n(tick) })
                  : t(varied ? 'inspector.ticksBetweenLast' : 'loop.ticksBetween', { from: n(tick), to: n(until) })}
              </span>
              {tell(status.message, history)}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}
