import { Failure } from '../../lib/failure';
import { count } from '../../lib/figures';
import { log2 } from '../../lib/portable-math';
import { text } from '../../lib/text';
import { parseDate } from '../parse-date';
import { parseNumber } from '../parse-number';
import type { Delimiter } from './delimiters';
import { MOST_COLUMNS, type SampleRows, sampleRows } from './sample-rows';

export interface Sample extends SampleRows {
  readonly delimiter: Delimiter;
  /** The number of cells that most rows have. */
  readonly width: number;
}

/** Readings within this share of the best are told of. */
const NEARLY = 0.75;

export function chooseDelimiter(sample: Uint8Array, whole: boolean, candidates: readonly Delimiter[]) {
  const samples = candidates.map((delimiter) => read(sample, whole, delimiter, false));
  const scores = samples.map((each) => score(each, samples));
  const top = scores.reduce((best, value, k) => (value > (scores[best] ?? 0) ? k : best), 0);
  if ((scores[top] ?? 0) === 0 && samples.some(({ tooWide }) => tooWide)) throw tooManyColumns();
  const plain = samples[top] ?? read(sample, whole, ',', false);
  const rival = scores.findIndex((value, k) => k !== top && value > 0 && value >= (scores[top] ?? 0) * NEARLY);
  const other = samples[rival]?.delimiter ?? null;
  if (plain.strays === 0 || !hasBackslashQuote(sample)) return { best: plain, other, backslash: false };
  // Quotes behind a backslash: escaped, where more rows fit so.
  const escaped = read(sample, whole, plain.delimiter, true);
  const better = escaped.strays < plain.strays && fitting(escaped) >= fitting(plain);
  return { best: better ? escaped : plain, other, backslash: better };
}

function tooManyColumns(): Failure {
  return new Failure({
    code: 'too-many-columns',
    message: text(
      `A row has more columns than a table may have: the most is ${count(MOST_COLUMNS)}.`,
      `한 행에 열이 ${count(MOST_COLUMNS)}개보다 많아 표로 읽을 수 없어요.`,
    ),
    hint: text(
      'Check the line breaks of the file, or turn rows into columns before.',
      '파일의 줄바꿈을 확인하거나, 먼저 행과 열을 바꿔 주세요.',
    ),
  });
}

function hasBackslashQuote(sample: Uint8Array): boolean {
  for (let i = 0; i + 1 < sample.length; i++) if (sample[i] === 92 && sample[i + 1] === 34) return true;
  return false;
}

function read(bytes: Uint8Array, whole: boolean, delimiter: Delimiter, backslash: boolean): Sample {
  const sample = sampleRows(bytes, { delimiter: delimiter.charCodeAt(0), backslash, whole });
  return { ...sample, delimiter, width: modeOf(sample.rows.map((row) => row.length)) };
}

function modeOf(widths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  let mode = 0;
  for (const [width, count] of counts) {
    const most = counts.get(mode) ?? 0;
    if (count > most || (count === most && width > mode)) mode = width;
  }
  return mode;
}

/** The share of rows that have the width of most. */
const fitting = ({ rows, width }: Sample): number =>
  rows.length === 0 ? 0 : rows.filter((row) => row.length === width).length / rows.length;

/** Whether the first row is as wide as most: what is so by chance among the cells is not so in the header. */
const headed = ({ rows, width }: Sample): boolean => rows[0]?.length === width;

/**
 * How well a delimiter cuts the sample: rows of one width, the first among them, and not of width one; quotes where
 * cells begin; cells that are values. A comma is the weakest, since it stands within numbers and sentences too.
 */
function score(sample: Sample, all: readonly Sample[]): number {
  const { rows, width, delimiter, strays } = sample;
  if (rows.length === 0 || width < 2) return 0;
  const fit = fitting(sample);
  const quotes = 1 - strays / rows.length;
  let value = fit * fit * fit * log2(width) * (0.1 + 0.9 * quotes * quotes) * (0.5 + 0.5 * typedShare(rows));
  if (!headed(sample)) value *= 0.3;
  for (const other of all) {
    if (other === sample || other.width < 2 || fitting(other) < 0.9 || !headed(other)) continue;
    // Cells do not hold tabs; a comma between digits is no delimiter where another fits.
    if (other.delimiter === '\t') value *= 0.2;
    else if (delimiter === ',') value *= commasInNumbers(other) ? 0.2 : 0.6;
  }
  return value;
}

function typedShare(rows: readonly (readonly string[])[]): number {
  let cells = 0;
  let typed = 0;
  for (const row of rows.slice(1, 60)) {
    for (const cell of row.slice(0, 200)) {
      cells++;
      if (cell.length > 40) continue;
      if (parseNumber(cell) !== null || parseNumber(cell, ',') !== null || parseDate(cell) !== null) typed++;
    }
  }
  return cells === 0 ? 0 : typed / cells;
}

/** Whether most cells with a comma are numbers, as another delimiter cuts them. */
function commasInNumbers({ rows }: Sample): boolean {
  const cells = rows.slice(1, 60).flatMap((row) => row.filter((cell) => cell.length <= 40 && cell.includes(',')));
  const numbers = cells.filter((cell) => parseNumber(cell) !== null || parseNumber(cell, ',') !== null);
  return cells.length > 0 && numbers.length * 2 > cells.length;
}
