import { ChartSpline, Copy, Table2 } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { IconButton } from '../IconButton';
import { Menu, MenuItem } from '../Menu';
import { useToast } from '../Toasts';
import { type ChartTable, chartCsv, chartPng, chartSvg, copyOrDownload } from './save-chart';

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

/** A chart with its title, readable as a table and copied as SVG, PNG or CSV. */
export function ChartFrame({ title, aside, words, table, fileName, children }: ChartFrameProps) {
  const [tabular, setTabular] = useState(false);
  const body = useRef<HTMLDivElement>(null);
  const toast = useToast();
  const copy = async (format: 'svg' | 'png' | 'csv') => {
    const svg = body.current?.querySelector('svg') ?? null;
    if (svg === null && format !== 'csv') return;
    const content =
      format === 'csv' || svg === null
        ? new Blob([chartCsv(table())], { type: 'text/csv' })
        : format === 'svg'
          ? new Blob([chartSvg(svg)], { type: 'image/svg+xml' })
          : await chartPng(svg);
    const outcome = await copyOrDownload(`${fileName}.${format}`, content);
    toast({ title: outcome === 'copied' ? words.copied : words.downloaded });
  };
  return (
    <figure className="group/chart flex min-w-0 flex-col gap-1">
      <figcaption className="flex min-h-7 items-center gap-2">
        <span className="min-w-0 flex-1 font-medium">{title}</span>
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
      <div ref={body} className="min-w-0">
        {tabular ? <FigureTable table={table()} /> : children}
      </div>
    </figure>
  );
}

function FigureTable({ table }: { table: ChartTable }) {
  return (
    <div className="max-h-56 overflow-auto rounded-md border border-line" tabIndex={-1}>
      <table className="tabular w-full text-sm">
        <thead className="sticky top-0 bg-sunken text-left text-quiet">
          <tr>
            {table.columns.map((column) => (
              <th key={column} className="px-2 py-1 font-medium whitespace-nowrap">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.join('\u0000')} className="border-t border-line">
              {row.map((value, index) => (
                <td key={table.columns[index]} className="px-2 py-0.5 whitespace-nowrap">
                  {value ?? '–'}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
