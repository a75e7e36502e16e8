/**
 * Of 100 letters beyond a to z in the different words of a language, how many are which; 0 is less than half of one.
 * Counted in translations of free software, the few of Italian and Dutch levelled.
 */
const LETTERS = {
  french: 'é82è5î1ô1ê2ç2ï1à3û1â1ù0œ0ë0',
  german: 'ü37ä36ö17ß9é0',
  spanish: 'ó38á22í18é10ú7ñ4ü0',
  italian: 'à40è18ù12ò14ì9é7',
  portuguese: 'ç24ã21á15í11ó6õ6ê5é5ú3â3ô1à0ü0',
  dutch: 'ë58é14ï13ö5ü3è2ó1á1ê0ä0ç0',
  swedish: 'ä52ö28å19é1',
  danish: 'ø42æ33å24é1',
  finnish: 'ä84ö12å3š0ž0',
  icelandic: 'ð28í15á12ó10æ9ö8ú7ý5þ4é2',
  catalan: 'ó25à23è13í12ò7ç6ú5é5ï3ü1',
  irish: 'á31í25ú16é15ó12',
  albanian: 'ë95ç4',
  polish: 'ł22ą20ę13ó11ś11ż9ć8ń4ź1',
  czech: 'í23á20é11ř9ý9č7ě7ž5š4ů2ú1ň0ó0ť0ď0',
  slovak: 'á21é12ý11í11č10ť8ú7š6ľ5ž5ó1ä1ň1ô1ď1ĺ0ŕ0',
  hungarian: 'á33é25ó10í9ö8ő8ü3ú2ű2',
  slovenian: 'č53š31ž16',
  croatian: 'č38š25ž14ć14đ9',
  romanian: 'ă55ţ23ş10î7â4',
  turkish: 'ı46ş15ü12ç9ğ9ö6İ2â0î0',
  estonian: 'ä41ü30õ18ö8ž1š1',
  latvian: 'ā36ē21ī17š12ļ4ū3ņ3ž2ķ2ģ1č0',
  lithuanian: 'š22ė20ų16ž12į9ą8č6ū4ę2',
  russian: 'о9е9а9н8и7т6р6с5в4л4к3п3м3д3ы2у2я2ь2з2й2б1ч1г1ю1х1ж1ц1ш1щ1ф0ё0э0ъ0',
  ukrainian: 'н9а9о8и7т6в6і6р5е5с4к4п3м3у3д3л3з2я2ь2й1г1б1ч1ю1х1ц1ш1ж1є1ф0ї0щ0ґ0',
  bulgarian: 'а12е9и9н8т8о8р6в4с4л4п3к3д3з3м2я2ъ2у1ч1б1г1ц1ж1щ1ш1й1ф1х0ю0ь0',
  greek: 'α9ο8ε7ι7τ6ν6ρ5σ5κ4μ4π4η4λ3ς3υ3ί2δ2ά2γ2έ2ό2ή2θ1ω1χ1ύ1φ1β1ώ1ξ0ζ0ψ0ϊ0',
} as const;

type Language = keyof typeof LETTERS;

const WESTERN: readonly Language[] = [
  'french',
  'german',
  'spanish',
  'italian',
  'portuguese',
  'dutch',
  'swedish',
  'danish',
  'finnish',
  'icelandic',
  'catalan',
  'irish',
  'albanian',
];
const CENTRAL: readonly Language[] = [
  'polish',
  'czech',
  'slovak',
  'hungarian',
  'slovenian',
  'croatian',
  'romanian',
  'german',
];

const SLAVIC: readonly Language[] = ['russian', 'ukrainian', 'bulgarian'];

export interface Written<E extends string> {
  readonly encoding: E;
  readonly languages: readonly Language[];
  /** By how much, as a logarithm, it is met less often than the first. */
  readonly rare: number;
}

/** Encodings of Latin letters by single bytes, and the languages that are written in them. */
export const LATIN = [
  { encoding: 'windows-1252', languages: WESTERN, rare: 0 },
  { encoding: 'windows-1250', languages: CENTRAL, rare: 2 },
  { encoding: 'windows-1254', languages: ['turkish'], rare: 2.5 },
  { encoding: 'iso-8859-2', languages: CENTRAL, rare: 3.5 },
  { encoding: 'windows-1257', languages: ['estonian', 'latvian', 'lithuanian'], rare: 3 },
  { encoding: 'macintosh', languages: WESTERN, rare: 3.5 },
] as const satisfies readonly Written<string>[];

/** The same of letters none of which is Latin. */
export const OTHER_ALPHABETS = [
  { encoding: 'windows-1251', languages: SLAVIC, rare: 0 },
  { encoding: 'koi8-r', languages: ['russian'], rare: 1 },
  { encoding: 'windows-1253', languages: ['greek'], rare: 0 },
] as const satisfies readonly Written<string>[];

/** The share of each letter among those beyond a to z. */
export function lettersOf(language: Language): ReadonlyMap<string, number> {
  const found = [...LETTERS[language].matchAll(/(\D)(\d+)/gu)];
  return new Map(found.map(([, letter = '', share]) => [letter, (Number(share) || 0.3) / 100]));
}
