/** Words that mean one thing, in the vocabularies met most often in Korean and English data. */
const VOCABULARIES: readonly (readonly (readonly string[])[])[] = [
  [
    ['남', '남자', '남성', 'm', 'male', 'man', '남학생'],
    ['여', '여자', '여성', 'f', 'female', 'woman', '여학생'],
  ],
  [
    ['y', 'yes', '예', '네', 'o', 'true', 't'],
    ['n', 'no', '아니오', '아니요', 'x', 'false', 'f'],
  ],
];
/** Letters that stand for the words of a vocabulary, with what each is the opposite of. */
const OPPOSITES: readonly string[] = ['mf', 'fm', 'yn', 'ny', 'ox', 'xo', 'tf', 'ft'];
/** A spelling with at most this share of the commonest one's cells is a slip. */
const RARE = 0.05;

/**
 * Groups words that are most likely spellings of one value; only groups of two or more are given. They differ in case,
 * width, spaces or hyphens alone, or all words of the column are of one known vocabulary (남, 남자, M). One or two letters
 * may be codes: their case is taken for a slip only where it is rare, or where they are a known pair (Y, y, N, n).
 */
export function spellingGroups(words: readonly string[], tallies: ArrayLike<number>): readonly (readonly string[])[] {
  const spellings = words.map((word, at) => ({ word, key: foldSpelling(word), count: tallies[at] ?? 0 }));
  const keys = [...new Set(spellings.map(({ key }) => key))];
  const vocabulary = VOCABULARIES.find((meanings) => keys.every((key) => isOf(meanings, key, keys)));
  const groups = new Map<string, (typeof spellings)[number][]>();
  for (const spelling of spellings) {
    const meaning = vocabulary?.find((meanings) => meanings.includes(spelling.key))?.[0] ?? spelling.key;
    const group = groups.get(meaning);
    if (group === undefined) groups.set(meaning, [spelling]);
    else group.push(spelling);
  }
  const found = [...groups.values()].filter((group) => group.length > 1);
  const known = vocabulary !== undefined || (keys.length === 2 && OPPOSITES.includes(keys.join('')));
  const codes = known ? [] : found.filter(([first]) => /^\p{Cased}{1,2}$/u.test(first?.key ?? ''));
  const meant = codes.some((group) => !isSlip(group.map(({ count }) => count)));
  return found.filter((group) => !meant || !codes.includes(group)).map((group) => group.map(({ word }) => word));
}

/** A letter alone is of a vocabulary only where another word of the column shows that it is no mere code. */
function isOf(meanings: readonly (readonly string[])[], key: string, keys: readonly string[]): boolean {
  const meaning = meanings.find((words) => words.includes(key));
  if (meaning === undefined) return false;
  if (!/^[a-z]$/.test(key)) return true;
  if (keys.some((other) => other.length > 1 && other.startsWith(key) && meaning.includes(other))) return true;
  return keys.some((other) => OPPOSITES.includes(key + other)) && keys.some((other) => !/^[a-z]$/.test(other));
}

function isSlip(counts: readonly number[]): boolean {
  const most = Math.max(...counts);
  return counts.reduce((sum, count) => sum + count, 0) - most <= most * RARE;
}

/** Hyphens and spaces go from between letters alone: A- is no A, and 1-2 no 12. */
function foldSpelling(word: string): string {
  return word
    .normalize('NFKC')
    .toLowerCase()
    .trim()
    .replace(/(?<=\p{L})[\s_-]+(?=[\p{L}\p{N}])|(?<=\p{N})[\s_-]+(?=\p{L})/gu, '')
    .replace(/(?<=.)[.]$/u, '');
}
