import { useVirtualizer } from '@tanstack/react-virtual';
import { ChartSpline, Copy, Table2 } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { IconButton } from '../IconButton';
import { Menu, MenuItem } from '../Menu';
import { type MakePicture, PictureContext } from './picture';
import { type ChartTable, chartCsv, chartPng, copyOrDownload } from './save-chart';

export interface ChartWords {
  readonly asTable: string;
  readonly asChart: string;
  readonly copy: string;
  readonly copySvg: string;
  readonly copyPng: string;
  readonly copyCsv: string;
  readonly copied: string;
  readonly downloaded: string;
}

interface ChartFrameProps {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly words: ChartWords;
  /** Made only when it is read or copied. */
  readonly table: () => ChartTable;
  readonly fileName: string;
  readonly children: ReactNode;
}

/** How long it says that it was copied. */
const SAID_MS = 4_000;

/** A chart with its title, readable as a table and copied as SVG, PNG or CSV. */
export function ChartFrame({ title, aside, words, table, fileName, children }: ChartFrameProps) {
  const [tabular, setTabular] = useState(false);
  const picture = useRef<MakePicture | null>(null);
  const [outcome, setOutcome] = useState<'copied' | 'downloaded' | null>(null);
  useEffect(() => {
    if (outcome === null) return;
    const timer = setTimeout(() => setOutcome(null), SAID_MS);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = async (format: 'svg' | 'png' | 'csv') => {
    const drawn = picture.current?.() ?? null;
    if (drawn === null && format !== 'csv') return;
    const content =
      format === 'csv' || drawn === null
        ? new Blob([chartCsv(table())], { type: 'text/csv' })
        : format === 'svg'
          ? new Blob([drawn.svg], { type: 'image/svg+xml' })
          : await chartPng(drawn);
    setOutcome(await copyOrDownload(`${fileName}.${format}`, content));
  };
  return (
    <figure className="group/chart flex min-w-0 flex-col gap-1">
      <figcaption className="flex min-h-7 items-center gap-2">
        <span className="min-w-0 flex-1 font-medium">{title}</span>
        <span role="status" className="text-sm text-quiet">
          {outcome !== null && words[outcome]}
        </span>
        {aside}
        <span className="flex opacity-60 transition-opacity group-focus-within/chart:opacity-100 group-hover/chart:opacity-100">
          <IconButton
            small
            label={tabular ? words.asChart : words.asTable}
            icon={tabular ? <ChartSpline size={14} /> : <Table2 size={14} />}
            pressed={tabular}
            onClick={() => setTabular(!tabular)}
          />
          <Menu
            align="end"
            trigger={
              <button
                type="button"
                aria-label={words.copy}
                className="hit grid size-6 place-items-center rounded-md text-quiet hover:bg-hover hover:text-ink"
              >
                <Copy size={14} />
              </button>
            }
          >
            <MenuItem disabled={tabular} onSelect={() => void copy('svg')}>
              {words.copySvg}
            </MenuItem>
            <MenuItem disabled={tabular} onSelect={() => void copy('png')}>
              {words.copyPng}
            </MenuItem>
            <MenuItem onSelect={() => void copy('csv')}>{words.copyCsv}</MenuItem>
          </Menu>
        </span>
      </figcaption>
      <div className="min-w-0">
        {tabular ? <FigureTable table={table()} /> : <PictureContext value={picture}>{children}</PictureContext>}
      </div>
    </figure>
  );
}

const ROW = 20;

function FigureTable({ table: { columns, rows } }: { table: ChartTable }) {
  const box = useRef<HTMLDivElement>(null);
  const inSight = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    overscan: 100,
    useFlushSync: false,
  });
  const seen = inSight.getVirtualItems();
  const [from, to] = [seen[0]?.index ?? 0, (seen.at(-1)?.index ?? -1) + 1];
  const gap = (height: number) =>
    height > 0 && (
      <tr aria-hidden>
        <td colSpan={columns.length} style={{ height, padding: 0 }} />
      </tr>
    );
  return (
    <div
      ref={box}
      className="max-h-56 overflow-auto rounded-md border border-line"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
    >
      <table className="tabular w-full text-sm" aria-rowcount={rows.length + 1}>
        <thead className="sticky top-0 bg-sunken text-left text-quiet">
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className="px-2 py-1 font-medium whitespace-nowrap">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {gap(from * ROW)}
          {rows.slice(from, to).map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a figure are told apart by their place
            <tr key={from + index} aria-rowindex={from + index + 2} className="border-t border-line">
              {row.map((value, at) => (
                <td key={columns[at]} className="h-5 px-2 whitespace-nowrap">
                  {value ?? '–'}
                </td>
              ))}
            </tr>
          ))}
          {gap((rows.length - to) * ROW)}
        </tbody>
      </table>
    </div>
  );
}
