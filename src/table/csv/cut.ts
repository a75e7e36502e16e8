import { Failure } from '../../lib/failure';
import { count } from '../../lib/figures';
import { log2 } from '../../lib/portable-math';
import { text } from '../../lib/text';
import { parseDate } from '../parse-date';
import { parseNumber } from '../parse-number';
import type { Delimiter } from './delimiters';
import { bestQuoting, fitting, type QuotingChoice, type Sample, signsOf } from './quoting';
import { MOST_COLUMNS } from './sample-rows';

/** Readings within this share of the best are told of. */
const NEARLY = 0.75;

/** The delimiter and the way of quoting that cut the sample best, and others that fit nearly as well. */
export function chooseCut(bytes: Uint8Array, whole: boolean, delimiters: readonly Delimiter[], choice: QuotingChoice) {
  const signs = signsOf(bytes);
  const cuts = delimiters.map((delimiter) => bestQuoting(bytes, whole, delimiter, choice, signs));
  const samples = cuts.map(({ sample }) => sample);
  const scores = samples.map((each) => score(each, samples));
  const top = scores.reduce((best, value, k) => (value > (scores[best] ?? 0) ? k : best), 0);
  if ((scores[top] ?? 0) === 0 && samples.some(({ tooWide }) => tooWide)) throw tooManyColumns();
  const rival = scores.findIndex((value, k) => k !== top && value > 0 && value >= (scores[top] ?? 0) * NEARLY);
  const best = cuts[top] ?? bestQuoting(bytes, whole, ',', choice, signs);
  return { ...best, otherDelimiter: samples[rival]?.delimiter ?? null, otherQuoting: best.other };
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
