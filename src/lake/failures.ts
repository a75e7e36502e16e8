import { Failure } from '../lib/failure';
import { korean } from '../lib/korean';
import { text } from '../lib/text';

const LISTED = 8;

/** A data set that is not there, with those that are. */
export function noSuchSet(name: string, known: readonly string[]): Failure {
  const list = known
    .slice(0, LISTED)
    .map((word) => `“${word}”`)
    .join(', ');
  return new Failure({
    code: 'lake-gone',
    message: text(`The data lake has no data set “${name}”.`, `데이터 레이크에 “${name}” 데이터 세트가 없어요.`),
    hint:
      known.length === 0
        ? text('The lake is empty: append a CSV file to it first.', '레이크가 비어 있어요. 먼저 CSV 파일을 추가하세요.')
        : text(
            `Choose one of those there are: ${list}${known.length > LISTED ? ', …' : ''}.`,
            `있는 데이터 세트 중에서 고르세요: ${list}${known.length > LISTED ? ', …' : ''}.`,
          ),
  });
}

/** A version that a data set does not have, with its newest. */
export function noSuchVersion(name: string, hash: string, newest: string): Failure {
  return new Failure({
    code: 'lake-version-gone',
    message: text(
      `The data set “${name}” has no version ${hash.slice(0, 12)}.`,
      `“${name}” 데이터 세트에 ${hash.slice(0, 12)} 버전이 없어요.`,
    ),
    hint: text(
      `Leave the version empty for the newest, or take it by name: ${newest.slice(0, 12)}.`,
      korean`가장 새 버전을 쓰려면 버전을 비우거나 ${newest.slice(0, 12)}을(를) 적으세요.`,
    ),
  });
}

/** Bytes that are not what was written. */
export function damaged(name: string, what: 'changed' | 'vanished'): Failure {
  return new Failure({
    code: 'lake-damaged',
    message:
      what === 'changed'
        ? text(
            `The data set “${name}” has been damaged on the disk: its bytes do not have their hash.`,
            `“${name}” 데이터 세트가 디스크에서 손상되었어요. 내용이 해시와 맞지 않아요.`,
          )
        : text(
            `Some of the rows of the data set “${name}” are no longer on the disk.`,
            `“${name}” 데이터 세트의 행 일부가 디스크에서 사라졌어요.`,
          ),
    hint: text(
      'Bring the folder back from a backup, or remove the data set and append its files again.',
      '백업에서 되살리거나, 데이터 세트를 지우고 파일을 다시 추가하세요.',
    ),
  });
}

/** Rows that a data set has already. */
export function repeated(name: string, from: string): Failure {
  return new Failure({
    code: 'lake-repeated',
    message: text(
      `The rows of “${from}” are in the data set “${name}” already.`,
      `“${from}”의 행은 이미 “${name}” 데이터 세트에 있어요.`,
    ),
    hint: text('Append a file with new rows.', '새 행이 든 파일을 추가하세요.'),
  });
}

/** A name that says nothing. */
export function badName(): Failure {
  return new Failure({
    code: 'lake-name',
    message: text('A data set needs a name of 1 to 200 characters.', '데이터 세트 이름은 1~200자여야 해요.'),
    hint: text('Give it a name.', '이름을 지어 주세요.'),
  });
}

/** Nothing to append. */
export function noRows(from: string): Failure {
  return new Failure({
    code: 'lake-empty',
    message: text(`“${from}” holds no rows.`, `“${from}”에 행이 없어요.`),
    hint: text('Append a file that has rows.', '행이 있는 파일을 추가하세요.'),
  });
}
