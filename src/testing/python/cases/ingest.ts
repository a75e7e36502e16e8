import { createRandom, type Random } from '../../../lib/random';
import { exampleDocument, exampleNode, exampleWires } from '../../graph/example-catalog';
import type { AgreementCase } from '../agreement';

const HASH = 'a'.repeat(64);

/** A file that a person gave, read into the table that the engine makes of it. */
function fileCase(name: string, bytes: Uint8Array, params = {}): AgreementCase {
  const file = { name: 'rows.csv', hash: HASH, bytes: bytes.length };
  return {
    about: 'ingest.file',
    name,
    document: exampleDocument([exampleNode('read', 'ingest.file', { params: { file, ...params } })], []),
    checks: [{ end: 'read.table', within: 0 }],
    inputs: new Map([[HASH, bytes]]),
  };
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const repeated = (times: number, line: (i: number) => string): string =>
  Array.from({ length: times }, (_, i) => `${line(i)}\n`).join('');

/** Files by what is unusual about them. */
const FILES: readonly (readonly [name: string, text: string, params?: object])[] = [
  ['plain', 'a,b,c\n1,2.5,x\n2,,y\n3,0.125,x\n'],
  ['dates in each usual form', `d,n\n${repeated(9, (i) => `2024-03-0${i + 1},${i}`)}`],
  ['times in a zone', `d,n\n${repeated(9, (i) => `2024-03-0${i + 1}T10:00:00+09:00,${i}`)}`],
  ['times in a zone of hours', `d,n\n${repeated(9, (i) => `2024-03-0${i + 1} 10:00:00.25+09,${i}`)}`],
  ['hours of half a day', `d,n\n${repeated(9, (i) => `2024-03-0${i + 1} 오${i % 2 ? '후' : '전'} ${i + 1}:05,${i}`)}`],
  ['fractions of milliseconds', `d,n\n${repeated(9, (i) => `2024-03-01 10:00:0${i}.123987,${i}`)}`],
  ['month first', `d,n\n${repeated(9, (i) => `03/${i + 10}/2024,${i}`)}`],
  [
    'both orders',
    `d,n\n${repeated(20, (i) => `0${(i % 9) + 1}/${String(i + 1).padStart(2, '0')}/2024,${i}`)}25/03/2024,1\n`,
  ],
  ['digits for dates', `d,n\n${repeated(9, (i) => `2024030${i + 1},${i}`)}2024-03-11,3\n`],
  ['Korean dates with gaps', `d,n\n${repeated(9, (i) => `2024년 3월 ${i + 1}일,${i}`)}`],
  ['dates with points', `d,n\n${repeated(9, (i) => `2024. 3. ${i + 1}.,${i}`)}`],
  ['month names', `d,n\n${repeated(9, (i) => `March ${i + 1}, 2024,${i}`).replaceAll(/(March \d, 2024)/g, '"$1"')}`],
  [
    'many wrong dates',
    `d,n\n${repeated(400, (i) => `2024-03-${String((i % 30) + 1).padStart(2, '0')},${i}`)}${repeated(40, (i) => `soon ${i},1`)}`,
  ],
  ['many wrong numbers', `a,n\n${repeated(600, (i) => `${i}.5,${i}`)}${repeated(40, (i) => `about ${i},1`)}`],
  ['truth', 'f,n\ntrue,1\nFalse,2\n,3\nTRUE,4\n'],
  ['truth in unusual letters', 'f,n\ntRUE,1\nfalse ,2\n,3\nTRUE,4\n'],
  ['mostly truth', `f,n\n${repeated(20, (i) => `${i % 2 ? 'true' : 'false'},${i}`)}7,1\nmaybe,2\n`],
  ['thousands', 'a,b\n"1,234",1\n"12,345.5",2\n7,3\n'],
  ['thousands of lakhs', `a,b\n${repeated(9, (i) => `"1${i},34,567",1`)}`],
  ['points for thousands', `a;b\n${repeated(9, (i) => `1.23${i},5;1`)}`],
  ['spaces for thousands', `a;b\n${repeated(9, (i) => `1 23${i};1`)}`],
  ['currency, percent and parentheses', 'a,b,c\n₩1000,5%,(3)\n₩2000,7.5 %,4\n,,5-\n'],
  ['wide digits', `a,b\n${repeated(9, (i) => `１２${i},1`)}`],
  ['words that look like numbers', 'zip,n\n00123,1\n04567,2\n'],
  ['words that look like missing ones', `a,n\n${repeated(9, (i) => `${['None', '-', 'yes'][i % 3]},${i}`)}`],
  [
    'missing here, an answer there',
    `a,b\n${repeated(9, (i) => `${['-', '3', '4'][i % 3]},${['-', 'yes', 'no'][i % 3]}`)}`,
  ],
  ['numbers that mean missing', `a,b\n${repeated(9, (i) => `${i % 3 ? i : -999},x`)}`, { missing: ['-999'] }],
  ['nothing is missing', `a,b\n${repeated(9, (i) => `${['NA', 'EU', 'null'][i % 3]},1`)}`, { missing: [] }],
  ['spaces around words', 'a, b\nx, yes\nx , no\nx, yes\ny,yes\n'],
  ['letters in parts', `나이,도시\n${repeated(8, (i) => `${i},${'부산'.normalize('NFD')}`)}`],
  ['names used twice and none', 'a,a,,b\n1,2,3,4\n5,6,7,8\n'],
  ['no header', '1,2.5\n3,4.5\n', { header: 'no' }],
  ['remarks above', '# made by hand\n# twice\na,b\n1,2\n3,4\n'],
  ['a delimiter is named', 'sep=;\na;b\n1;2\n3;4\n'],
  ['a title above', 'Sales of the year,,\n\na,b,c\n1,2,x\n3,4,y\n5,6,x\n'],
  ['blank lines', '\n\na,b\n1,2\n\n3,4\n\n'],
  ['a line of spaces', 'a,b\n1,2\n   \n3,4\n'],
  ['uneven rows', 'a,b\n1,2\n3\n4,5\n6,7,8\n'],
  ['short rows', 'a,b,c\n1,2\n3\n4,5,6\n'],
  ['a longer row of names', 'a,b,c,\n1,2,3\n4,5,6\n'],
  ['quotes within', 'a,b\n"x ""y"", z",1\n"two\nlines",2\n'],
  ['quotes that are none', 'a,b\n5" pipe,1\n"open,2\nz,3\n'],
  ['spaces behind quotes', 'a,b\n"x" ,1\n"y",2\n'],
  ['quotes behind a backslash', `a,b\n${repeated(6, (i) => `"say \\"${i}\\", please",${i}`)}`],
  ['lines that end as a Mac once ended them', 'a,b\r1,2\r3,4\r'],
  ['lines that end as Windows ends them', 'a,b\r\n1,2\r\n3,4'],
  ['bars', 'a|b\n1|2,5\n3|4,5\n'],
  ['one column', 'a\n1\n\n""\n3\n'],
  ['only a header', 'a,b\n'],
  ['digits beyond a float', 'a,b\n0.12345678901234567,1\n1e-300,2\n12345678.123456789,3\n'],
  ['infinite', `a,b\n${repeated(20, (i) => `${i},1`)}inf,2\n-Infinity,3\n`],
  ['keys of objects', '__proto__,constructor,a\n-,x,1\n3,y,2\n4,x,3\n5,y,3\n'],
  ['a column of nothing', 'a,b\n,1\n,2\n'],
  ['letters of other scripts', 'a,b\n東京,1\nمرحبا,2\n😀,3\n'],
];

const encoded: readonly (readonly [name: string, hex: string])[] = [
  ['Hangul of Windows', 'c0cc b8a7 2c6e 0abc adbf ef2c 310a 8c63 2c32 0abc adbf ef2c 330a'],
  ['Western', '6e61 6d65 2c6e 0a4a 6f73 e92c 310a 4d61 7274 ed6e 2c32 0a80 2035 2c33 0a'],
  ['Cyrillic', '6e2c 630a ccee f1ea e2e0 2c31 0ac3 eef0 eee4 20ca e8e5 e22c 320a'],
  ['two bytes a letter', 'fffe 6100 2c00 6200 0a00 3100 2c00 acc0 0a00'],
  ['a mark before', 'efbb bf61 2c62 0a31 2c78 0a'],
  [
    'bytes that are no letters',
    '612c 620a 6162 6364 6566 c3a9 c3a9 c3a9 c3a9 c3a9 c3a9 c3a9 c3a9 c3a9 c3a9 c3a9 c3a9 c3a9 c3a9 c3a9 c3a9 c3a9 c3a9 c3a9 c3a9 c3a9 ff2c 310a',
  ],
];
const fromHex = (hex: string): Uint8Array =>
  Uint8Array.from(hex.replaceAll(' ', '').match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));

/** Dates in several forms that are read from words, and then filled from milliseconds: by two functions of one program. */
function filledDates(): AgreementCase {
  const days = ['2024-03-01', '2024/03/02', 'March 3, 2024', '', '2024-03-05', '2024/03/05', 'March 5, 2024', ''];
  const file = fileCase('dates in several forms', bytesOf(`d,n\n${days.map((day, i) => `"${day}",${i}\n`).join('')}`));
  const [read] = file.document.nodes;
  if (read === undefined) throw new Error('a case reads a file');
  const fill = exampleNode('fill', 'prepare.missing', { params: { numeric: 'most_frequent' } });
  return {
    ...file,
    name: 'dates in several forms, then filled',
    document: exampleDocument([read, fill], exampleWires('read.table > fill.table')),
    checks: [{ end: 'fill.table', within: 0 }],
  };
}

export const ingestCases: readonly AgreementCase[] = [
  ...FILES.map(([name, text, params]) => fileCase(name, bytesOf(text), params)),
  ...encoded.map(([name, hex]) => fileCase(name, fromHex(hex))),
  filledDates(),
];

const pick = <T>(random: Random, from: readonly T[]): T => {
  const found = from[random.integer(from.length)];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
};

const two = (n: number): string => String(n).padStart(2, '0');
const SPELLINGS: readonly ((random: Random) => string)[] = [
  (r) => String(r.integer(1000)),
  (r) => `${r.integer(1000)}.${r.integer(1000)}`,
  (r) => `${r.integer(100)},${r.integer(100)}`,
  (r) => `${1 + r.integer(99)},${two(r.integer(100))}${r.integer(10)}`,
  (r) => `${1 + r.integer(99)}.${two(r.integer(100))}${r.integer(10)},5`,
  (r) => `${pick(r, ['$', '₩', '€', 'KRW ', ''])}${r.integer(100)}${pick(r, ['', '%', ' %', '원', '-', ' '])}`,
  (r) => `(${r.integer(100)})`,
  (r) => `${pick(r, ['+', '-', '−', ''])}${r.integer(9)}e${r.integer(30) - 15}`,
  (r) => pick(r, ['true', 'false', 'True', 'FALSE', 'TRUE ']),
  (r) => pick(r, ['x', 'y', ' x', 'x ', 'NA', 'None', 'nan', 'é', 'é'.normalize('NFD'), '0', '1']),
  (r) => pick(r, ['a"b', '"', "o'clock", 'a,b', 'a;b', 'tab\there', 'line\nbreak', '#x', '=1+1', '\\', '\\"']),
  (r) => `2024-${two(1 + r.integer(12))}-${two(1 + r.integer(28))}`,
  (r) => `${1 + r.integer(31)}/${1 + r.integer(12)}/2024`,
  (r) =>
    `2024-${two(1 + r.integer(12))}-${two(1 + r.integer(28))}${pick(r, [' ', 'T'])}${r.integer(24)}:${two(r.integer(60))}${pick(r, ['', ':07', ':07.5', ':07.123456Z', 'Z', ' UTC', '+0930', ' PM'])}`,
  (r) => `${pick(r, ['Feb', 'March', 'may', 'Sept'])} ${1 + r.integer(28)}, 2024`,
  (r) => `2024${two(1 + r.integer(12))}${two(1 + r.integer(28))}`,
  (r) => `2024년 ${1 + r.integer(12)}월 ${1 + r.integer(31)}일`,
  (r) => pick(r, ['00123', '0456', '12345678901234567890', '9007199254740993', '1234567890.123456789']),
];
const NOTHING: readonly string[] = [
  '',
  '',
  '',
  ' ',
  'NA',
  'N/A',
  '-',
  '?',
  'null',
  'None',
  'nan',
  '없음',
  'abc',
  'inf',
  '.',
];

/** A file made up of what is hard to read. */
function drawnFile(random: Random): string {
  const delimiter = pick(random, [',', ',', ';', '\t', '|']);
  const end = pick(random, ['\n', '\n', '\r\n', '\r']);
  const rows = 3 + random.integer(30);
  const columns = Array.from({ length: 1 + random.integer(4) }, () => ({
    usual: pick(random, SPELLINGS),
    other: pick(random, SPELLINGS),
    odd: random.next() < 0.5 ? 0 : random.next() * 0.2,
    nothing: random.next() < 0.4 ? 0 : random.next() * 0.3,
  }));
  const cell = ({ usual, other, odd, nothing }: (typeof columns)[number]): string => {
    const text = random.next() < nothing ? pick(random, NOTHING) : random.next() < odd ? other(random) : usual(random);
    const mustQuote = text.includes(delimiter) || /[\n\r]/.test(text);
    if (!mustQuote && (random.next() < 0.9 || !text.includes('"'))) return random.next() < 0.03 ? `"${text}" ` : text;
    return `"${text.replaceAll('"', '""')}"`;
  };
  const lines = Array.from({ length: rows }, () => {
    const cells = columns.map(cell);
    if (random.next() < 0.01) cells.push('extra');
    if (random.next() < 0.02) cells.pop();
    return random.next() < 0.02 ? '' : cells.join(delimiter);
  });
  const header = columns.map((_, k) => pick(random, [`c${k}`, `c${k}`, `c${k}`, ` c${k}`, 'c', '', `"c ${k}"`]));
  const above = random.next() < 0.1 ? ['# a remark, "quoted"'] : random.next() < 0.05 ? ['A title', ''] : [];
  return [...above, header.join(delimiter), ...lines].join(end) + (random.next() < 0.8 ? end : '');
}

/** Files drawn by chance. */
export function drawnFileCases(seed: number, count: number): readonly AgreementCase[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, (_, at) => {
    const text = drawnFile(random);
    return fileCase(`${seed}.${at}: ${JSON.stringify(text)}`, bytesOf(text));
  });
}
