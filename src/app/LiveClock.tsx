import { Undo2 } from 'lucide-react';
import { formatDate, formatNumber } from '../i18n/format';
import { useT } from '../i18n/use-t';
import { useLive } from '../store/live/live-store';
import { Button } from '../ui/Button';
import { Tooltip } from '../ui/Tooltip';
import { give } from './use-shortcuts';

/** The newest tick and its time on the stream's own clock; while an earlier one is looked at, the way back. */
export function LiveClock({ narrow }: { narrow?: boolean }) {
  const { t, language } = useT();
  const tick = useLive((state) => state.tick);
  const time = useLive((state) => state.time);
  const cursor = useLive((state) => state.cursor);
  const when = time === null ? '' : formatDate(language, time);
  return (
    <span className="flex min-w-0 items-center gap-1">
      <span
        role="timer"
        aria-label={t('loop.tickAt', { n: tick, time: when })}
        className="tabular flex min-w-0 flex-col px-1 leading-4"
      >
        <span className="text-sm font-medium whitespace-nowrap">
          {t('loop.tick', { n: formatNumber(language, tick) })}
        </span>
        {narrow !== true && (
          <span className="min-w-28 truncate text-xs whitespace-nowrap text-quiet max-lg:hidden">{when}</span>
        )}
      </span>
      {cursor !== null && (
        <Tooltip content={t('loop.backToNewest')}>
          <Button small icon={<Undo2 size={13} />} onClick={() => give('latestTick')}>
            {t('loop.lookingBack', { n: cursor })}
          </Button>
        </Tooltip>
      )}
    </span>
  );
}
