import { z } from 'zod';
import type { FailureDetail } from '../../../lib/failure';
import { count } from '../../../lib/figures';
import { korean } from '../../../lib/korean';
import { text } from '../../../lib/text';
import { UNREAD_TABLE } from '../../../table/schema';
import { chosenFile } from '../../contract/chosen-file';
import { fileReading } from '../../contract/file-reading';
import { defineKind } from '../../contract/kind';

const MEGABYTE = 1024 * 1024;
/** The longest file that is read: its columns must fit in memory beside it. */
export const MAX_FILE_BYTES = 512 * MEGABYTE;

export const fileParams = z.strictObject({ file: chosenFile, ...fileReading.shape });

const AUTO = { value: 'auto', label: text('Find out', '자동') };

export const fileSpec = defineKind({
  id: 'ingest.file',
  version: 4,
  stage: 'ingest',
  role: 'source',
  takes: 'table-file',
  computesWith: 'nothing',
  icon: 'file-spreadsheet',
  title: text('CSV file', 'CSV 파일'),
  keywords: [
    'csv',
    'tsv',
    'file',
    'upload',
    'import',
    'open',
    'excel',
    '파일',
    '업로드',
    '불러오기',
    '데이터 흡수',
    '엑셀',
  ],
  inputs: [],
  outputs: [{ name: 'table', type: 'table', title: text('Table', '표') }],
  params: fileParams,
  form: {
    file: {
      label: text('File', '파일'),
      control: { type: 'file', accept: ['.csv', '.tsv', '.txt', '.tab', 'text/csv', 'text/tab-separated-values'] },
    },
    header: {
      label: text('Header', '머리글'),
      control: {
        type: 'choice',
        options: [
          AUTO,
          { value: 'yes', label: text('First row', '첫 줄이 머리글') },
          { value: 'no', label: text('None', '머리글 없음') },
        ],
      },
      section: 'advanced',
    },
    encoding: {
      label: text('Encoding', '인코딩'),
      control: {
        type: 'choice',
        options: [
          AUTO,
          { value: 'utf-8', label: text('UTF-8', 'UTF-8') },
          { value: 'euc-kr', label: text('CP949 (EUC-KR)', 'CP949 (EUC-KR)') },
          { value: 'utf-16', label: text('UTF-16', 'UTF-16') },
          { value: 'utf-32', label: text('UTF-32', 'UTF-32') },
          { value: 'windows-1252', label: text('Western European (CP1252)', '서유럽(CP1252)') },
          { value: 'shift_jis', label: text('Japanese (Shift_JIS)', '일본어(Shift_JIS)') },
          { value: 'euc-jp', label: text('Japanese (EUC-JP)', '일본어(EUC-JP)') },
          { value: 'gb18030', label: text('Simplified Chinese (GBK)', '중국어 간체(GBK)') },
          { value: 'big5', label: text('Traditional Chinese (Big5)', '중국어 번체(Big5)') },
          { value: 'windows-1251', label: text('Cyrillic (CP1251)', '키릴 문자(CP1251)') },
          { value: 'koi8-r', label: text('Cyrillic (KOI8-R)', '키릴 문자(KOI8-R)') },
          { value: 'windows-1253', label: text('Greek (CP1253)', '그리스 문자(CP1253)') },
          { value: 'windows-1250', label: text('Central European (CP1250)', '중부 유럽(CP1250)') },
          { value: 'iso-8859-2', label: text('Central European (ISO 8859-2)', '중부 유럽(ISO 8859-2)') },
          { value: 'windows-1254', label: text('Turkish (CP1254)', '튀르키예어(CP1254)') },
          { value: 'windows-1257', label: text('Baltic (CP1257)', '발트어(CP1257)') },
          { value: 'macintosh', label: text('Mac Roman', 'Mac Roman') },
        ],
      },
      section: 'advanced',
    },
    delimiter: {
      label: text('Delimiter', '구분 기호'),
      control: {
        type: 'choice',
        options: [
          AUTO,
          { value: 'comma', label: text('Comma ,', '쉼표 ,') },
          { value: 'semicolon', label: text('Semicolon ;', '세미콜론 ;') },
          { value: 'tab', label: text('Tab', '탭') },
          { value: 'bar', label: text('Bar |', '세로줄 |') },
        ],
      },
      section: 'advanced',
    },
    quote: {
      label: text('Quotes', '따옴표'),
      control: {
        type: 'choice',
        options: [
          AUTO,
          { value: 'double', label: text('Double quotes "a, b"', '큰따옴표 "a, b"') },
          { value: 'single', label: text("Apostrophes 'a, b'", "작은따옴표 'a, b'") },
        ],
      },
      section: 'advanced',
    },
    backslash: {
      label: text('Backslash', '역슬래시'),
      control: {
        type: 'choice',
        options: [
          AUTO,
          { value: 'plain', label: text('A character like others', '보통 글자') },
          { value: 'escape', label: text('Before marks a\\, b', '기호 앞에 씀 a\\, b') },
        ],
      },
      section: 'advanced',
    },
    decimal: {
      label: text('Decimal mark', '소수점'),
      control: {
        type: 'choice',
        options: [
          AUTO,
          { value: 'point', label: text('Point 1.5', '점 1.5') },
          { value: 'comma', label: text('Comma 1,5', '쉼표 1,5') },
          { value: 'both', label: text('Both 1,5 and 1.5', '둘 다 1,5와 1.5') },
        ],
      },
      section: 'advanced',
    },
    missing: {
      label: text('Missing words', '결측으로 볼 말'),
      control: { type: 'words' },
      section: 'advanced',
    },
    nothing: {
      label: text('None, - and the like', '없음, - 같은 말'),
      control: {
        type: 'choice',
        options: [
          { value: 'kept', label: text('Answers among words', '글자 열에서는 답') },
          { value: 'missing', label: text('Always missing', '언제나 결측') },
        ],
      },
      section: 'advanced',
    },
    dates: {
      label: text('Day and month', '일과 월'),
      control: {
        type: 'choice',
        options: [
          AUTO,
          { value: 'day-first', label: text('Day first', '일 먼저') },
          { value: 'month-first', label: text('Month first', '월 먼저') },
        ],
      },
      section: 'advanced',
    },
  },
  summary: ({ file }) => (file === null ? text('No file chosen', '파일을 고르지 않음') : text(file.name, file.name)),
  infer: (_inputs, { file }) => ({
    outputs: { table: UNREAD_TABLE },
    problems:
      file === null
        ? [
            {
              code: 'no-file',
              severity: 'error',
              param: 'file',
              message: text('No file has been chosen.', '파일을 고르지 않았어요.'),
              hint: text('Choose a CSV file or drop one here.', 'CSV 파일을 고르거나 여기에 끌어다 놓으세요.'),
            },
          ]
        : file.bytes > MAX_FILE_BYTES
          ? [{ ...tooLarge(file.bytes), severity: 'error', param: 'file' }]
          : [],
  }),
});

/** What is said of a file beyond {@link MAX_FILE_BYTES}. */
export function tooLarge(bytes: number): FailureDetail {
  const size = `${count(Math.ceil(bytes / MEGABYTE))} MB`;
  return {
    code: 'file-too-large',
    message: text(`The file has ${size}; the limit is 512 MB.`, korean`파일이 ${size}(으)로, 한도인 512 MB를 넘어요.`),
    hint: text(
      'Split the file, or keep only the columns and rows you need.',
      '파일을 나누거나 필요한 열과 행만 남기세요.',
    ),
  };
}
