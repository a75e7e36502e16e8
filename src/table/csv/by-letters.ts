import { ln } from '../../lib/portable-math';
import { decoded } from './decoders';
import { placesOf } from './letter-places';
import { lettersOf, type Written } from './letters';

export interface LetterGuess<E extends string> {
  readonly encoding: E;
  /** Another that reads other letters, and fits nearly as well. */
  readonly other: E | null;
  /** The share of what is beyond ASCII that is as people write in the language that fits best. */
  readonly value: number;
}

/** A letter that no language of an encoding has, and one that another of them has. */
const STRANGE = ln(0.00005);
const FOREIGN = ln(0.0004);
/** Letters below this share speak less for a language. */
const SELDOM = 0.01;
/** By how much the best must be likelier for no other to be named, and where the words are few and of no Latin letters. */
const SURE = { usual: ln(20), scant: ln(2_000) } as const;
/** The encoding of an earlier file of the same kind is as much likelier. */
const AGAIN = ln(400);
/** Of an encoding that this engine does not know. */
const UNKNOWN = { likelihood: Number.NEGATIVE_INFINITY, value: 0 };

/**
 * The encoding by single bytes under which the words have the letters of a language, where its letters stand: vowels
 * among consonants, capitals first, signs beside words. Each word counts once, however often it stands there.
 */
export function guessByLetters<E extends string>(
  bytes: Uint8Array,
  encodings: readonly Written<E>[],
  before?: string,
  evidence: keyof typeof SURE = 'usual',
): LetterGuess<E> {
  const words = distinctWords(bytes);
  const read = encodings.map(({ encoding, languages, rare }) => {
    const text = decoded(words, encoding);
    const fit = text === null ? UNKNOWN : fitOf(text, languages.map(lettersOf), encoding === before ? -AGAIN : rare);
    return { encoding, text, ...fit };
  });
  const best = read.reduce((a, b) => (b.likelihood > a.likelihood ? b : a));
  const others = read.filter(
    ({ text, likelihood }) => text !== best.text && likelihood > best.likelihood - SURE[evidence],
  );
  const other = others.length === 0 ? null : others.reduce((a, b) => (b.likelihood > a.likelihood ? b : a));
  return { encoding: best.encoding, other: other?.encoding ?? null, value: best.value };
}

/** What stands between spaces and signs of ASCII and has other letters too, each once, by lines. */
function distinctWords(bytes: Uint8Array): Uint8Array {
  const isWordy = (byte: number): boolean => byte >= 0x80 || ((byte | 32) >= 97 && (byte | 32) <= 122) || byte === 39;
  const words = new Set<string>();
  const latin1 = (from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));
  for (let at = 0; at < bytes.length; at++) {
    const from = at;
    let wide = false;
    while (at < bytes.length && isWordy(bytes[at] ?? 0) && at - from < 100) if ((bytes[at++] ?? 0) >= 0x80) wide = true;
    if (wide) words.add(latin1(from, at));
  }
  return Uint8Array.from([...words].join('\n'), (letter) => letter.charCodeAt(0));
}

/** How likely a text is in the language of these that fits best, or in a mixture of all. */
function fitOf(text: string, languages: readonly ReadonlyMap<string, number>[], rare: number) {
  const { letters, placed, signs, wide, likelihood: places } = placesOf(text);
  const mixed = new Map<string, number>();
  for (const language of languages) {
    for (const [letter, share] of language) mixed.set(letter, (mixed.get(letter) ?? 0) + share / languages.length);
  }
  let likelihood = Number.NEGATIVE_INFINITY;
  let known = 0;
  for (const language of [...languages, mixed]) {
    let sum = 0;
    let own = 0;
    for (const [letter, count] of letters) {
      const share = language.get(letter);
      sum += count * (share === undefined ? (mixed.has(letter) ? FOREIGN : STRANGE) : ln(share));
      if (share !== undefined) own += (placed.get(letter) ?? 0) * Math.min(1, share / SELDOM);
    }
    if (sum > likelihood) {
      likelihood = sum;
      known = own;
    }
  }
  return { likelihood: likelihood + places - rare, value: wide === 0 ? 0 : (known + signs) / wide };
}
