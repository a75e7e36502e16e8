import { describe, expect, it } from 'vitest';
import { cellText } from '../cells';
import { columnNamed } from '../columns';
import { CSV_CHOICE, type CsvChoice, readCsv } from './read-csv';
import { choiceLike } from './reading';

/** A text as a table of single bytes writes it. */
function encoded(text: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const bytes = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte), { stream: true }), byte]),
  );
  return Uint8Array.from(text, (letter) => bytes.get(letter) ?? Number.NaN);
}

/** The same of a table of two bytes a character. */
function wideEncoded(text: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const bytes = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead < 0xff; lead++) {
    for (let trail = 0x40; trail < 0xff; trail++) bytes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  }
  return Uint8Array.from([...text].flatMap((letter) => bytes.get(letter) ?? letter.charCodeAt(0)));
}

function utf32(text: string, little: boolean, marked: boolean): Uint8Array {
  const letters = [...(marked ? '\ufeff' : ''), ...text];
  const view = new DataView(new ArrayBuffer(letters.length * 4));
  for (const [i, letter] of letters.entries()) view.setUint32(i * 4, letter.codePointAt(0) ?? 0, little);
  return new Uint8Array(view.buffer);
}

const read = (bytes: Uint8Array, choice: Partial<CsvChoice> = {}) => readCsv(bytes, { ...CSV_CHOICE, ...choice });
type Read = Awaited<ReturnType<typeof read>>;
const words = ({ table }: Read): readonly (string | null)[] =>
  Array.from({ length: table.rows }, (_, row) => cellText(columnNamed(table, 'name'), row));
const rows = (cells: readonly string[]): string => `n,name\n${cells.map((cell, i) => `${i},${cell}\n`).join('')}`;

const POLISH = ['Wrocław', 'Łódź', 'Kraków', 'Gdańsk', 'Poznań', 'Częstochowa', 'Białystok', 'Rzeszów', 'Świnoujście'];
const CZECH = [
  'Plzeň',
  'Olomouc',
  'České Budějovice',
  'Ústí nad Labem',
  'Zlín',
  'Třebíč',
  'Žďár',
  'Šumperk',
  'Příbram',
];
const HUNGARIAN = ['Győr', 'Pécs', 'Székesfehérvár', 'Nyíregyháza', 'Kecskemét', 'Érd', 'Gödöllő', 'Hódmezővásárhely'];
const CROATIAN = ['Šibenik', 'Čakovec', 'Požega', 'Međimurje', 'Koprivnica', 'Poreč', 'Križevci', 'Vinkovci'];
const ROMANIAN = ['Bucureşti', 'Iaşi', 'Constanţa', 'Timişoara', 'Braşov', 'Galaţi', 'Ploieşti', 'Brăila', 'Bacău'];
const TURKISH = ['İstanbul', 'Diyarbakır', 'Eskişehir', 'Muğla', 'Kırşehir', 'Şanlıurfa', 'Niğde', 'Çorum', 'Düzce'];
const LITHUANIAN = ['Šiauliai', 'Panevėžys', 'Alytus', 'Marijampolė', 'Mažeikiai', 'Utena', 'Kėdainiai', 'Tauragė'];
const LATVIAN = ['Rīga', 'Liepāja', 'Jūrmala', 'Jēkabpils', 'Rēzekne', 'Cēsis', 'Ķekava', 'Valmiera'];
const GERMAN = ['München', 'Köln', 'Düsseldorf', 'Nürnberg', 'Gießen', 'Lübeck', 'Saarbrücken', 'Würzburg'];
const FRENCH = ['Besançon', 'Orléans', 'Nîmes', 'Saint-Étienne', 'Angoulême', 'Béziers', 'Sète', 'L’Haÿ-les-Roses'];
const SPANISH = ['Málaga', 'Córdoba', 'León', 'Cádiz', 'A Coruña', 'Ávila', 'Jaén', 'Logroño'];
const PORTUGUESE = ['São Paulo', 'Brasília', 'Goiânia', 'Maceió', 'Florianópolis', 'Vitória', 'Cuiabá', 'Ribeirão'];
const NORDIC = ['Malmö', 'Gävle', 'Århus', 'Tromsø', 'Jyväskylä', 'Reykjavík', 'Næstved', 'Växjö'];

describe('letters tell one table of single bytes from another', () => {
  it.each([
    ['windows-1250', POLISH],
    ['windows-1250', CZECH],
    ['windows-1250', HUNGARIAN],
    ['windows-1250', CROATIAN],
    ['windows-1250', ROMANIAN],
    ['iso-8859-2', POLISH],
    ['iso-8859-2', CZECH],
    ['iso-8859-2', CROATIAN],
    ['windows-1254', TURKISH],
    ['windows-1257', LITHUANIAN],
    ['windows-1257', LATVIAN],
    ['macintosh', GERMAN],
    ['macintosh', FRENCH],
    ['macintosh', SPANISH],
    ['macintosh', PORTUGUESE],
    ['macintosh', NORDIC],
  ])('%s: %j', async (encoding, cells) => {
    expect(words(await read(encoded(rows(cells), encoding)))).toEqual(cells);
  });

  it.each([
    ['windows-1252', GERMAN],
    ['windows-1252', FRENCH],
    ['windows-1252', SPANISH],
    ['windows-1252', PORTUGUESE],
    ['windows-1252', NORDIC],
    ['windows-1252', ['5 m²', '20 °C', '£100', '½', '3 µm', '10×20', '“so”', '5 €', 'it’s', '©2020']],
    ['windows-1252', ['la città è', 'perché', 'più', 'può']],
    ['windows-1251', ['Москва', 'Новосибирск', 'Казань', 'Самара', 'Омск']],
    ['windows-1253', ['Αθήνα', 'Θεσσαλονίκη', 'Πάτρα', 'Ηράκλειο', 'Λάρισα']],
  ])('%s without a doubt: %j', async (encoding, cells) => {
    const given = await read(encoded(rows(cells), encoding));
    expect(words(given)).toEqual(cells);
    expect(given.notes.find(({ code }) => code === 'ambiguous-encoding')).toBeUndefined();
  });

  it('where a word is one in both, the other is offered', async () => {
    const given = await read(encoded(rows(['Băbeni']), 'windows-1250'));
    expect([words(given)[0], given.encoding.other]).toEqual(['Bãbeni', 'windows-1250']);
    expect(given.notes.find(({ code }) => code === 'ambiguous-encoding')?.mend).toMatchObject({
      params: { encoding: 'windows-1250' },
    });
  });

  it.each([
    ['windows-1251', ['мъж', 'име', 'пол', 'ден', 'муж', 'год', 'имя', 'нет', 'цена', 'дата', 'София', 'Москва']],
    ['windows-1253', ['ναι', 'όχι', 'τιμή', 'πόλη', 'Αθήνα']],
    ['big5', ['台北', '基隆', '嘉義', '高雄', '姓名']],
    ['shift_jis', ['福岡', '横浜', '仙台', '東京', '未定']],
  ])('a single word of %s is read right, or something else is offered', async (encoding, cells) => {
    for (const cell of cells) {
      const bytes = encoding.startsWith('w') ? encoded(rows([cell]), encoding) : wideEncoded(rows([cell]), encoding);
      const given = await read(bytes);
      const told = given.notes.some(({ code }) => code === 'ambiguous-encoding');
      expect(words(given)[0] === cell || told, `${cell} as ${given.encoding.encoding}`).toBe(true);
    }
  });

  it('where both read the same, nothing is said', async () => {
    const given = await read(encoded(rows(['Müller', 'Köln']), 'windows-1250'));
    expect(given.encoding).toEqual({ encoding: 'windows-1252', bom: 0 });
  });

  it('a later file of one word is read as the first was', async () => {
    const { reading = { format: '' } } = (await read(encoded(rows(ROMANIAN), 'windows-1250'))).table.recipe;
    const later = await readCsv(encoded(rows(['Băbeni']), 'windows-1250'), choiceLike(reading, CSV_CHOICE));
    expect(words(later)).toEqual(['Băbeni']);
    const unicode = await readCsv(new TextEncoder().encode(rows(['Bãbeni'])), choiceLike(reading, CSV_CHOICE));
    expect(words(unicode)).toEqual(['Bãbeni']);
  });
});

describe('a table of single bytes', () => {
  it('has the euro and quotation marks of Windows in every engine', async () => {
    const given = await read(encoded(rows(['5 €', '“so”', 'Café']), 'windows-1252'));
    expect(words(given)).toEqual(['5 €', '“so”', 'Café']);
  });
});

describe('four bytes a character', () => {
  const cells = ['종로', '강남', 'a😀b'];
  it.each([
    ['little, marked', true, true, 'utf-32le'],
    ['big, marked', false, true, 'utf-32be'],
    ['little', true, false, 'utf-32le'],
    ['big', false, false, 'utf-32be'],
  ])('%s', async (_what, little, marked, encoding) => {
    const given = await read(utf32(rows(cells), little, marked));
    expect([given.encoding.encoding, words(given)]).toEqual([encoding, cells]);
  });

  it('over the ends of chunks, with what is no character told', async () => {
    const bytes = utf32(rows(Array.from({ length: 40_000 }, (_, i) => `값${i}`)), true, true);
    new DataView(bytes.buffer).setUint32(bytes.length - 8, 0x110000, true);
    const given = await read(bytes);
    expect([given.table.rows, words(given)[39_998]]).toEqual([40_000, '값39998']);
    expect(given.notes.find(({ code }) => code === 'bad-characters')?.count).toBe(1);
  });

  it('two bytes a character are not four', async () => {
    const text = '각\n난\n닫\n';
    const bytes = Uint8Array.from(
      [...text].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]),
    );
    expect((await read(bytes, { header: 'no' })).encoding.encoding).toBe('utf-16le');
  });
});
