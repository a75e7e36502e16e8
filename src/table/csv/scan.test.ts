import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Quoting } from './delimiters';
import { rawCell } from './raw-cell';
import { CELL } from './raw-column';
import { CSV_CHOICE, type CsvChoice, readCsvCells } from './read-csv';
import { CsvScan } from './scan';

const MARKS = { delimiter: 44, quote: 34, backslash: false };
const quotings = fc.constantFrom<Quoting>(
  { quote: '"', backslash: false },
  { quote: "'", backslash: false },
  { quote: '"', backslash: true },
  { quote: "'", backslash: true },
);
const delimiters = fc.constantFrom(',', ';', '\t', '|');
const breaks = fc.constantFrom('\n', '\r\n', '\r');
const cell = fc.oneof(
  fc.string({
    unit: fc.constantFrom('a', '가', '"', "'", '\\', ',', ';', '\n', '\r', ' ', '|', '\t', '😀', '1', '.'),
    maxLength: 6,
  }),
  fc.integer().map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.constantFrom('', '007', '-0', '1.50', '1e5', '+5', '.5', '5.', '123456789012345678', '-', '0.10'),
);
const grid = fc
  .integer({ min: 1, max: 5 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }));

const write = (
  rows: readonly (readonly string[])[],
  delimiter: string,
  lineBreak: string,
  { quote, backslash }: Quoting,
  quoteAll: boolean,
): string =>
  rows
    .map((row) =>
      row
        .map((raw, k) => {
          const escaped = backslash ? raw.replace(/\\/g, '\\\\').replaceAll(quote, `\\${quote}`) : raw;
          // Without quotes, what begins a line with a semicolon may be a remark.
          const remark = k === 0 && raw.startsWith(';');
          const quoted = quoteAll || raw === '' || remark || /[\n\r]/.test(raw) || raw.includes(quote);
          if (quoted) return quote + (backslash ? escaped : raw.replaceAll(quote, quote + quote)) + quote;
          if (!raw.includes(delimiter)) return escaped;
          return backslash ? escaped.replaceAll(delimiter, `\\${delimiter}`) : quote + raw + quote;
        })
        .join(delimiter),
    )
    .join(lineBreak);

function scanBy(
  bytes: Uint8Array,
  cuts: readonly number[],
  width: number,
  verbatim: ReadonlySet<number>,
  marks = MARKS,
) {
  const scan = new CsvScan({ ...marks, decimal: '.', width, verbatim, firstLine: 1, expectedRows: 1 });
  let from = 0;
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    scan.push(bytes.subarray(from, cut));
    from = cut;
  }
  scan.push(bytes.subarray(from));
  scan.end();
  const words = scan.columns.map((column) => column.words.decode());
  return {
    cells: Array.from({ length: scan.rows }, (_, row) =>
      scan.columns.map((column, k) => rawCell(column, words[k], row, '.')),
    ),
    lines: [...scan.lines.subarray(0, scan.rows)],
    blank: scan.remarks.blankCount,
    stray: scan.remarks.strayQuotes,
    long: scan.remarks.long,
    short: scan.remarks.short,
  };
}

describe('the CSV scan', () => {
  it('gives back the cells that were written, whatever they hold', async () => {
    await fc.assert(
      fc.asyncProperty(
        grid,
        delimiters,
        breaks,
        quotings,
        fc.boolean(),
        async (rows, delimiter, lineBreak, by, all) => {
          const bytes = new TextEncoder().encode(write(rows, delimiter, lineBreak, by, all));
          const choice: CsvChoice = { ...CSV_CHOICE, ...by, delimiter, header: 'no', encoding: 'utf-8' };
          const read = await readCsvCells(bytes, choice);
          expect(read.rows.map((row) => row.slice(0, rows[0]?.length))).toEqual(rows.slice(read.dialect.titles.length));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('reads the same wherever its chunks end: in a character, in CR LF, in a quoted cell', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', '한', '"', "'", '\\', ',', '\n', '\r', '7', '.', '-', 'é'),
      maxLength: 60,
    });
    fc.assert(
      fc.property(text, fc.array(fc.nat(200), { maxLength: 8 }), quotings, (csv, at, { quote, backslash }) => {
        const bytes = new TextEncoder().encode(csv);
        const cuts = at.map((cut) => cut % (bytes.length + 1));
        const marks = { delimiter: 44, quote: quote.charCodeAt(0), backslash };
        expect(scanBy(bytes, cuts, 3, new Set(), marks)).toEqual(scanBy(bytes, [], 3, new Set(), marks));
      }),
      { numRuns: 1_000 },
    );
  });

  it('keeps broken characters of neighbouring words apart', async () => {
    // E7 | A0 8B would be one character if the words were decoded together.
    const bytes = Uint8Array.of(0x68, 0x0a, 0x61, 0xe7, 0x0a, 0xa0, 0x8b, 0x0a, 0xea, 0xb0, 0x80, 0x0a);
    const { rows } = await readCsvCells(bytes, { ...CSV_CHOICE, encoding: 'utf-8', header: 'yes' });
    expect(rows).toEqual([['a\ufffd'], ['\ufffd\ufffd'], ['가']]);
  });

  it('reads every number as Number() does, to the last bit', () => {
    const digits = (max: number) => fc.stringMatching(new RegExp(`^[0-9]{1,${max}}$`));
    const written = fc.oneof(
      fc.tuple(fc.constantFrom('', '-'), digits(17), digits(17)).map(([sign, a, b]) => `${sign}${a}.${b}`),
      fc.tuple(fc.constantFrom('', '-'), digits(9), digits(8)).map(([sign, a, b]) => `${sign}${a}.${b}`),
      fc.maxSafeInteger().map(String),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
      fc.tuple(digits(18), fc.integer({ min: -330, max: 300 })).map(([a, e]) => `${a}e${e}`),
    );
    fc.assert(
      fc.property(fc.array(written, { minLength: 1, maxLength: 20 }), (cells) => {
        const scan = new CsvScan({
          ...MARKS,
          decimal: '.',
          width: 1,
          verbatim: new Set(),
          firstLine: 1,
          expectedRows: 1,
        });
        scan.push(new TextEncoder().encode(cells.join('\n')));
        scan.end();
        cells.forEach((cell, row) => {
          const [column] = scan.columns;
          if ((column?.kinds[row] ?? CELL.absent) <= CELL.long) expect(column?.values[row]).toBe(Number(cell));
          else expect(column?.words.decode()).toContain(cell);
        });
      }),
      { numRuns: 2_000 },
    );
  });

  it('holds a number so that its text can be had back exactly', () => {
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 5 }), (column) => {
        const csv = `${column.map((raw) => `"${raw.replaceAll('"', '""')}"`).join('\n')}\n`;
        const bytes = new TextEncoder().encode(csv);
        const { cells } = scanBy(bytes, [], 1, new Set());
        expect(cells).toEqual(scanBy(bytes, [], 1, new Set([0])).cells);
      }),
    );
  });
});
