import { plural } from '../../lib/figures';
import { text } from '../../lib/text';
import type { DataNote } from '../notes';
import { amount } from '../notes';
import type { Column } from '../table';
import { byNumberOrCodePoint } from '../word-order';
import type { CountedColumn } from './classify';
import type { InferOptions } from './infer-options';
import { rawCell } from './raw-cell';
import { CELL } from './raw-column';
import { spellingGroups } from './spellings';

/** A category has at most so many words, or at most this share of its present cells. */
const FEW_WORDS = 50;
const FEW_SHARE = 0.2;
const MANY_WORDS = 10_000;

/**
 * A category where words recur: two or more cells a word on the average, and at
 * most 50 words or one word to five cells (10,000 at most). Text otherwise.
 * A category's words lose the spaces around them and are put in order; text is left as it stands.
 */
export function codedColumn(
  counted: CountedColumn,
  numbers: number,
  options: InferOptions,
): { readonly column: Column; readonly notes: readonly DataNote[] } {
  const { name } = options;
  const vocabulary = gatherWords(counted, options);
  const { dictionary, tallies } = vocabulary;
  const { present } = counted;
  const words = dictionary.length;
  const recurring = words * 2 <= present;
  const few = words <= FEW_WORDS || (words <= present * FEW_SHARE && words <= MANY_WORDS);
  const notes: DataNote[] = present > 0 && numbers * 2 >= present ? mostlyNumbers(counted, numbers, options) : [];
  if (!recurring || !few) {
    const codes = encodeRows(counted, vocabulary, null);
    return { column: { name, role: null, type: 'text', codes, dictionary }, notes };
  }
  notes.push(...spellingNotes(dictionary, tallies, name));
  const tidy = tidyWords(vocabulary);
  if (tidy.trimmed > 0) {
    const message = text(
      `${amount(tidy.trimmed, 'cell', 'had')} spaces around the word, which were taken off.`,
      `값 ${tidy.trimmed}개의 앞뒤 공백을 지웠어요.`,
    );
    notes.push({ code: 'spaces-trimmed', severity: 'info', message, count: tidy.trimmed, column: name });
  }
  const codes = encodeRows(counted, vocabulary, tidy.codes);
  return { column: { name, role: null, type: 'category', codes, dictionary: tidy.dictionary }, notes };
}

/** The distinct present cells as they stand, how many rows hold each, and where to find each row's. */
interface Vocabulary {
  readonly dictionary: readonly string[];
  readonly tallies: ArrayLike<number>;
  /** Places in the dictionary by code of a word; -1 for words that stand for a missing value. */
  readonly ofWord: Int32Array;
  /** Places by row, of cells that are numbers; -1 elsewhere. */
  readonly ofRow: Int32Array;
}

/** Whether two words became one when they were brought into one Unicode form. */
function hasTwins(words: readonly string[]): boolean {
  if (!words.some((word) => /[\u00c0-\u024f\u1e00-\u1eff\uac00-\ud7a3]/.test(word))) return false;
  return new Set(words).size < words.length;
}

function gatherWords(counted: CountedColumn, { decimal }: InferOptions): Vocabulary {
  const { raw, rows, words, counts, missing } = counted;
  const ofRow = new Int32Array(rows).fill(-1);
  const places = new Map<string, number>();
  const twins = !raw.words.ascii && hasTwins(words);
  if (!twins && counted.plain === 0 && !missing.includes(1) && !counts.includes(0)) {
    return { dictionary: words, tallies: counts, ofWord: new Int32Array(words.length).map((_, code) => code), ofRow };
  }
  const dictionary: string[] = [];
  const tallies: number[] = [];
  const ofWord = new Int32Array(words.length).fill(-1);
  for (let code = 0; code < words.length; code++) {
    const count = counts[code] ?? 0;
    if (count === 0 || missing[code] === 1) continue;
    const word = words[code] ?? '';
    const known = twins ? places.get(word) : undefined;
    if (known !== undefined) {
      ofWord[code] = known;
      tallies[known] = (tallies[known] ?? 0) + count;
      continue;
    }
    const place = dictionary.push(word) - 1;
    ofWord[code] = place;
    tallies.push(count);
    if (twins) places.set(word, place);
  }
  if (counted.plain === 0) return { dictionary, tallies, ofWord, ofRow };
  for (let row = 0; row < rows; row++) {
    if ((raw.kinds[row] ?? CELL.absent) >= CELL.long) continue;
    const cell = rawCell(raw, words, row, decimal) ?? '';
    let place = places.get(cell);
    if (place === undefined) {
      place = dictionary.push(cell) - 1;
      tallies.push(0);
      places.set(cell, place);
    }
    ofRow[row] = place;
    tallies[place] = (tallies[place] ?? 0) + 1;
  }
  return { dictionary, tallies, ofWord, ofRow };
}

/** Codes by row, where the vocabulary's places have become `codes` (null: stay as they are). Reuses `ofRow`. */
function encodeRows({ raw, rows }: CountedColumn, { ofWord, ofRow }: Vocabulary, codes: Int32Array | null): Int32Array {
  const byWord = codes === null ? ofWord : ofWord.map((place) => codes[place] ?? -1);
  const { kinds, values } = raw;
  for (let row = 0; row < rows; row++) {
    if (kinds[row] === CELL.word) ofRow[row] = byWord[values[row] ?? 0] ?? -1;
    else if (codes !== null) ofRow[row] = codes[ofRow[row] ?? -1] ?? -1;
  }
  return ofRow;
}

function tidyWords({ dictionary, tallies }: Vocabulary) {
  const trimmed = dictionary.map((word) => word.trim());
  const tidy = [...new Set(trimmed)].sort(byNumberOrCodePoint);
  const place = new Map(tidy.map((word, code) => [word, code]));
  const codes = Int32Array.from(trimmed, (word) => place.get(word) ?? -1);
  let count = 0;
  trimmed.forEach((word, code) => {
    if (word !== dictionary[code]) count += tallies[code] ?? 0;
  });
  return { codes, dictionary: tidy, trimmed: count };
}

function spellingNotes(dictionary: readonly string[], tallies: ArrayLike<number>, column: string): DataNote[] {
  if (dictionary.length > 1_000) return [];
  const groups = spellingGroups(dictionary, tallies);
  if (groups.length === 0) return [];
  const words = groups.flat();
  const count = words.reduce((sum, word) => sum + (tallies[dictionary.indexOf(word)] ?? 0), 0);
  const message = text(
    `${words.length} ${plural(words.length, 'spelling')} of ${groups.length} ${plural(groups.length, 'value')}: ${groups.map((group) => group.map((word) => `“${word}”`).join(' = ')).join('; ')}.`,
    `${groups.length}개 값이 ${words.length}가지로 적혀 있어요: ${groups.map((group) => group.map((word) => `“${word}”`).join(' = ')).join('; ')}`,
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
    `${numbers} of ${counted.present} ${plural(counted.present, 'cell')} ${plural(numbers, 'looks like a number', 'look like numbers')}, but the column was kept as words.`,
    `값 ${counted.present}개 중 ${numbers}개가 수처럼 보이지만 글자 그대로 두었어요.`,
  );
  return [{ code: 'mostly-numbers', severity: 'info', message, count: numbers, column: name, rows, examples }];
}
