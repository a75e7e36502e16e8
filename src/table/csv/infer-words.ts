import { text } from '../../lib/text';
import type { DataNote } from '../notes';
import { amount } from '../notes';
import type { Column } from '../table';
import type { CountedColumn } from './classify';
import type { InferOptions } from './infer-column';
import { rawCell } from './raw-cell';
import { CELL } from './raw-column';
import { spellingGroups } from './spellings';

/** A category has at most so many words, or at most this share of its present cells. */
const FEW_WORDS = 50;
const FEW_SHARE = 0.05;
const MANY_WORDS = 10_000;

/**
 * A category where words recur: two or more cells a word on the average, and at
 * most 50 words or one word to twenty cells (10,000 at most). Text otherwise.
 * A category's words lose the spaces around them and are put in order; text is left as it stands.
 */
export function codedColumn(
  counted: CountedColumn,
  numbers: number,
  options: InferOptions,
): { readonly column: Column; readonly notes: readonly DataNote[] } {
  const { name } = options;
  const { codes, dictionary, tallies } = encodeCells(counted, options);
  const { present } = counted;
  const words = dictionary.length;
  const recurring = words * 2 <= present;
  const few = words <= FEW_WORDS || (words <= present * FEW_SHARE && words <= MANY_WORDS);
  const notes: DataNote[] = numbers * 2 >= present ? mostlyNumbers(counted, numbers, options) : [];
  if (!recurring || !few) return { column: { name, role: null, type: 'text', codes, dictionary }, notes };
  notes.push(...spellingNotes(dictionary, tallies, name));
  const tidy = tidyWords(dictionary, codes);
  if (tidy.trimmed > 0) {
    const message = text(
      `${amount(tidy.trimmed, 'cell', 'had')} spaces around the word, which were taken off.`,
      `값 ${tidy.trimmed}개의 앞뒤 공백을 지웠습니다.`,
    );
    notes.push({ code: 'spaces-trimmed', severity: 'info', message, count: tidy.trimmed, column: name });
  }
  return { column: { name, role: null, type: 'category', codes: tidy.codes, dictionary: tidy.dictionary }, notes };
}

function encodeCells(counted: CountedColumn, { decimal }: InferOptions) {
  const { raw, rows, words, missing } = counted;
  const codes = new Int32Array(rows).fill(-1);
  const dictionary: string[] = [];
  const tallies: number[] = [];
  const byWord = new Int32Array(words.length).fill(-1);
  const byText = new Map<string, number>();
  const add = (word: string): number => {
    tallies.push(0);
    return dictionary.push(word) - 1;
  };
  for (let row = 0; row < rows; row++) {
    const kind = raw.kinds[row] ?? CELL.absent;
    let code = -1;
    if (kind === CELL.word) {
      const word = raw.values[row] ?? 0;
      if (missing[word] === 1) continue;
      code = byWord[word] ?? -1;
      if (code < 0) {
        code = add(words[word] ?? '');
        byWord[word] = code;
      }
    } else if (kind < CELL.long) {
      const cell = rawCell(raw, words, row, decimal) ?? '';
      code = byText.get(cell) ?? add(cell);
      byText.set(cell, code);
    } else continue;
    codes[row] = code;
    tallies[code] = (tallies[code] ?? 0) + 1;
  }
  return { codes, dictionary, tallies };
}

function tidyWords(dictionary: readonly string[], codes: Int32Array) {
  const trimmed = dictionary.map((word) => word.trim());
  const tidy = [...new Set(trimmed)].sort(byNumberOrCodePoint);
  const place = new Map(tidy.map((word, code) => [word, code]));
  const moved = Int32Array.from(trimmed, (word) => place.get(word) ?? -1);
  const changed = dictionary.map((word, code) => word !== trimmed[code]);
  let count = 0;
  const out = new Int32Array(codes.length);
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] ?? -1;
    out[i] = code < 0 ? -1 : (moved[code] ?? -1);
    if (code >= 0 && changed[code] === true) count++;
  }
  return { codes: out, dictionary: tidy, trimmed: count };
}

function byNumberOrCodePoint(a: string, b: string): number {
  const difference = Number(a) - Number(b);
  if (difference !== 0 && !Number.isNaN(difference)) return difference;
  return a < b ? -1 : a > b ? 1 : 0;
}

function spellingNotes(dictionary: readonly string[], tallies: readonly number[], column: string): DataNote[] {
  if (dictionary.length > 1_000) return [];
  const groups = spellingGroups(dictionary);
  if (groups.length === 0) return [];
  const words = groups.flat();
  const count = words.reduce((sum, word) => sum + (tallies[dictionary.indexOf(word)] ?? 0), 0);
  const message = text(
    `${words.length} spellings of ${groups.length} value${groups.length === 1 ? '' : 's'}: ${groups.map((group) => group.map((word) => `“${word}”`).join(' = ')).join('; ')}.`,
    `${groups.length}개 값이 ${words.length}가지로 적혀 있습니다: ${groups.map((group) => group.map((word) => `“${word}”`).join(' = ')).join('; ')}`,
  );
  return [{ code: 'spelling-variants', severity: 'warning', message, count, column, examples: words.slice(0, 20) }];
}

function mostlyNumbers(counted: CountedColumn, numbers: number, { name, lines }: InferOptions): DataNote[] {
  const rows: number[] = [];
  const examples: string[] = [];
  for (let row = 0; row < counted.rows && rows.length < 10; row++) {
    if (counted.raw.kinds[row] !== CELL.word) continue;
    const code = counted.raw.values[row] ?? 0;
    if (counted.missing[code] === 1) continue;
    rows.push(lines[row] ?? 0);
    const word = counted.words[code] ?? '';
    if (!examples.includes(word)) examples.push(word);
  }
  const message = text(
    `${numbers} of ${counted.present} cells look like numbers, but the column was kept as words.`,
    `값 ${counted.present}개 중 ${numbers}개가 수처럼 보이지만 글자 그대로 두었습니다.`,
  );
  return [{ code: 'mostly-numbers', severity: 'info', message, count: numbers, column: name, rows, examples }];
}
