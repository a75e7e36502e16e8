import { Bell, BellRing, ChevronDown } from 'lucide-react';
import { type Translator, useT } from '../i18n/use-t';
import { useNotifyPermission } from '../store/live/browser-notification';
import { useLive } from '../store/live/live-store';
import { LIVE_SPEEDS, type LiveSpeed } from '../store/live/live-types';
import { cx } from '../ui/cx';
import { Menu, MenuChoice, MenuHeading, MenuItem, MenuSeparator } from '../ui/Menu';

const speedWord = ({ t }: Translator, speed: LiveSpeed): string =>
  speed === null ? t('loop.speedMaxShort') : t('loop.speedShort', { n: speed });

/** How fast the clock goes, and whether alerts reach a person who looks elsewhere. */
export function SpeedMenu({ wide }: { wide?: boolean }) {
  const words = useT();
  const { t } = words;
  const speed = useLive((state) => state.speed);
  const setSpeed = useLive((state) => state.setSpeed);
  const said = speedWord(words, speed);
  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-label={t('loop.speedNow', { speed: said })}
          title={t('loop.speed')}
          className={cx(
            'hit tabular flex h-8 shrink-0 items-center gap-0.5 rounded-md px-1.5 text-sm text-quiet hover:bg-hover hover:text-ink',
            wide === true && 'h-11',
          )}
        >
          {said}
          <ChevronDown size={13} />
        </button>
      }
    >
      <MenuHeading>{t('loop.speed')}</MenuHeading>
      <MenuChoice
        value={String(speed)}
        onChange={(next) => {
          const chosen = LIVE_SPEEDS.find((candidate) => String(candidate) === next);
          if (chosen !== undefined) setSpeed(chosen);
        }}
        options={LIVE_SPEEDS.map((value) => ({
          value: String(value),
          label: value === null ? t('loop.speedMax') : t('loop.speedTicks', { n: value }),
        }))}
      />
      <MenuSeparator />
      <NotifyItem />
    </Menu>
  );
}

/** The one place that asks the browser for leave to notify. */
function NotifyItem() {
  const { t } = useT();
  const permission = useNotifyPermission((state) => state.permission);
  const ask = useNotifyPermission((state) => state.ask);
  const words = {
    default: 'loop.notify',
    granted: 'loop.notifyOn',
    denied: 'loop.notifyDenied',
    absent: 'loop.notifyAbsent',
  } as const;
  return (
    <div className="max-w-64">
      <MenuItem
        icon={permission === 'granted' ? <BellRing size={15} /> : <Bell size={15} />}
        disabled={permission !== 'default'}
        onSelect={() => void ask()}
      >
        {t(words[permission])}
      </MenuItem>
    </div>
  );
}
