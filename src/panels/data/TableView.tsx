import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { formatFigure, formatNumber } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import type { ColumnProfile } from '../../table/profile';
import type { Field } from '../../table/table';
import { Button } from '../../ui/Button';
import { PixelImage } from '../../ui/charts/PixelImage';
import { cx } from '../../ui/cx';
import type { OutputRef, PreviewCell, RowsView } from '../../worker/protocol';
import { isPart, partColour, partWord } from '../words';
import { ColumnHeader } from './ColumnHeader';
import { PAGE, useRows } from './use-rows';
import { foundWords, VIEW_WORDS } from './view-words';

interface TableViewProps {
  readonly output: OutputRef;
  readonly rows: number;
  readonly fields: readonly Field[];
  readonly profiles: readonly ColumnProfile[];
  readonly view: RowsView;
  readonly onView: (view: RowsView) => void;
}

const HEADER = 118;
const COLUMN = 140;
const STUB = 72;

/** A table of any size: only the rows and columns in sight are drawn, and only their pages are fetched. */
export function TableView({ output, rows: all, fields, profiles, view, onView }: TableViewProps) {
  const { t, say, language } = useT();
  const box = useRef<HTMLDivElement>(null);
  const hasImages = fields.some((field) => field.type === 'image');
  const rowHeight = hasImages ? 44 : 26;
  const getScrollElement = () => box.current;
  const [rows, setRows] = useState(all);
  const tall = useVirtualizer({
    count: rows,
    getScrollElement,
    estimateSize: () => rowHeight,
    overscan: 6,
    paddingStart: HEADER,
    useFlushSync: false,
  });
  const wide = useVirtualizer({
    count: fields.length,
    getScrollElement,
    estimateSize: () => COLUMN,
    horizontal: true,
    overscan: 1,
    paddingStart: STUB,
    useFlushSync: false,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a row's height is not asked for again by itself
  useLayoutEffect(() => tall.measure(), [tall, rowHeight]);
  const seenRows = tall.getVirtualItems();
  const { pages, of } = useRows(output, view, seenRows[0]?.index ?? 0, seenRows.at(-1)?.index ?? 0);
  if (of !== null && of !== rows) setRows(of);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another view is read from its top
  useEffect(() => tall.scrollToOffset(0), [tall, view]);
  const seen = wide.getVirtualItems().flatMap(({ index, start }) => {
    const field = fields[index];
    return field === undefined ? [] : [{ field, index, start }];
  });

  const isPartial = view.part !== undefined || (view.search ?? '') !== '' || view.only !== undefined;
  const table = (
    // biome-ignore lint/a11y/useSemanticElements: a <table> cannot leave out the rows and columns that are out of sight
    <div
      ref={box}
      role="table"
      aria-rowcount={rows + 1}
      aria-colcount={fields.length + 1}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="min-h-0 flex-1 overflow-auto focus-visible:-outline-offset-2"
    >
      <div className="relative" style={{ width: wide.getTotalSize(), height: tall.getTotalSize() }}>
        {/* biome-ignore lint/a11y/useSemanticElements: as above */}
        {/* biome-ignore lint/a11y/useFocusableInteractive: a row of headers is not a control */}
        <div
          role="row"
          aria-rowindex={1}
          className="sticky top-0 z-10 border-b border-line-strong bg-surface"
          style={{ height: HEADER }}
        >
          {/* biome-ignore lint/a11y/useSemanticElements: as above */}
          {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
          <div
            role="columnheader"
            aria-colindex={1}
            className="sticky left-0 z-10 float-left h-full bg-surface px-2 py-1.5 text-sm text-quiet"
            style={{ width: STUB }}
          >
            {t('panels.row')}
          </div>
          {seen.map(({ field, index, start }) => {
            const profile = profiles.find((candidate) => candidate.name === field.name);
            return (
              // biome-ignore lint/a11y/useSemanticElements: as above
              // biome-ignore lint/a11y/useFocusableInteractive: as above
              <div
                key={field.name}
                role="columnheader"
                aria-colindex={index + 2}
                aria-sort={sortedAs(view, field.name)}
                className="absolute top-0 h-full border-l border-line"
                style={{ left: start, width: COLUMN }}
              >
                {profile ? (
                  <ColumnHeader
                    profile={profile}
                    rows={all}
                    sorted={sortedAs(view, field.name)}
                    onSort={() => onView(resorted(view, field.name))}
                  />
                ) : (
                  <div className="px-2 py-1.5 font-medium">{field.name}</div>
                )}
              </div>
            );
          })}
        </div>
        {seenRows.map(({ index: row, start: top }) => {
          const page = pages.get(Math.floor(row / PAGE));
          const at = row % PAGE;
          const cells = page?.cells[at];
          const part = page?.parts?.[at];
          return (
            // biome-ignore lint/a11y/useSemanticElements: as above
            // biome-ignore lint/a11y/useFocusableInteractive: as above
            <div
              key={row}
              role="row"
              aria-rowindex={row + 2}
              className="absolute right-0 left-0 border-b border-line hover:bg-hover/50"
              style={{ top, height: rowHeight }}
            >
              {/* biome-ignore lint/a11y/useSemanticElements: as above */}
              {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
              <div
                role="rowheader"
                aria-colindex={1}
                className="tabular sticky left-0 z-[5] float-left flex h-full items-center gap-1.5 bg-surface px-2 text-sm text-quiet"
                style={{ width: STUB }}
              >
                {part !== undefined && isPart(part) && (
                  <span
                    className="size-2 rounded-full"
                    style={{ background: partColour[part] }}
                    role="img"
                    aria-label={t(partWord[part])}
                    title={t(partWord[part])}
                  />
                )}
                {formatNumber(language, (page?.sourceRows[at] ?? row) + 1)}
              </div>
              {seen.map(({ field, index, start }) => (
                // biome-ignore lint/a11y/useSemanticElements: as above
                <div
                  key={field.name}
                  role="cell"
                  aria-colindex={index + 2}
                  className={cx(
                    'absolute top-0 flex h-full items-center border-l border-line px-2',
                    isNumeric(field) && 'tabular justify-end',
                  )}
                  style={{ left: start, width: COLUMN }}
                >
                  <Cell cell={cells?.[index]} waiting={cells === undefined} real={field.type === 'number'} />
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
  return (
    <div className="flex h-full flex-col" aria-busy={of === null}>
      {isPartial && (
        <div className="flex items-center gap-3 border-b border-line px-3 py-1 text-sm text-quiet">
          <span role="status" className="tabular">
            {of === 0 ? say(VIEW_WORDS.none) : of !== null && say(foundWords(of, all))}
          </span>
          <Button small look="ghost" onClick={() => onView(view.sort === undefined ? {} : { sort: view.sort })}>
            {say(VIEW_WORDS.asItStands)}
          </Button>
        </div>
      )}
      {table}
    </div>
  );
}

/** How the rows stand by a column, in the words of `aria-sort`. */
function sortedAs({ sort }: RowsView, column: string): 'none' | 'ascending' | 'descending' {
  if (sort?.column !== column) return 'none';
  return sort.descending ? 'descending' : 'ascending';
}

/** Rising, then falling, then as the table stands. */
function resorted({ sort, ...view }: RowsView, column: string): RowsView {
  if (sort?.column !== column) return { ...view, sort: { column, descending: false } };
  return sort.descending ? view : { ...view, sort: { column, descending: true } };
}

const isNumeric = (field: Field): boolean => field.type === 'number' || field.type === 'integer';

/** A real number is shown to six digits; its title holds them all. */
function Cell({ cell, waiting, real }: { cell: PreviewCell | undefined; waiting: boolean; real: boolean }) {
  const { t, language } = useT();
  if (waiting) return <span className="h-2 w-12 rounded-sm bg-hover" />;
  if (cell === null || cell === undefined)
    return (
      <span className="text-warning" title={t('panels.missingValue')}>
        ·
      </span>
    );
  if (typeof cell === 'string')
    return (
      <span className="truncate" title={cell}>
        {real && Number.isFinite(Number(cell)) ? formatFigure(language, Number(cell), 6) : cell}
      </span>
    );
  return (
    <PixelImage
      pixels={cell.pixels}
      shape={cell.shape}
      size={36}
      label={t('panels.imageOf', { height: cell.shape[0], width: cell.shape[1] })}
    />
  );
}
