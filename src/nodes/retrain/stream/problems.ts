import { counted } from '../../../lib/figures';
import { type Text, text } from '../../../lib/text';

interface StreamProblem {
  readonly code: string;
  readonly message: Text;
  readonly hint: Text;
}

/** Fewer rows than this teach a model nothing. */
const MIN_HISTORY = 10;

/** What keeps a table of `rows` rows from being replayed with this history; null where nothing does. */
export function tooFewRows(rows: number, history: number, follows: boolean): StreamProblem | null {
  const least = follows ? 0 : 1;
  if (history >= MIN_HISTORY && history + least <= rows) return null;
  const code = 'too-few-rows';
  if (rows < MIN_HISTORY + least) {
    return {
      code,
      message: text(
        `The table has ${counted(rows, 'row')}, too few to train on and to replay.`,
        `표가 ${rows}행뿐이라 학습하고 재생하기에 부족해요.`,
      ),
      hint: text('Connect a table with more rows.', '행이 더 많은 표를 연결하세요.'),
    };
  }
  if (history < MIN_HISTORY) {
    return {
      code,
      message: text(
        `The history would have ${counted(history, 'row')}; it needs ${MIN_HISTORY} or more.`,
        `이력이 ${history}행뿐이에요. ${MIN_HISTORY}행 이상이어야 해요.`,
      ),
      hint: text('Raise the history’s share.', '이력 비율을 높이세요.'),
    };
  }
  const fit = Math.max(MIN_HISTORY, Math.floor(rows / 3));
  return {
    code,
    message: text(
      `The history takes ${counted(history, 'row')}, and the table has only ${rows}: none is left to be handed out.`,
      `이력이 ${history}행인데 표는 ${rows}행뿐이라 내보낼 행이 남지 않아요.`,
    ),
    hint: text(`Lower the history rows, for example to ${fit}.`, `이력 행 수를 ${fit}행 정도로 줄이세요.`),
  };
}

/** Of a table that is split, or was prepared by steps that learned from rows still to come. */
export function notRaw(isSplit: boolean): StreamProblem {
  const hint = text(
    'Put the stream right after the data, and split and prepare its history output.',
    '스트림을 데이터 바로 뒤에 놓고, 스트림의 이력 출력을 분할하고 준비하세요.',
  );
  return isSplit
    ? {
        code: 'stream-split',
        message: text(
          'The table is split into parts already; a stream hands out rows as they come.',
          '이미 분할한 표예요. 스트림은 들어온 그대로의 행을 내보내요.',
        ),
        hint,
      }
    : {
        code: 'stream-prepared',
        message: text(
          'The table has been prepared already; a stream hands out raw rows, which the model prepares itself.',
          '이미 준비 단계를 거친 표예요. 스트림은 원본 행을 내보내고, 준비는 모델이 스스로 해요.',
        ),
        hint,
      };
}

/** Of an order by time without a column that tells it. */
export function columnWithoutTime(name?: string): StreamProblem {
  return {
    code: name === undefined ? 'column-not-chosen' : 'column-type',
    message:
      name === undefined
        ? text('No column says when each row was made.', '행의 시간을 알려 주는 열이 없어요.')
        : text(`Column “${name}” holds no times.`, `“${name}” 열은 시간이 아니에요.`),
    hint: text(
      'Choose a column of dates or numbers, or take the rows as the table has them.',
      '날짜나 수로 된 열을 고르거나 표에 있는 순서를 그대로 쓰세요.',
    ),
  };
}
