import { type UIEvent, useCallback, useState } from 'react';
import { formatFigure, formatNumber } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import type { ColumnProfile } from '../../table/profile';
import type { Field } from '../../table/table';
import { PixelImage } from '../../ui/charts/PixelImage';
import { cx } from '../../ui/cx';
import type { OutputRef, PreviewCell } from '../../worker/protocol';
import { isPart, partColour, partWord } from '../words';
import { ColumnHeader } from './ColumnHeader';
import { PAGE, useRows } from './use-rows';

interface TableViewProps {
  readonly output: OutputRef;
  readonly rows: number;
  readonly fields: readonly Field[];
  readonly profiles: readonly ColumnProfile[];
}

const HEADER = 118;
const COLUMN = 140;
const STUB = 72;
const SPARE = 6;

/** A table of any size: only the rows and columns in sight are drawn, and only their pages are fetched. */
export function TableView({ output, rows, fields, profiles }: TableViewProps) {
  const { t, language } = useT();
  const [sight, setSight] = useState({ top: 0, left: 0, width: 1400, height: 400 });
  const hasImages = fields.some((field) => field.type === 'image');
  const rowHeight = hasImages ? 44 : 26;
  const from = Math.max(0, Math.floor(sight.top / rowHeight) - SPARE);
  const to = Math.min(rows, Math.ceil((sight.top + sight.height) / rowHeight) + SPARE);
  const firstColumn = Math.max(0, Math.floor(sight.left / COLUMN) - 1);
  const lastColumn = Math.min(fields.length, Math.ceil((sight.left + sight.width) / COLUMN) + 1);
  const pages = useRows(output, from, Math.max(from, to - 1));
  const seen = fields.slice(firstColumn, lastColumn);

  const watch = useCallback((element: HTMLDivElement | null) => {
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setSight(sightOf(element)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  return (
    // biome-ignore lint/a11y/useSemanticElements: a <table> cannot leave out the rows and columns that are out of sight
    <div
      ref={watch}
      role="table"
      aria-rowcount={rows + 1}
      aria-colcount={fields.length + 1}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      onScroll={(event: UIEvent<HTMLDivElement>) => setSight(sightOf(event.currentTarget))}
      className="h-full overflow-auto focus-visible:-outline-offset-2"
    >
      <div className="relative" style={{ width: STUB + fields.length * COLUMN, height: HEADER + rows * rowHeight }}>
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
          {seen.map((field, index) => {
            const profile = profiles.find((candidate) => candidate.name === field.name);
            return (
              // biome-ignore lint/a11y/useSemanticElements: as above
              // biome-ignore lint/a11y/useFocusableInteractive: as above
              <div
                key={field.name}
                role="columnheader"
                aria-colindex={firstColumn + index + 2}
                className="absolute top-0 h-full border-l border-line"
                style={{ left: STUB + (firstColumn + index) * COLUMN, width: COLUMN }}
              >
                {profile ? (
                  <ColumnHeader profile={profile} rows={rows} />
                ) : (
                  <div className="px-2 py-1.5 font-medium">{field.name}</div>
                )}
              </div>
            );
          })}
        </div>
        {Array.from({ length: Math.max(0, to - from) }, (_, offset) => {
          const row = from + offset;
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
              style={{ top: HEADER + row * rowHeight, height: rowHeight }}
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
              {seen.map((field, index) => (
                // biome-ignore lint/a11y/useSemanticElements: as above
                <div
                  key={field.name}
                  role="cell"
                  aria-colindex={firstColumn + index + 2}
                  className={cx(
                    'absolute top-0 flex h-full items-center border-l border-line px-2',
                    isNumeric(field) && 'tabular justify-end',
                  )}
                  style={{ left: STUB + (firstColumn + index) * COLUMN, width: COLUMN }}
                >
                  <Cell
                    cell={cells?.[firstColumn + index]}
                    waiting={cells === undefined}
                    real={field.type === 'number'}
                  />
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

const sightOf = (element: HTMLElement) => ({
  top: element.scrollTop,
  left: element.scrollLeft,
  width: element.clientWidth,
  height: element.clientHeight,
});

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
