/** How a text is compared: without case, and with letters in one form. */
const fold = (text: string): string => text.normalize('NFKC').toLowerCase().trim();

/** How well a text fits: as a whole, from its start, from the start of one of its words, or somewhere within. */
export type Fit = 'whole' | 'start' | 'word' | 'within' | null;

/** The first of the initial consonants, in the form that `fold` gives them, and of the syllables; syllables an initial. */
const [FIRST_INITIAL, LAST_INITIAL, FIRST_SYLLABLE, SYLLABLES] = [0x1100, 0x1112, 0xac00, 588];

/** A letter of a query: an initial consonant stands for every syllable that begins with it. */
function pattern(letter: string): string {
  const code = letter.charCodeAt(0);
  if (code < FIRST_INITIAL || code > LAST_INITIAL) return letter.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  const first = FIRST_SYLLABLE + (code - FIRST_INITIAL) * SYLLABLES;
  return `[${letter}${String.fromCharCode(first)}-${String.fromCharCode(first + SYLLABLES - 1)}]`;
}

/** Looks for one word of a query, 정규화 also by its initial consonants ㅈㄱㅎ. */
export function finder(word: string): (text: string) => Fit {
  const wanted = new RegExp([...fold(word)].map(pattern).join(''), 'g');
  return (text) => {
    const folded = fold(text);
    const found = [...folded.matchAll(wanted)];
    if (found.some(({ 0: hit }) => hit === folded)) return 'whole';
    if (found.some(({ index }) => index === 0)) return 'start';
    if (found.some(({ index }) => /[\s/·-]/.test(folded.charAt(index - 1)))) return 'word';
    return found.length > 0 ? 'within' : null;
  };
}

/** The words of a query. */
export const queryWords = (query: string): readonly string[] => fold(query).split(/\s+/).filter(Boolean);

/** A text without its spaces, which Korean sets as it likes. */
export const squeezed = (text: string): string => fold(text).replace(/\s+/g, '');

/** Whether a text without spaces is made of those words, the last of which may only have begun. */
export function isMadeOf(text: string, words: readonly string[]): boolean {
  const ends = new Set([0]);
  for (let at = 0; at < text.length; at++) {
    if (!ends.has(at)) continue;
    for (const word of words) {
      if (text.startsWith(word, at)) ends.add(at + word.length);
      else if (at > 0 && word.startsWith(text.slice(at))) return true;
    }
  }
  return ends.has(text.length);
}
