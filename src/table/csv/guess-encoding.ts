import { guessByLetters } from './by-letters';
import { decoded } from './decoders';
import { LATIN, OTHER_ALPHABETS } from './letters';

/** Encodings of characters by two bytes, as decoders name them. */
const WIDE = ['euc-kr', 'shift_jis', 'gb18030', 'big5', 'euc-jp'] as const;
/** Encodings of text that is no Unicode. */
export type Legacy =
  | (typeof WIDE)[number]
  | (typeof LATIN)[number]['encoding']
  | (typeof OTHER_ALPHABETS)[number]['encoding'];

export interface Guess {
  readonly encoding: Legacy;
  /** Another that fits nearly as well. */
  readonly other: Legacy | null;
}

/** What is read to tell: bytes around which the text is not ASCII. */
const SAMPLE = 1 << 16;
const NEARLY = 0.8;
/** Up to so many bytes beyond ASCII, a word or two that hold no Latin letters, whatever else can be read is offered too. */
const SCANT = 8;
/** Unless nearly all of it is what people often write. */
const PLAIN = 0.8;
/** How much more the encoding of an earlier file of the same kind is believed. */
const AGAIN = 1.5;

/** Letters that make up much of what people write in tables and prose. */
const HANGUL = new Set(
  '이다의는에을를가고하기도시자동구인한사지로대서원일정보수부과주남여성명나산전제상세신계관장공국경해유생울중소관면적용리아비마강천안양학교등급료금액번호월년합평균없있음무분류판매점종별액계좌직업력당단체육군읍광북충청라포평택김박최조윤임오송황안홍데스트문화역화방진료운발행위내외현',
);
const HANZI = new Set(
  '的一是不了人我在有他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长名姓性别男女齡龄城市数量北京海广州深圳省区价格金额日期时间单位电话地址编号类型产品总计合率收入业收月號數類價額總計時間電話東區灣臺台高雄新竹這個們來說國會學對後發動兩長從見經頭點東門員車業',
);
const KANJI = new Set(
  '日年月東京大阪名前県市区町村男女性別齢数量合計金額住所電話番号会社員学校生会計売上商品価格種類時間曜火水木土山田川本中村佐藤鈴高橋渡辺伊小林加吉',
);

/**
 * The encoding by what the text looks like in each: Hangul, hanzi or kana that are often met, words of another alphabet,
 * or single accented letters within Latin words. `before` is that of an earlier file of the same kind.
 */
export function guessEncoding(bytes: Uint8Array, before?: string): Guess {
  const sample = telling(bytes);
  const scant = sample.reduce((wide, byte) => wide + (byte >> 7), 0) <= SCANT;
  const alphabet = guessByLetters(sample, OTHER_ALPHABETS, before, scant ? 'scant' : 'usual');
  const scores: readonly (Guess & { readonly value: number })[] = [
    guessByLetters(sample, LATIN, before),
    { ...alphabet, value: alphabetScore(decoded(sample, alphabet.encoding) ?? '') },
    ...WIDE.map((encoding) => ({ encoding, value: scoreOf(sample, encoding), other: null })),
  ];
  const [best, next] = scores
    .map((each) => (each.encoding === before ? { ...each, value: each.value * AGAIN } : each))
    .toSorted((a, b) => b.value - a.value);
  if (best === undefined || best.value === 0) return { encoding: 'euc-kr', other: null };
  const close =
    next !== undefined &&
    next.value > 0 &&
    (next.value >= best.value * NEARLY || (scant && best.value < PLAIN && !isLatin(best.encoding)));
  return { encoding: best.encoding, other: best.other ?? (close ? next.encoding : null) };
}

const isLatin = (encoding: Legacy): boolean => LATIN.some((written) => written.encoding === encoding);

/** Lines that hold bytes beyond ASCII, up to a sample's length. */
function telling(bytes: Uint8Array): Uint8Array {
  const sample = new Uint8Array(Math.min(bytes.length, SAMPLE));
  let length = 0;
  let start = 0;
  let wide = false;
  for (let i = 0; i <= bytes.length && length < SAMPLE; i++) {
    const byte = bytes[i] ?? 10;
    if (byte >= 0x80) wide = true;
    if (byte !== 10 && i - start < 8_192) continue;
    const line = bytes.subarray(start, Math.min(i + 1, start + SAMPLE - length));
    if (wide) {
      sample.set(line, length);
      length += line.length;
    }
    start = i + 1;
    wide = false;
  }
  return sample.subarray(0, length);
}

function scoreOf(bytes: Uint8Array, encoding: (typeof WIDE)[number]): number {
  const text = decoded(bytes, encoding);
  if (text === null) return 0;
  let wide = 0;
  let common = 0;
  let script = 0;
  let broken = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    if (code < 0x80) continue;
    wide++;
    if (code === 0xfffd || (code >= 0xe000 && code <= 0xf8ff)) broken++;
    else if (encoding === 'euc-kr') {
      if (code >= 0xac00 && code <= 0xd7a3) script++;
      if (HANGUL.has(letter)) common++;
    } else if (encoding === 'shift_jis' || encoding === 'euc-jp') {
      const kana = code >= 0x3041 && code <= 0x30ff;
      if (kana || (code >= 0x4e00 && code <= 0x9fff)) script++;
      if (kana || KANJI.has(letter)) common++;
      // Half-width kana stand for whatever byte comes alone.
      else if (code >= 0xff61 && code <= 0xff9f) broken += 0.5;
    } else {
      if (code >= 0x4e00 && code <= 0x9fff) script++;
      if (HANZI.has(letter)) common++;
    }
  }
  if (wide === 0 || broken > wide * 0.02) return 0;
  // What is Hangul throughout is so by chance less often than what is hanzi.
  const alone = encoding === 'euc-kr' && script === wide ? 0.35 : 0.25;
  return Math.max(alone * script, 0.25 * script + 0.75 * common) / wide;
}

/** Letters that are neither Latin nor marks. */
const LETTER = /[\u0386-\u03ce\u0401-\u045f\u0490\u0491]/;

/**
 * The share of what is beyond ASCII that is letters of the alphabet in words of their own, less what is not: other signs,
 * letters within Latin words, capitals behind small letters (another table of the same alphabet swaps the two). Small
 * letters speak for it, and few letters for little.
 */
function alphabetScore(text: string): number {
  let wide = 0;
  let letters = 0;
  let small = 0;
  let swapped = 0;
  let before = '';
  for (const each of text) {
    const isWide = each.charCodeAt(0) >= 0x80;
    const isLetter = isWide && LETTER.test(each);
    if (isWide) wide++;
    if (isLetter) {
      letters++;
      const isSmall = each === each.toLowerCase();
      if (isSmall) small++;
      if (/[a-z]/i.test(before) || (!isSmall && LETTER.test(before) && before === before.toLowerCase())) swapped++;
    } else if (/[a-z]/i.test(each) && LETTER.test(before)) swapped++;
    before = each;
  }
  const trust = wide < 4 ? 0.5 : 1;
  if (wide === 0) return 0;
  return trust * (Math.max(0, letters - 2 * swapped - 4 * (wide - letters)) / wide) * (0.4 + (0.5 * small) / wide);
}
