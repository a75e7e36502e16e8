import { counted, percent, plural } from '../../../lib/figures';
import { speaker } from '../../../lib/message';
import { type Text, text } from '../../../lib/text';

type Streak = {
  /** Batches in a row that have changed, and how many are needed. */
  readonly inARow: number;
  readonly inARowNeeded: number;
  /** What else has changed: `prediction`, `target`. */
  readonly others: readonly string[];
};
type Columns = Streak & {
  readonly changed: readonly string[];
  readonly testable: number;
  readonly needed: number;
  /** The share that `needed` comes from; null where a number of columns is asked for. */
  readonly share: number | null;
};

const OTHERS: Readonly<Record<string, Text>> = {
  prediction: text('the predictions', '예측값'),
  target: text('the labels', '라벨'),
};

function alsoOf(others: readonly string[]): Text {
  const names = others.map((name) => OTHERS[name] ?? text(name, name));
  return text(names.map(({ en }) => `, and so have ${en}`).join(''), names.map(({ ko }) => `, ${ko}도 바뀜`).join(''));
}

function streakOf({ inARow: found, inARowNeeded: needed }: Streak): Text {
  return found > needed
    ? text(
        `for ${counted(found, 'batch', 'batches')} in a row, ${needed} needed`,
        `${found}배치 연속(${needed}배치 필요)`,
      )
    : text(`${found} of ${counted(needed, 'batch', 'batches')} in a row`, `연속 ${needed}배치 중 ${found}배치`);
}

export const distributionWords = {
  'few-rows': ({ chosen, ...streak }: Streak & { readonly chosen: number }) => {
    const [also, row] = [alsoOf(streak.others), streakOf(streak)];
    return text(
      `none of ${counted(chosen, 'column')} has rows enough to compare${also.en}; ${row.en}`,
      `비교할 만큼 행이 있는 열이 ${chosen}개 중 없음${also.ko}, ${row.ko}`,
    );
  },
  columns: ({ changed, testable, needed, share, ...streak }: Columns) => {
    const [also, row] = [alsoOf(streak.others), streakOf(streak)];
    const names = changed.slice(0, 3).map((column) => `“${column}”`);
    const more = changed.length > 3 ? '…' : '';
    const which = names.length === 0 ? '' : ` (${names.join(', ')}${more})`;
    const asked =
      share === null
        ? text(`${needed}`, `${needed}개`)
        : text(`${percent(share)}, which is ${needed}`, `${percent(share)}(${needed}개)`);
    return text(
      `${changed.length} of ${counted(testable, 'column')} ${plural(changed.length, 'has', 'have')} changed${which}, bound ${asked.en}${also.en}; ${row.en}`,
      `${testable}개 열 중 ${changed.length}개가 바뀜${which}, 기준 ${asked.ko}${also.ko}, ${row.ko}`,
    );
  },
};

export const sayOfDistribution = speaker('distribution', distributionWords);
