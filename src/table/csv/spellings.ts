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

/**
 * Groups words that are most likely spellings of one value: they differ in case,
 * width, spaces or punctuation only, or all of them belong to one known vocabulary
 * (남, 남자, M). Only groups of two or more are given.
 */
export function spellingGroups(words: readonly string[]): readonly (readonly string[])[] {
  const folded = words.map((word) => ({ word, key: foldSpelling(word) }));
  const vocabulary = VOCABULARIES.find((meanings) => folded.every(({ key }) => meanings.flat().includes(key)));
  // Codes of one letter each (n, o, t) are codes: no word of the vocabulary shows what they mean.
  const codes = folded.every(({ key }) => /^[a-z]$/.test(key));
  const groups = new Map<string, string[]>();
  for (const { word, key } of folded) {
    const meaning = (codes ? undefined : vocabulary)?.find((meanings) => meanings.includes(key))?.[0] ?? key;
    const group = groups.get(meaning);
    if (group === undefined) groups.set(meaning, [word]);
    else group.push(word);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

function foldSpelling(word: string): string {
  const bare = word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/g, '');
  return bare === '' ? word : bare.replace(/\.$/, '');
}
