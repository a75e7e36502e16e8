import { percent } from '../../lib/figures';
import { type Text, text } from '../../lib/text';
import type { ColumnLook, DataLook, SetAside } from './data-look';

/** A column with more holes than this says too little. */
const MOST_MISSING = 2 / 3;
/** Words of which so large a share of the rows has one of its own tell rows apart, not kinds of rows. */
const OWN_WORDS = 0.5;
const FEW_WORDS = 20;

/** Why a column can teach nothing, whatever is to be predicted; null where it can. */
export function whyAside(column: ColumnLook, look: DataLook): SetAside | null {
  const { name, missing, distinct, distinctIsExact, type } = column;
  const present = look.rows - missing;
  const aside = (as: SetAside['as'], reason: Text, mayStay = true): SetAside => ({
    column: name,
    as,
    reason,
    mayStay,
  });
  if (present === 0) return aside('drop', text('It is empty.', '비어 있어요.'), false);
  if (column.identifies === 'number') return aside('id', text('It numbers the rows.', '행에 번호를 매긴 열이에요.'));
  if (column.identifies === 'name') {
    return aside(
      'id',
      text('Nearly every row has a word of its own: it names rows.', '거의 모든 행의 값이 달라요. 행의 이름이에요.'),
    );
  }
  if (distinct <= 1) return aside('drop', text('It says the same in every row.', '모든 행의 값이 같아요.'));
  if (type === 'text') {
    return aside(
      'drop',
      text(
        'It holds names or free text, which is not learned from yet.',
        '이름이나 자유롭게 쓴 글이라 아직 학습에 쓰지 않아요.',
      ),
      false,
    );
  }
  if (namesParts(column)) {
    return aside(
      'id',
      text('It says which part each row belongs to.', '행이 어느 부분에 속하는지 적은 열이에요.'),
      false,
    );
  }
  if (missing > MOST_MISSING * look.rows) {
    const share = percent(Math.round((100 * missing) / look.rows) / 100);
    return aside('drop', text(`${share} of its cells are empty.`, `칸의 ${share}가 비어 있어요.`));
  }
  if (type === 'category' && distinct > FEW_WORDS && (!distinctIsExact || distinct > OWN_WORDS * present)) {
    return aside(
      'drop',
      text('It has too many different words to learn from.', '서로 다른 값이 너무 많아서 배울 것이 없어요.'),
      distinctIsExact,
    );
  }
  if (type === 'date') {
    return name === look.ordered
      ? null
      : aside(
          'drop',
          text('It is a date, which is not learned from as it stands.', '날짜라서 그대로는 학습에 쓰지 않아요.'),
          false,
        );
  }
  return null;
}

/** Words by which somebody has split the rows already. */
export function namesParts({ top, distinct }: ColumnLook): boolean {
  if (top === undefined || distinct < 2 || distinct > 3) return false;
  const words = top.map(({ value }) => value.trim().toLowerCase());
  return words.some((word) => TRAIN.test(word)) && words.every((word) => TRAIN.test(word) || OTHERS.test(word));
}

const TRAIN = /^(train|training)$/;
const OTHERS = /^(valid|validation|val|dev|test|testing)$/;
