import type { Delimiter, Quote, Quoting } from './delimiters';
import { type SampleRows, sampleRows } from './sample-rows';

/** The first rows of a file, as a delimiter and a way of quoting cut them. */
export interface Sample extends SampleRows, Quoting {
  readonly delimiter: Delimiter;
  /** The number of cells that most rows have. */
  readonly width: number;
}

/** What a person says of quoting, and what an earlier file showed. */
export interface QuotingChoice {
  readonly quote: 'auto' | Quote;
  readonly backslash: 'auto' | boolean;
  readonly before: Partial<Quoting>;
}

const APOSTROPHE = 39;
const BACKSLASH = 92;
/** The share of cells that may begin with an apostrophe for another reason, or stand in double quotes all the same. */
const FEW = 0.05;

/** Which signs of an unusual way of quoting a sample holds at all. */
interface Signs {
  readonly apostrophes: boolean;
  readonly backslashes: boolean;
}

export const signsOf = (bytes: Uint8Array): Signs => ({
  apostrophes: bytes.includes(APOSTROPHE),
  backslashes: bytes.includes(BACKSLASH),
});

/** The way of quoting that the whole sample shows, as a delimiter cuts it; and another that fits it as well. */
export function bestQuoting(
  bytes: Uint8Array,
  whole: boolean,
  delimiter: Delimiter,
  { quote, backslash, before }: QuotingChoice,
  { apostrophes, backslashes }: Signs,
): { readonly sample: Sample; readonly other: Quoting | null } {
  const mayEscape = backslash === 'auto' && backslashes;
  const rivals: Sample[] = [];
  const best = (usual: Sample, unusual: Sample | undefined, shows: typeof showsEscapes, again: boolean): Sample => {
    if (unusual === undefined) return usual;
    const shown = shows(usual, unusual, again);
    rivals.push(shown ? usual : unusual);
    return shown ? unusual : usual;
  };
  const withQuote = (sign: Quote): Sample => {
    const usual = read(bytes, whole, delimiter, { quote: sign, backslash: backslash === true });
    const unusual = mayEscape ? read(bytes, whole, delimiter, { quote: sign, backslash: true }) : undefined;
    return best(usual, unusual, showsEscapes, before.backslash === true);
  };
  if (quote !== 'auto') return { sample: withQuote(quote), other: null };
  const single = apostrophes ? withQuote("'") : undefined;
  const sample = best(withQuote('"'), single, showsApostrophes, before.quote === "'");
  return { sample, other: rivals.find((rival) => fitsAsWell(rival, sample)) ?? null };
}

/** Whether backslashes take the meaning of what is behind them: fewer quotes are odd, or more rows are of one width. */
function showsEscapes(plain: Sample, escaped: Sample, again: boolean): boolean {
  const gain = fitting(escaped) - fitting(plain);
  if (again) return gain >= 0;
  return gain > 0 ? escaped.strays <= plain.strays : gain === 0 && escaped.strays < plain.strays;
}

/**
 * Whether cells stand in apostrophes: nearly all that begin with one end with one, and they hold delimiters by which the
 * rows would be of many widths, or are all that a column has, or double the apostrophes within.
 */
function showsApostrophes(double: Sample, single: Sample, again: boolean): boolean {
  const { quoted, unclosed, doubled, undoubled, quotedColumns } = single;
  if (quoted === 0 || unclosed > quoted * FEW || double.quoted > quoted * FEW) return false;
  const gain = fitting(single) - fitting(double);
  return gain > 0 || (gain === 0 && (again || quotedColumns > 0 || (doubled > 0 && undoubled === 0)));
}

/** Whether a sample can be cut otherwise with rows of one width just as often. */
const fitsAsWell = (rival: Sample, best: Sample): boolean =>
  rival.unclosed === 0 && rival.cells !== best.cells && fitting(rival) >= fitting(best);

/** The share of rows that have the width of most. */
export const fitting = ({ rows, width }: Sample): number =>
  rows.length === 0 ? 0 : rows.filter((row) => row.length === width).length / rows.length;

function read(bytes: Uint8Array, whole: boolean, delimiter: Delimiter, quoting: Quoting): Sample {
  const { quote, backslash } = quoting;
  const codes = { delimiter: delimiter.charCodeAt(0), quote: quote.charCodeAt(0) };
  const sample = sampleRows(bytes, { ...codes, backslash, whole });
  return { ...sample, ...quoting, delimiter, width: modeOf(sample.rows.map((row) => row.length)) };
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
