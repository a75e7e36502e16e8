/*
 * Korean sentences that words are put into. Which form of a particle follows a word is heard in its last sound, so a
 * sentence writes both (“이(가)”) and the form is chosen when the word is known.
 */

/** What follows a consonant, and what a vowel; behind ㄹ, 로 follows as behind a vowel. */
const FORMS = {
  '이(가)': ['이', '가'],
  '을(를)': ['을', '를'],
  '은(는)': ['은', '는'],
  '과(와)': ['과', '와'],
  '(으)로': ['으로', '로'],
  '(이)라고': ['이라고', '라고'],
  '(이)라': ['이라', '라'],
  '(이)고': ['이고', '고'],
  '이에요(예요)': ['이에요', '예요'],
} as const;

type Sound = 'vowel' | 'consonant' | 'l';

/** Digits by how their names end: 영, 삼, 육; 일, 칠, 팔. */
const soundOfDigit = (digit: string): Sound =>
  '036'.includes(digit) ? 'consonant' : '178'.includes(digit) ? 'l' : 'vowel';
/** 1,000,000,000,000 is 1조. */
const TRILLIONS = /[1-9]0{12,15}$/;

/** A letter is read by its name: 엘, 알; 엠, 엔. */
const soundOfLetter = (letter: string): Sound =>
  'LR'.includes(letter) ? 'l' : 'MN'.includes(letter) ? 'consonant' : 'vowel';

/** A word is read as Korean writes it: file → 파일, time → 타임, group → 그룹, target → 타깃, rate → 레이트. */
const soundOfWord = (word: string): Sound =>
  /le?$/.test(word)
    ? 'l'
    : /(?:[mn]e?|ng|ck|[aeiou][bcp]|(?:^|[^aeiou])[aeiou]t|oo[kt])$/.test(word)
      ? 'consonant'
      : 'vowel';

/** How what is read aloud ends; null for what is not. */
function lastSound(shown: string): Sound | null {
  // A remark in brackets behind a word is passed over.
  const spoken = shown
    .replace(/[”’"']+$/, '')
    .replace(/(?<=\S)\s*\([^()]*\)$/, '')
    .replace(/[”’"')\s]+$/, '');
  const last = spoken.at(-1) ?? '';
  const syllable = last.charCodeAt(0) - 0xac00;
  if (syllable >= 0 && syllable < 11_172) {
    return syllable % 28 === 0 ? 'vowel' : syllable % 28 === 8 ? 'l' : 'consonant';
  }
  if (/\d/.test(last)) return TRILLIONS.test(spoken.replaceAll(',', '')) ? 'vowel' : soundOfDigit(last);
  if (last === '%') return 'vowel';
  if (last === '²') return 'consonant';
  const latin = /(?:[A-Z]+|[A-Z]?[a-z]+)$/.exec(spoken)?.[0];
  if (latin === undefined) return null;
  return latin.length > 1 && /[a-z]/.test(latin) ? soundOfWord(latin.toLowerCase()) : soundOfLetter(last.toUpperCase());
}

const isParticle = (word: string): word is keyof typeof FORMS => Object.hasOwn(FORMS, word);

/** Both forms of a particle as a sentence has them behind a place, as part of a pattern. */
export const PARTICLE = `(?:${Object.keys(FORMS)
  .map((each) => each.replace(/[()]/g, '\\$&'))
  .join('|')})`;
const AT_FRONT = new RegExp(`^([”’"')]*)(${PARTICLE})`);

/** What stands behind `before`, its particle chosen. Behind what nobody can read aloud both forms stay. */
export const following = (before: string, rest: string): string =>
  rest.replace(AT_FRONT, (both, quotes: string, either: string) => {
    const sound = lastSound(before + quotes);
    if (sound === null || !isParticle(either)) return both;
    const [afterConsonant, afterVowel] = FORMS[either];
    return quotes + (sound === 'vowel' || (sound === 'l' && either === '(으)로') ? afterVowel : afterConsonant);
  });

/** A sentence with words in it: korean`“${name}”을(를) 지웠어요` agrees with the name. */
export const korean = (sentence: TemplateStringsArray, ...words: readonly (string | number)[]): string =>
  sentence.reduce((said, part, at) => {
    const before = said + String(words[at - 1] ?? '');
    return before + following(before, part);
  });
