/** Words that stand for "no value" in a raw cell, compared without case and surrounding spaces. */
export const MISSING_WORDS: readonly string[] = [
  'NA',
  'N/A',
  '#N/A',
  'NaN',
  'null',
  'None',
  'nil',
  '-',
  '--',
  '.',
  '?',
  '결측',
  '결측치',
  '없음',
  '미상',
];

/** Words that are an answer as often as the lack of one: missing among numbers and dates only, unless one says otherwise. */
const ANSWERS: ReadonlySet<string> = new Set(['none', 'nil', '-', '--', '.', '없음']);

/** What becomes of words such as 없음, None and - in a column of words. */
export type NothingWords = 'kept' | 'missing';

/** Of the words that stand for a missing value, those that do so in a column of words too. */
export function missingAmongWords(words: readonly string[], nothing: NothingWords): readonly string[] {
  return nothing === 'missing' ? words : words.filter((word) => !ANSWERS.has(word.trim().toLowerCase()));
}

/** Makes the test for a missing cell: empty, only spaces, or one of `words`. */
export function missingTest(words: readonly string[] = MISSING_WORDS): (cell: string) => boolean {
  const known = new Set(words.map((word) => word.trim().toLowerCase()));
  known.add('');
  const longest = Math.max(...[...known].map((word) => word.length));
  return (cell) => {
    // Most cells are longer than any of the words and have no spaces to lose.
    const { length } = cell;
    if (length > longest && isVisible(cell.charCodeAt(0)) && isVisible(cell.charCodeAt(length - 1))) return false;
    return known.has(cell.trim().toLowerCase());
  };
}

const isVisible = (code: number): boolean => code > 32 && code < 127;
