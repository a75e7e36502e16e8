import { count, counted, plural } from '../../lib/figures';
import { korean } from '../../lib/korean';
import { text } from '../../lib/text';
import type { DataNote, Mend } from '../../table/notes';

const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ');
const dropped = (names: readonly string[]): Mend => ({
  type: 'columns',
  label: text(`Drop ${quoted(names)}`, `${quoted(names)} 빼기`),
  drop: names,
});

export const givenAway = (column: string, target: string): DataNote => ({
  code: 'target-given-away',
  severity: 'warning',
  count: 1,
  column,
  message: text(
    `This column alone tells “${target}”: what it says is probably known only with the answer.`,
    `이 열만으로 “${target}” 값을 알 수 있어요. 정답이 나온 뒤에야 알 수 있는 값일 가능성이 커요.`,
  ),
  hint: text(
    'Drop it, unless it is really known before the answer.',
    '정답보다 먼저 알 수 있는 값이 아니라면 이 열을 빼 주세요.',
  ),
  mend: dropped([column]),
});

const togetherAway = (
  columns: readonly string[],
): Pick<DataNote, 'severity' | 'count' | 'column' | 'examples' | 'hint' | 'mend'> => ({
  severity: 'warning',
  count: columns.length,
  column: columns[0] ?? '',
  examples: columns.slice(0, 5),
  hint: text(
    'Drop them, unless all of them are really known before the answer.',
    '모두 정답보다 먼저 알 수 있는 값이 아니라면 이 열들을 빼 주세요.',
  ),
  mend: dropped(columns),
});

export const sumGivesAway = (columns: readonly string[], target: string): DataNote => ({
  code: 'target-adds-up',
  ...togetherAway(columns),
  message: text(
    `“${target}” can be worked out exactly by adding up ${quoted(columns)}: they give the answer away.`,
    korean`“${target}”은(는) ${quoted(columns)}을(를) 더하면 정확히 나와요. 이 열들이 정답을 알려 줘요.`,
  ),
});

export const productGivesAway = (columns: readonly string[], target: string): DataNote => ({
  code: 'target-multiplies',
  ...togetherAway(columns),
  message: text(
    `“${target}” can be worked out exactly by multiplying powers of ${quoted(columns)}: they give the answer away.`,
    korean`“${target}”은(는) ${quoted(columns)}의 거듭제곱을 곱하면 정확히 나와요. 이 열들이 정답을 알려 줘요.`,
  ),
});

const asId = (column: string): Pick<DataNote, 'severity' | 'column' | 'hint' | 'mend'> => ({
  severity: 'warning',
  column,
  hint: text('Give it the role “id” in “Choose columns”.', '‘열 고르기’에서 역할을 ‘ID’로 정해 주세요.'),
  mend: {
    type: 'columns',
    label: text(`Make “${column}” an id`, `“${column}” 열을 ID로 정하기`),
    settings: { [column]: { role: 'id' } },
  },
});

export const numberLearned = (column: string, rows: number): DataNote => ({
  code: 'row-number-learned',
  ...asId(column),
  count: rows,
  message: text(
    'This column numbers the rows, and would be learned from: what it says of these rows holds for no other.',
    '행에 번호를 매긴 열인데 학습에 쓰여요. 여기서 배운 것은 다른 행에 맞지 않아요.',
  ),
});

export const nameLearned = (column: string, rows: number): DataNote => ({
  code: 'row-name-learned',
  ...asId(column),
  count: rows,
  message: text(
    'Nearly every row has a word of its own in this column: it names rows, and nothing can be learned from it.',
    '거의 모든 행의 값이 서로 달라요. 행의 이름일 뿐이라 배울 것이 없어요.',
  ),
});

export const numbersAsClasses = (column: string, words: readonly string[], classes: number): DataNote => ({
  code: 'numbers-as-classes',
  severity: 'warning',
  count: words.length,
  column,
  examples: words.slice(0, 5),
  message: text(
    `The target holds numbers beside ${plural(words.length, 'a word', `${words.length} words`)} (${quoted(words.slice(0, 3))}), so it is learned as ${counted(classes, 'class', 'classes')}.`,
    korean`목표 열에 숫자와 글자 ${words.length}가지(${quoted(words.slice(0, 3))})이(가) 섞여 있어서 클래스 ${classes}개로 학습해요.`,
  ),
  hint: text(
    'Give it the type “number” in “Choose columns”: those words become missing.',
    '‘열 고르기’에서 유형을 ‘실수’로 정해 주세요. 그 글자는 결측이 돼요.',
  ),
  mend: {
    type: 'columns',
    label: text(`Read “${column}” as numbers`, `“${column}” 열을 수로 읽기`),
    settings: { [column]: { type: 'number' } },
    unreadable: 'missing',
  },
});

export const splitAtRandom = (column: string): DataNote => ({
  code: 'time-split-at-random',
  severity: 'warning',
  count: 1,
  column,
  message: text(
    `The rows are in order of time (“${column}”), but the test rows are drawn at random: the model learns from rows that come after those it is tested on.`,
    `행이 “${column}” 열의 시간 순서인데 테스트 행을 무작위로 뽑아요. 모델이 테스트 행보다 나중의 행을 보고 배우게 돼요.`,
  ),
  hint: text('Split by time.', '시간순으로 나눠 주세요.'),
  mend: {
    type: 'params',
    label: text('Split by time', '시간순으로 나누기'),
    params: { method: 'time', timeColumn: column },
  },
});

export const rowsTwice = (rows: number, all: number): DataNote => ({
  code: 'rows-twice',
  severity: 'warning',
  count: rows,
  message: text(
    `${count(rows)} of ${count(all)} ${plural(all, 'row')} ${plural(rows, 'stands', 'stand')} in the table more than once, so many test rows are among the training rows: the test looks better than it is.`,
    `${count(all)}행 중 ${count(rows)}행이 표에 두 번 이상 있어요. 많은 테스트 행이 학습 행에도 있어서 테스트 점수가 실제보다 좋게 나와요.`,
  ),
  hint: text(
    'Look whether rows were added twice, and take them out of the file.',
    '행이 중복해서 들어갔는지 살펴보고 파일에서 빼 주세요.',
  ),
});
