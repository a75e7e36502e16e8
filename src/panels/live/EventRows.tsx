import { formatDate } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import type { LiveEvent } from '../../nodes/contract/live-events';
import { cx } from '../../ui/cx';
import { useLongList } from '../use-long-list';
import { EventGlyph } from './EventGlyph';
import { eventLook } from './event-look';
import { useLiveView } from './live-view';

const WIDE_ROW = 28;
const NARROW_ROW = 50;
const HEAD = 26;
const NARROW = 620;

interface EventRowsProps {
  /** Grows in place; `count` says by how much. */
  readonly events: readonly LiveEvent[];
  readonly count: number;
  readonly writeTick: (tick: number) => string;
}

/** The rows in sight of a list that may hold thousands. Arrows, Page and Home/End move, Enter opens. */
export function EventRows({ events, count, writeTick }: EventRowsProps) {
  const { t } = useT();
  const { box, size, current, from, to, onScroll, onKeyDown, setActive } = useLongList(count, HEAD, ({ width }) =>
    width < NARROW ? NARROW_ROW : WIDE_ROW,
  );
  const narrow = size.width < NARROW;
  const tall = narrow ? NARROW_ROW : WIDE_ROW;
  const gap = (rows: number) =>
    rows > 0 && (
      <tr aria-hidden>
        <td colSpan={narrow ? 3 : 5} style={{ height: rows * tall, padding: 0 }} />
      </tr>
    );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears the keys of the buttons inside it
    <div ref={box} className="relative min-h-0 flex-1 overflow-y-auto" onScroll={onScroll} onKeyDown={onKeyDown}>
      <table
        aria-label={t('timeline.events')}
        aria-rowcount={count + 1}
        className="tabular w-full table-fixed border-separate border-spacing-0 text-left"
      >
        <thead className="text-sm text-quiet">
          <tr style={{ height: HEAD }}>
            <Head className={narrow ? 'w-12' : 'w-16 text-right'}>{t('timeline.tick')}</Head>
            {!narrow && <Head className="w-40">{t('timeline.time')}</Head>}
            <Head className="w-28">{t('timeline.type')}</Head>
            {!narrow && <Head className="w-40">{t('timeline.node')}</Head>}
            <Head>{t('timeline.what')}</Head>
          </tr>
        </thead>
        <tbody>
          {gap(from)}
          {events.slice(from, to).map((event, index) => (
            <EventRow
              key={event.index}
              event={event}
              place={from + index}
              tall={tall}
              narrow={narrow}
              reachable={from + index === Math.min(Math.max(current, from), to - 1)}
              tick={writeTick(event.tick)}
              onActive={setActive}
            />
          ))}
          {gap(count - to)}
        </tbody>
      </table>
    </div>
  );
}

function Head({ className, children }: { className?: string; children: string }) {
  return (
    <th
      scope="col"
      className={cx('sticky top-0 z-10 truncate border-b border-line bg-surface px-2 font-medium', className)}
    >
      {children}
    </th>
  );
}

interface EventRowProps {
  readonly event: LiveEvent;
  readonly place: number;
  readonly tall: number;
  readonly narrow: boolean;
  /** The one row whose button Tab reaches. */
  readonly reachable: boolean;
  readonly tick: string;
  readonly onActive: (place: number) => void;
}

function EventRow({ event, place, tall, narrow, reachable, tick, onActive }: EventRowProps) {
  const { t, language } = useT();
  const { live, nameOf, tell, open, opened } = useLiveView();
  const chosen = opened?.index === event.index;
  const sentence = tell(event.reason);
  const cell = 'border-b border-line px-2';
  return (
    <tr
      aria-rowindex={place + 2}
      style={{ height: tall }}
      className={cx('relative hover:bg-hover', chosen && 'bg-accent-soft')}
    >
      <td className={cx(cell, 'text-quiet', !narrow && 'text-right')}>{tick}</td>
      {!narrow && <td className={cx(cell, 'truncate text-quiet')}>{formatDate(language, event.time)}</td>}
      <td className={cx(cell, 'font-medium')}>
        <span className="flex items-center gap-1.5">
          <EventGlyph type={event.type} />
          <span className="truncate">{t(eventLook[event.type].word)}</span>
        </span>
      </td>
      {!narrow && <td className={cx(cell, 'truncate')}>{nameOf(event.nodeId)}</td>}
      <td className={cell}>
        <button
          type="button"
          data-row={place}
          tabIndex={reachable ? 0 : -1}
          aria-expanded={chosen}
          title={sentence}
          // Its field is the whole row.
          className={cx(
            'w-full text-left after:absolute after:inset-0 focus-visible:-outline-offset-2',
            narrow ? 'line-clamp-2' : 'block truncate',
          )}
          onFocus={() => onActive(place)}
          onClick={() => {
            live.getState().scrub(event.tick);
            open(event);
          }}
        >
          {sentence}
        </button>
      </td>
    </tr>
  );
}
