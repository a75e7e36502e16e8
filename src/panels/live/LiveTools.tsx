import { Download, Maximize2, ZoomIn, ZoomOut } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useT } from '../../i18n/use-t';
import { Button } from '../../ui/Button';
import { cx } from '../../ui/cx';
import { download } from '../../ui/download';
import { IconButton } from '../../ui/IconButton';
import { Menu, MenuItem } from '../../ui/Menu';
import { eventsCsv, eventsJson } from './export-events';
import { domainOf, useLiveView, useSampledLive } from './live-view';
import { showAll, zoom } from './tick-axis';

/** What is in sight, and the way out for the events. */
export function LiveTools({ className }: { className?: string }) {
  const { t } = useT();
  const view = useLiveView();
  const { live, axis, nameOf } = view;
  const atEdge = useSyncExternalStore(axis.subscribe, () => axis.getState().end === null);
  const atNewest = useSampledLive(({ cursor }) => cursor === null);
  const zoomBy = (factor: number) =>
    axis.setState(zoom(axis.getState(), domainOf(view), factor, live.getState().cursor ?? undefined));
  const save = (kind: 'csv' | 'json') => {
    const { events } = live.getState().history;
    const content = kind === 'csv' ? eventsCsv(events, nameOf) : eventsJson(events);
    download(
      `millrace-events.${kind}`,
      new Blob([content], { type: kind === 'csv' ? 'text/csv' : 'application/json' }),
    );
  };
  return (
    <div className={cx('flex items-center gap-1', className)}>
      <Button
        small
        look="ghost"
        title={t('timeline.followHelp')}
        aria-pressed={atEdge && atNewest}
        className="aria-pressed:bg-accent-soft"
        onClick={() => {
          axis.setState({ end: null });
          live.getState().scrub(null);
        }}
      >
        {t('timeline.follow')}
      </Button>
      <IconButton small label={t('timeline.zoomOut')} icon={<ZoomOut size={15} />} onClick={() => zoomBy(1.6)} />
      <IconButton small label={t('timeline.zoomIn')} icon={<ZoomIn size={15} />} onClick={() => zoomBy(1 / 1.6)} />
      <IconButton
        small
        label={t('timeline.fit')}
        icon={<Maximize2 size={14} />}
        onClick={() => axis.setState(showAll(axis.getState()))}
      />
      <Menu
        align="end"
        trigger={
          <Button small look="ghost" icon={<Download size={14} />}>
            {t('timeline.export')}
          </Button>
        }
      >
        <MenuItem onSelect={() => save('csv')}>{t('timeline.exportCsv')}</MenuItem>
        <MenuItem onSelect={() => save('json')}>{t('timeline.exportJson')}</MenuItem>
      </Menu>
    </div>
  );
}
