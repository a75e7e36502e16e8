import { Undo2 } from 'lucide-react';
import { formatNumber } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import { useLive } from '../../store/live/live-store';
import type { ChampionSpan } from '../../store/live/live-types';
import { Button } from '../../ui/Button';
import { IconButton } from '../../ui/IconButton';

interface ChampionListProps {
  readonly deployment: string;
  /** Without a version: to the champion before this one. */
  readonly onRollback: (version?: string) => void;
}

/** Shown at most, newest first. */
const MAX_SHOWN = 8;

/** Who has served so far, newest first, each with the way back to it. */
export function ChampionList({ deployment, onRollback }: ChampionListProps) {
  const { t, language } = useT();
  useLive((state) => state.revision);
  const spans = [...(useLive.getState().history.champions.get(deployment) ?? [])].reverse();
  const [now, before] = spans;
  if (now === undefined) return null;
  const since = ({ fromTick }: ChampionSpan) => t('loop.since', { n: formatNumber(language, fromTick) });
  return (
    <div className="flex flex-col items-start gap-2">
      <Button
        icon={<Undo2 size={14} />}
        disabled={before === undefined}
        title={t('loop.rollbackHelp')}
        onClick={() => onRollback(before?.version)}
      >
        {before === undefined ? t('loop.rollback') : t('loop.rollbackTo', { n: before.number })}
      </Button>
      <div className="w-full">
        <h3 className="mb-1 text-sm text-quiet">{t('loop.served')}</h3>
        <ol className="tabular flex flex-col text-sm">
          {spans.slice(0, MAX_SHOWN).map((span, index) => (
            <li key={span.fromTick} className="flex min-h-7 items-center gap-2">
              <span className="w-8 font-medium">v{span.number}</span>
              <span className="flex-1 text-quiet">
                {since(span)}
                {index === 0 && ` · ${t('loop.champion')}`}
              </span>
              {span.version !== now.version && (
                <IconButton
                  small
                  side="left"
                  label={t('loop.rollbackTo', { n: span.number })}
                  icon={<Undo2 size={14} />}
                  onClick={() => onRollback(span.version)}
                />
              )}
            </li>
          ))}
        </ol>
      </div>
    </div>
  );
}
