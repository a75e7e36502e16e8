import { csvCell, withoutFormula } from '../../lib/csv-cell';
import { download } from '../download';

/** The rows behind a chart, for reading as a table and for copying as CSV. */
export interface ChartTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** CSV (RFC 4180) of a chart's rows. */
export function chartCsv({ columns, rows }: ChartTable): string {
  const cell = (value: string | number | null): string =>
    csvCell(typeof value === 'string' ? withoutFormula(value) : value === null ? '' : String(value));
  return [columns, ...rows].map((row) => row.map(cell).join(',')).join('\r\n');
}

/** A drawing of a known size: SVG text. */
export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** The chart as a PNG at twice its size on screen, on the page's own ground. */
export async function chartPng({ svg, width, height }: Picture): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    await new Promise((resolve, reject) => {
      image.onload = resolve;
      image.onerror = reject;
      image.src = url;
    });
    const canvas = document.createElement('canvas');
    canvas.width = width * 2;
    canvas.height = height * 2;
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('no 2d canvas');
    context.fillStyle = getComputedStyle(document.body).backgroundColor;
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob === null ? reject(new Error('no png')) : resolve(blob)), 'image/png'),
    );
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** Copies, or downloads where the browser will not let a page write to the clipboard. */
export async function copyOrDownload(fileName: string, content: Blob): Promise<'copied' | 'downloaded'> {
  try {
    if (content.type === 'image/png') await navigator.clipboard.write([new ClipboardItem({ 'image/png': content })]);
    else await navigator.clipboard.writeText(await content.text());
    return 'copied';
  } catch {
    download(fileName, content);
    return 'downloaded';
  }
}
