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

/** Makes the test for a missing cell: empty, only spaces, or one of `words`. */
export function missingTest(words: readonly string[] = MISSING_WORDS): (cell: string) => boolean {
  const known = new Set(words.map((word) => word.trim().toLowerCase()));
  known.add('');
  return (cell) => known.has(cell.trim().toLowerCase());
}
