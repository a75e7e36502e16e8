import { parseNumber } from '../parse-number';
import { DELIMITERS, type Delimiter } from './delimiters';

const COMMENT = /^(?:#|%|\/\/)/;
const SEPARATOR = /^\ufeff?sep=([,;\t|])$/i;

/** Remarks above a table end within so many bytes. */
const HEAD_BYTES = 1 << 18;

/** What stands above the table: a line that names the delimiter, as Excel reads it, and remarks that begin with a sign for them. */
export function leadingLines(sample: Uint8Array, header: 'auto' | 'yes' | 'no') {
  const comments: string[] = [];
  let delimiter: Delimiter | null = null;
  let end = 0;
  const head = sample.subarray(0, HEAD_BYTES);
  const lines = new TextDecoder('latin1').decode(head).split(/(?<=\r\n|\n|\r(?!\n))/, 200);
  const textOf = (from: number, line: string): string =>
    new TextDecoder().decode(sample.subarray(from, from + line.length)).trim();
  const starts: number[] = [];
  let at = 0;
  for (const line of lines) {
    const named = at === 0 ? SEPARATOR.exec(line.trimEnd()) : null;
    // A line that is cut is not known.
    if (at + line.length === head.length && head.length < sample.length) break;
    if (named === null && !COMMENT.test(line)) break;
    if (named !== null) delimiter = DELIMITERS.find((each) => each === named[1]) ?? null;
    else {
      comments.push(textOf(at, line));
      starts.push(at);
    }
    at += line.length;
    end = at;
  }
  if (comments.length === 0) return { end, comments, delimiter, headed: false };
  const [next = '', second = ''] = lines.slice(comments.length + (delimiter === null ? 0 : 1));
  // Where all lines begin so, they are the data.
  if (next.trim() === '') return { end: starts[0] ?? 0, comments: [], delimiter, headed: false };
  // The last of them may be the header: as many cells as the row below, which is data.
  const last = comments.at(-1) ?? '';
  const marks = delimiter === null ? DELIMITERS : [delimiter];
  const headed = marks.some((mark) => {
    const [above, below] = [last, next].map((line) => line.split(mark));
    const names =
      above?.every((cell) => cell.trim() !== '' && parseNumber(cell.replace(COMMENT, '')) === null) ?? false;
    const data = below?.some((cell) => parseNumber(cell) !== null || parseNumber(cell, ',') !== null) ?? false;
    return names && data && above !== undefined && above.length > 1 && above.length === below?.length;
  });
  const repeated = COMMENT.test(second) && comments.length === 1;
  if (!headed && !repeated) return { end, comments, delimiter, headed: false };
  if (repeated) return { end: starts[0] ?? 0, comments: [], delimiter, headed: false };
  return { end: starts.at(-1) ?? 0, comments: comments.slice(0, -1), delimiter, headed: header !== 'no' };
}
