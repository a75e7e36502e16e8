type Sound = 'V' | 'C' | '.';
/** How likely it is what a letter stands between: vowels, consonants, or the end of a word. Counted as the letters are. */
const BETWEEN: Readonly<Record<'vowel' | 'consonant', Readonly<Record<`${Sound}${Sound}`, number>>>> = {
  vowel: { CC: -0.6, 'C.': -1.8, VC: -2.5, CV: -2.6, '.C': -2.8, 'V.': -3.4, VV: -4.6, '..': -3.5, '.V': -5.7 },
  consonant: { VV: -0.8, CV: -1.2, VC: -2.3, '.V': -2.9, 'V.': -3.2, '..': -6, 'C.': -3.9, '.C': -4.2, CC: -4.3 },
};
const CAPITAL = -2;
/** A capital behind a small letter, or a small one among capitals. */
const SWAPPED = -5;
/** What signs cost apart from letters, behind one, before one, and within a word. */
const SIGNS: readonly (readonly [signs: RegExp, ...costs: number[]])[] = [
  [/\u00a0/, -3, -4, -4, -4],
  [/[·’]/, -3, -4, -5, -6],
  [/[«‘‚“„]/, -3, -8, -4, -10],
  [/[»”…]/, -3, -4, -8, -10],
  [/[ª®²³º™]/, -3, -4, -10, -10],
  [/[°µ]/, -3, -6, -4, -10],
  [/[¡¢£¥§±¼½¾¿×–—€]/, -3, -6, -6, -8],
  [/©/, -3, -6, -10, -10],
  [/[^\u0080-\u009f\ufffd]/, -6, -8, -8, -10],
  [/./su, -12, -12, -12, -12],
];
/** Those that are often met. */
const USUAL = SIGNS.length - 2;
/** Where apostrophes stand in English, French, Italian and Catalan, and what they cost there. */
const SUFFIX = /^’(?:[dmst]|ll|re|ve)(?!\p{L})/iu;
const ARTICLE = /(?:^|\P{L})(?:\p{L}|qu|\p{L}*(?:ll|un))$/iu;
const ELIDED = /^’[aeiouyhÀ-ü]/i;
const APOSTROPHE = -2.5;
/** « and » come in pairs; what is none is a letter of another encoding. */
const UNPAIRED = -6;
/** Letters that are words; others hardly stand alone. */
const WORDS = /[àáåæèéíóöøőį]/i;
/** Letters that begin no word, or end none. */
const NEVER_FIRST = /[ðßğı]/;
const NEVER_LAST = /þ/;
/** Letters that stand before vowels alone, and never. */
const BEFORE_VOWEL = /ñ/i;
const NEVER_BEFORE_VOWEL = /ń/i;
const MISPLACED = -4;
const ALONE = { word: 1, other: -2.5 } as const;
const VOWEL = /[aeiouyæøıœаеиоуыэюяіαεηιουω]/i;
const LETTER = /(?!µ)[\p{Lu}\p{Ll}]/u;
/** What each of so many characters in a row beyond ASCII speaks for: in Korean and Chinese they come in pairs. */
const RUNS = { beside: [1, 0.6, 0.6], apart: [1, 0, 0] } as const;

export interface Places {
  /** How often each letter beyond a to z is there; and, weighed, where letters stand. */
  readonly letters: ReadonlyMap<string, number>;
  readonly placed: ReadonlyMap<string, number>;
  /** The weight of signs that are often met. */
  readonly signs: number;
  /** Characters beyond ASCII. */
  readonly wide: number;
  /** How likely it is that they stand where they do, whatever they are; a logarithm. */
  readonly likelihood: number;
}

/** What is beyond ASCII in a text, and whether it stands where letters and signs do. */
export function placesOf(text: string): Places {
  const letters = new Map<string, number>();
  const placed = new Map<string, number>();
  let signs = 0;
  let wide = 0;
  let weight = 0;
  let likelihood = 0;
  let opened = 0;
  let closed = 0;
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) < 0x80) continue;
    if (i === 0 || text.charCodeAt(i - 1) < 0x80) weight = weightOf(text, i);
    wide++;
    const letter = text[i] ?? '';
    const [before, after] = [text[i - 1] ?? '', text[i + 1] ?? ''];
    if (LETTER.test(letter)) {
      const lower = letter.toLowerCase();
      const key = lower.length === 1 ? lower : letter;
      letters.set(key, (letters.get(key) ?? 0) + 1);
      likelihood += letterPlace(letter, before, after);
      const alone = !LETTER.test(before) && !LETTER.test(after);
      if (!isSwapped(letter, before, after) && !(alone && !isVowel(letter))) {
        placed.set(key, (placed.get(key) ?? 0) + weight);
      }
    } else {
      const kind = SIGNS.findIndex(([kindOf]) => kindOf.test(letter));
      const [, ...costs] = SIGNS[kind] ?? [LETTER];
      const place = Number(LETTER.test(before)) + 2 * Number(LETTER.test(after));
      likelihood += isApostrophe(text, i) ? APOSTROPHE : (costs[place] ?? 0);
      if (kind < USUAL) signs += weight;
      if (letter === '«') opened++;
      if (letter === '»') closed++;
    }
  }
  likelihood += UNPAIRED * Math.max(0, Math.abs(opened - closed) - Math.min(opened, closed));
  return { letters, placed, signs, wide, likelihood };
}

function letterPlace(letter: string, before: string, after: string): number {
  const between: `${Sound}${Sound}` = `${soundOf(before)}${soundOf(after)}`;
  const [first, last] = [!LETTER.test(before), !LETTER.test(after)];
  const capital = isCapital(letter) ? CAPITAL : 0;
  return (
    BETWEEN[isVowel(letter) ? 'vowel' : 'consonant'][between] +
    (isSwapped(letter, before, after) ? SWAPPED : capital) +
    (first && last ? ALONE[WORDS.test(letter) ? 'word' : 'other'] : 0) +
    (first && NEVER_FIRST.test(letter) ? MISPLACED : 0) +
    (last && NEVER_LAST.test(letter) ? MISPLACED : 0) +
    ((isVowel(after) ? NEVER_BEFORE_VOWEL : BEFORE_VOWEL).test(letter) ? MISPLACED : 0)
  );
}

const isSwapped = (letter: string, before: string, after: string): boolean =>
  isCapital(letter) ? isSmall(before) : isCapital(before) && isCapital(after);

/** Whether an apostrophe stands here as it does in words. */
function isApostrophe(text: string, at: number): boolean {
  if (text[at] !== '’') return false;
  const rest = text.slice(at, at + 4);
  return SUFFIX.test(rest) || (ELIDED.test(rest) && ARTICLE.test(text.slice(Math.max(0, at - 8), at)));
}

/** Of each character of the run beyond ASCII that begins here. */
function weightOf(text: string, from: number): number {
  let to = from;
  while (text.charCodeAt(to) >= 0x80) to++;
  const beside = LETTER.test(text[from - 1] ?? '') || LETTER.test(text[to] ?? '');
  return RUNS[beside ? 'beside' : 'apart'][to - from - 1] ?? 0;
}

const isSmall = (letter: string): boolean => LETTER.test(letter) && letter === letter.toLowerCase();
const isCapital = (letter: string): boolean => LETTER.test(letter) && letter !== letter.toLowerCase();
const isVowel = (letter: string): boolean => VOWEL.test(letter.normalize('NFD')[0] ?? '');
const soundOf = (letter: string): Sound => (LETTER.test(letter) ? (isVowel(letter) ? 'V' : 'C') : '.');
