import { text } from '../../../lib/text';
import type { HelpOf } from '../../contract/help';
import type { fileSpec } from './spec';

export const fileHelp: HelpOf<typeof fileSpec> = {
  kind: text(
    'Reads a CSV or TSV file into a table. Encoding, delimiter, header and the type of every column are found from the data, and whatever had to be repaired is listed with its line. The file stays on this machine.',
    'CSV나 TSV 파일을 표로 읽어요. 인코딩, 구분 기호, 머리글, 열의 형식을 데이터에서 알아내고, 고친 것은 줄 번호와 함께 모두 보여 줘요. 파일은 이 컴퓨터를 떠나지 않아요.',
  ),
  fields: {
    file: text('CSV, TSV or text, up to 512 MB.', 'CSV, TSV, 텍스트 파일. 최대 512 MB.'),
    header: text('Whether the first row names the columns.', '첫 줄이 열 이름인지 정해요.'),
    encoding: text('Choose one if letters come out wrong.', '글자가 깨져 보이면 직접 고르세요.'),
    decimal: text(
      '“Both” is for columns that have both marks, where either then is decimal; other columns are read as they show.',
      '“둘 다”는 두 기호가 섞인 열에만 쓰여요. 거기서는 어느 쪽이든 소수점으로 읽고, 다른 열은 적힌 대로 읽어요.',
    ),
    quote: text('What cells stand in that hold delimiters.', '구분 기호가 든 칸을 감싸는 기호예요.'),
    backslash: text(
      'Whether it makes the delimiter or quote after it a part of the cell.',
      '뒤에 오는 구분 기호나 따옴표를 칸의 글자로 만드는지 정해요.',
    ),
    missing: text(
      'A cell with one of these words is missing. Empty cells are always missing.',
      '이 말이 적힌 칸은 결측으로 봐요. 빈칸은 언제나 결측이에요.',
    ),
    nothing: text(
      'None, nil, -, --, . and the like are missing among numbers and dates. In a column of words they may be an answer.',
      'None, nil, 없음, -, --, .은 수나 날짜 사이에서는 결측이에요. 글자로 된 열에서는 답일 수 있어요.',
    ),
    dates: text(
      'Which comes first in dates such as 08/02/2021 where no date of the column tells.',
      '08/02/2021처럼 열의 어느 날짜로도 알 수 없을 때 먼저 오는 것을 정해요.',
    ),
  },
};
