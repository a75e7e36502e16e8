import { counted } from '../../lib/figures';
import { korean } from '../../lib/korean';
import { type Text, text } from '../../lib/text';
import type { DataNote } from '../notes';
import { amount } from '../notes';
import type { Delimiter, Quoting } from './delimiters';
import type { Dialect } from './dialect';
import type { DetectedEncoding } from './encoding';
import type { RowRemark } from './row-remarks';
import type { CsvScan } from './scan';

/** What was settled about the file as a whole, where it is not the plain case. */
export function dialectNotes(
  dialect: Dialect,
  { encoding, other }: DetectedEncoding,
  badCharacters: number,
): DataNote[] {
  const notes: DataNote[] = [];
  if (encoding !== 'utf-8') {
    const name = encodingName(encoding);
    const message = text(`The file was read as ${name}.`, `파일을 ${name} 인코딩으로 읽었어요.`);
    notes.push({ code: 'encoding', severity: 'info', message, count: 1 });
    if (other !== undefined) notes.push(otherEncoding(encoding, other));
  }
  if (badCharacters > 0) {
    const message = text(
      `${amount(badCharacters, 'character')} not decoded; try another encoding.`,
      `글자 ${badCharacters}개를 해독하지 못했어요. 다른 인코딩을 골라 보세요.`,
    );
    notes.push({ code: 'bad-characters', severity: 'warning', message, count: badCharacters });
  }
  if (dialect.decimal === ',') {
    const message = text('Numbers were read with a decimal comma.', '쉼표를 소수점으로 읽었어요.');
    notes.push({ code: 'decimal-comma', severity: 'info', message, count: 1 });
  }
  if (dialect.otherDelimiter !== null) notes.push(otherDelimiter(dialect.delimiter, dialect.otherDelimiter));
  notes.push(...quotingNotes(dialect));
  if (dialect.comments.length > 0) {
    const count = dialect.comments.length;
    const message = text(
      `${amount(count, 'remark')} left out above the header.`,
      `머리글 위의 설명 ${count}줄을 뺐어요.`,
    );
    notes.push({ code: 'remarks', severity: 'info', message, count, examples: dialect.comments.slice(0, 5) });
  }
  if (dialect.titles.length > 0) {
    const count = dialect.titles.length;
    const message = text(
      `${amount(count, 'title line')} left out above the header.`,
      `머리글 위의 제목 ${count}줄을 뺐어요.`,
    );
    notes.push({ code: 'title-rows', severity: 'warning', message, count, examples: dialect.titles.slice(0, 5) });
  }
  if (dialect.header === null) {
    const message = text(
      'The first row looks like data, so the columns got names of their own.',
      '첫 줄이 데이터로 보여 열 이름을 새로 붙였어요.',
    );
    notes.push({ code: 'no-header', severity: 'warning', message, count: 1, rows: [dialect.dataLine] });
  }
  return notes;
}

const ENCODING_NAMES: Readonly<Record<string, string>> = { 'euc-kr': 'CP949 (EUC-KR)', macintosh: 'Mac Roman' };
const encodingName = (encoding: string): string => ENCODING_NAMES[encoding] ?? encoding.toUpperCase();

function otherEncoding(used: string, other: string): DataNote {
  const [a, b] = [encodingName(used), encodingName(other)];
  return {
    code: 'ambiguous-encoding',
    severity: 'warning',
    count: 1,
    message: text(
      `It was read as ${a}; ${b} would fit nearly as well.`,
      korean`${a}(으)로 읽었지만 ${b}일 수도 있어요.`,
    ),
    hint: text(
      'Look at the words, and choose the encoding if they are wrong.',
      '글자를 보고 틀리면 인코딩을 골라 주세요.',
    ),
    mend: { type: 'params', label: text(`Read as ${b}`, korean`${b}(으)로 읽기`), params: { encoding: other } },
  };
}

const NAMES: Readonly<Record<Delimiter, { readonly param: string; readonly name: Text }>> = {
  ',': { param: 'comma', name: text('commas', '쉼표') },
  ';': { param: 'semicolon', name: text('semicolons', '세미콜론') },
  '\t': { param: 'tab', name: text('tabs', '탭') },
  '|': { param: 'bar', name: text('bars', '세로줄') },
};

function otherDelimiter(used: Delimiter, other: Delimiter): DataNote {
  const [a, b] = [NAMES[used].name, NAMES[other].name];
  return {
    code: 'ambiguous-delimiter',
    severity: 'warning',
    count: 1,
    message: text(
      `The file was cut at ${a.en}; ${b.en} would fit nearly as well.`,
      korean`${a.ko}(으)로 나눠 읽었어요. ${b.ko}(으)로 나눠도 거의 같이 맞아요.`,
    ),
    hint: text(
      'Look at the columns, and choose the delimiter if they are wrong.',
      '열을 보고 틀리면 구분 기호를 골라 주세요.',
    ),
    mend: {
      type: 'params',
      label: text(`Cut at ${b.en}`, korean`${b.ko}(으)로 나누기`),
      params: { delimiter: NAMES[other].param },
    },
  };
}

/** How cells hold delimiters, where it is not by double quotes that are doubled within. */
function quotingNotes({ quote, backslash, otherQuoting: other }: Dialect): DataNote[] {
  const notes: DataNote[] = [];
  if (quote === "'") {
    notes.push({
      code: 'single-quotes',
      severity: 'info',
      count: 1,
      message: text(
        'Cells stand in apostrophes, and were read so.',
        '칸을 작은따옴표로 감싼 파일이라 그렇게 읽었어요.',
      ),
      mend: { type: 'params', ...READ_WITH['"'] },
    });
  }
  if (backslash) {
    notes.push({
      code: 'backslash-quotes',
      severity: 'info',
      count: 1,
      message: text(
        'Marks within cells are written with a backslash, and were read so.',
        '칸 안의 따옴표와 구분 기호를 역슬래시로 적은 파일이라 그렇게 읽었어요.',
      ),
      mend: { type: 'params', ...READ_WITH.plain },
    });
  }
  if (other !== null) {
    notes.push({
      code: 'ambiguous-quoting',
      severity: 'warning',
      count: 1,
      message: text(
        'The cells fit as well where apostrophes or backslashes hold them together.',
        '작은따옴표나 역슬래시로 칸을 묶어 읽어도 똑같이 맞아요.',
      ),
      hint: text(
        'Look at the columns, and choose how cells are quoted if they are wrong.',
        '열을 보고 틀리면 칸을 묶는 방법을 골라 주세요.',
      ),
      mend: { type: 'params', ...readWith(other, { quote, backslash }) },
    });
  }
  return notes;
}

const READ_WITH = {
  '"': { label: text('Read apostrophes as they stand', '작은따옴표를 글자로 읽기'), params: { quote: 'double' } },
  "'": { label: text('Read cells in apostrophes', '작은따옴표로 묶어 읽기'), params: { quote: 'single' } },
  plain: { label: text('Read backslashes as they stand', '역슬래시를 글자로 읽기'), params: { backslash: 'plain' } },
  escape: { label: text('Read marks behind backslashes', '역슬래시를 풀어 읽기'), params: { backslash: 'escape' } },
} as const;

const readWith = (other: Quoting, used: Quoting) =>
  other.quote !== used.quote ? READ_WITH[other.quote] : READ_WITH[other.backslash ? 'escape' : 'plain'];

/** What was repaired row by row. */
export function scanNotes({ rows: count, lines, remarks }: CsvScan, dialect: Dialect): DataNote[] {
  const notes: DataNote[] = [];
  const { width } = dialect;
  const { short } = remarks;
  if (count === 0) {
    const message = text('There is a header but no row of data.', '머리글만 있고 데이터 행이 없어요.');
    notes.push({ code: 'header-only', severity: 'warning', message, count: 1 });
  }
  if (remarks.longCount > 0) {
    const message = text(
      `${amount(remarks.longCount, 'row', 'has')} more than ${counted(width, 'cell')}; what is beyond was left out.`,
      `행 ${remarks.longCount}개에 값이 ${width}개보다 많아 남는 값을 뺐어요.`,
    );
    notes.push({ code: 'long-rows', severity: 'warning', message, count: remarks.longCount, ...first(remarks.long) });
  }
  if (short.length > 0) {
    const message = text(
      `${amount(short.length, 'row', 'has')} fewer than ${counted(width, 'cell')}; the rest is missing.`,
      `행 ${short.length}개에 값이 ${width}개보다 적어 나머지를 결측으로 두었어요.`,
    );
    const rows = short.slice(0, 10).map((row) => lines[row] ?? 0);
    notes.push({ code: 'short-rows', severity: 'warning', message, count: short.length, rows });
  }
  const blank = remarks.blankCount + dialect.blankBefore;
  if (blank > 0) {
    const message = text(`${amount(blank, 'blank line')} passed over.`, `빈 줄 ${blank}개를 건너뛰었어요.`);
    notes.push({ code: 'blank-lines', severity: 'info', message, count: blank, ...first(remarks.blank) });
  }
  if (remarks.strayCount > 0) {
    const message = text(
      `${amount(remarks.strayCount, 'row', 'has')} quotation marks without a partner, read as characters.`,
      `짝이 맞지 않는 따옴표가 있는 행 ${remarks.strayCount}개에서 따옴표를 글자로 읽었어요.`,
    );
    notes.push({
      code: 'stray-quotes',
      severity: 'warning',
      message,
      count: remarks.strayCount,
      ...first(remarks.strayQuotes),
    });
  }
  return notes;
}

function first(remarks: readonly RowRemark[]): Pick<DataNote, 'rows' | 'examples'> {
  const rows = remarks.slice(0, 10).map(({ line }) => line);
  const examples = remarks.flatMap(({ example }) => (example === undefined ? [] : [example])).slice(0, 5);
  return { ...(rows.length === 0 ? {} : { rows }), ...(examples.length === 0 ? {} : { examples }) };
}
