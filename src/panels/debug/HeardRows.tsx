import { formatNumber } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import { cx } from '../../ui/cx';
import { useLongList } from '../use-long-list';
import type { Listed } from './filter-heard';

const ROW = 26;
const HEAD = 26;
/** Letters of what an event says that a row can show. */
const GLIMPSE = 160;

interface HeardRowsProps {
  readonly rows: readonly Listed[];
  readonly nameOf: (node: string) => string;
  readonly opened: Listed | null;
  readonly onOpen: (one: Listed) => void;
}

/** What was heard, a row each. Arrows, Page and Home/End move, Enter opens. */
export function HeardRows({ rows, nameOf, opened, onOpen }: HeardRowsProps) {
  const { t, language } = useT();
  const { box, current, from, to, onScroll, onKeyDown, setActive } = useLongList(rows.length, HEAD, () => ROW);
  const gap = (count: number) =>
    count > 0 && (
      <tr aria-hidden>
        <td colSpan={4} style={{ height: count * ROW, padding: 0 }} />
      </tr>
    );
  const cell = 'truncate border-b border-line px-2';
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears the keys of the buttons inside it
    <div ref={box} className="relative min-h-0 flex-1 overflow-y-auto" onScroll={onScroll} onKeyDown={onKeyDown}>
      <table
        aria-label={t('debug.title')}
        aria-rowcount={rows.length + 1}
        className="tabular w-full table-fixed border-separate border-spacing-0 text-left text-sm"
      >
        <thead className="text-quiet">
          <tr style={{ height: HEAD }}>
            {(['time', 'type', 'node', 'says'] as const).map((name) => (
              <th
                key={name}
                scope="col"
                className={cx(
                  'sticky top-0 z-10 truncate border-b border-line bg-raised px-2 font-medium',
                  name === 'time' && 'w-18 text-right',
                  name === 'type' && 'w-28',
                  name === 'node' && 'w-32 max-sm:w-20',
                )}
              >
                {t(`debug.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {gap(from)}
          {rows.slice(from, to).map((one, index) => {
            const place = from + index;
            const chosen = opened?.index === one.index;
            return (
              <tr
                key={one.index}
                aria-rowindex={place + 2}
                style={{ height: ROW }}
                className={cx('relative hover:bg-hover', chosen && 'bg-accent-soft')}
              >
                <td className={cx(cell, 'text-right text-quiet')}>{formatNumber(language, one.at / 1_000)}</td>
                <td className={cx(cell, 'font-medium')}>{one.type}</td>
                <td className={cell}>{one.node === null ? '' : nameOf(one.node)}</td>
                <td className={cell}>
                  <button
                    type="button"
                    data-row={place}
                    tabIndex={place === Math.min(Math.max(current, from), to - 1) ? 0 : -1}
                    aria-expanded={chosen}
                    // Its field is the whole row.
                    className="block w-full truncate text-left text-quiet after:absolute after:inset-0 focus-visible:-outline-offset-2"
                    onFocus={() => setActive(place)}
                    onClick={() => onOpen(one)}
                  >
                    {one.text.slice(0, GLIMPSE)}
                  </button>
                </td>
              </tr>
            );
          })}
          {gap(rows.length - to)}
        </tbody>
      </table>
    </div>
  );
}
