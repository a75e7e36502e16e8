import { type Text, text } from '../../lib/text';
import { MOST_INTEGER_CLASSES } from '../../table/class-column';
import {
  familyOf,
  isCalledTarget,
  namesAim,
  namesCount,
  namesPerson,
  namesPlace,
  namesTarget,
  namesTime,
  wordsOf,
} from './column-names';
import type { ColumnLook, DataLook } from './data-look';
import { namesParts, whyAside } from './set-aside';

/** What is probably to be predicted, and by which sign. */
export interface TargetGuess {
  readonly column: string;
  readonly because: Text;
}

/** More words than this are no classes to tell apart. */
const MOST_CLASSES = 50;

/** Whether a column can be predicted at all. */
export const mayBeTarget = (column: ColumnLook, rows: number): boolean =>
  column.type !== 'image' &&
  column.type !== 'date' &&
  column.type !== 'text' &&
  column.distinct > 1 &&
  column.identifies !== 'name' &&
  column.missing <= rows / 2 &&
  !namesParts(column);

/** How many classes a column holds; null where it holds quantities. */
export function classesIn({ type, distinct }: Pick<ColumnLook, 'type' | 'distinct'>): number | null {
  if (type === 'category' || type === 'text' || type === 'boolean') return distinct;
  return type === 'integer' && distinct <= MOST_INTEGER_CLASSES ? distinct : null;
}

/**
 * The column that is probably to be predicted: by its name, by where it stands (at the file's end, else at its start) and
 * by what it holds (few classes, no holes). Null where no column will do.
 */
export function guessTarget(look: DataLook): TargetGuess | null {
  const usable = look.columns.filter(
    (column) => mayBeTarget(column, look.rows) && whyAside(column, look) === null && column.identifies === null,
  );
  const [first] = usable;
  const last = usable.at(-1);
  const ends = placesOf(look, last);
  const families = countBy(look.columns.map(({ name }) => familyOf(name)));
  const axes = ['x', 'y', 'z'].filter((axis) => look.columns.some(({ name }) => name.toLowerCase() === axis));
  let best: { readonly score: number; readonly guess: TargetGuess } | null = null;
  for (const column of usable) {
    const { name } = column;
    const isAxis = axes.length === 3 && axes.includes(name.toLowerCase());
    const byName = isCalledTarget(name) || (wordsOf(name).join() === 'y' && !isAxis);
    const byPlace = column === last ? ends.last : column === first ? ends.first : 0;
    const classes = classesIn(column);
    const fewClasses = classes !== null && classes <= MOST_INTEGER_CLASSES;
    const score =
      (byName ? 10 : namesTarget(name) ? 4 : namesAim(name) ? 4.5 : 0) +
      (look.ordered !== null && classes === null && namesCount(name) ? 3 : 0) +
      byPlace +
      (fewClasses ? 1 : 0) -
      (column.missing > 0 ? 3 : 0) -
      (classes !== null && classes > MOST_CLASSES ? 3 : 0) -
      (namesTime(name) || namesPlace(name) || namesPerson(name) || isAxis ? 4 : 0) -
      ((families.get(familyOf(name)) ?? 0) >= 5 && !look.headless ? 2 : 0);
    if (best !== null && score < best.score) continue;
    const named = byName || namesTarget(name) || namesAim(name);
    const because = named
      ? text('Guessed by its name.', '이름을 보고 추측했어요.')
      : column === last && byPlace > 2
        ? text('Guessed because it stands last.', '맨 뒤에 있어서 추측했어요.')
        : column === first
          ? text('Guessed because it stands at the start.', '앞쪽에 있어서 추측했어요.')
          : text('Guessed by what it holds.', '담긴 값을 보고 추측했어요.');
    best = { score, guess: { column: name, because } };
  }
  return best?.guess ?? null;
}

/** What standing first or last counts for. A file that ends in names or in what never changes was not written towards its target. */
function placesOf({ columns, rows }: DataLook, last: ColumnLook | undefined) {
  const filled = columns.filter((column) => column.missing < rows && column.type !== 'date' && !namesParts(column));
  return filled.at(-1) === last ? { first: 2.5, last: 4 } : { first: 4, last: 1 };
}

function countBy(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
