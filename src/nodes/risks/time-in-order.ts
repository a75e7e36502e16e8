import { classCarriesOn, quantityCarriesOn } from '../../stats/leaks/carries-on';
import { holdsClasses } from '../../table/class-column';
import { isNumeric, roleColumn } from '../../table/columns';
import { asWords } from '../../table/recipe';
import type { Table } from '../../table/table';

/** Fewer different times than this are no order to speak of. */
const LEAST_TIMES = 10;

/**
 * The column by whose order a random split lets the model see the future: rows stand in order of time, and the target of
 * one is like that of the row before. Null where there is none.
 */
export function timeThatCarriesOn(table: Table): string | null {
  const target = roleColumn(table, 'target');
  if (target === null || target.type === 'image') return null;
  const time = timeInOrder(table);
  if (time === null) return null;
  const carries = holdsClasses(target)
    ? classCarriesOn(asWords(target, 'category').codes)
    : isNumeric(target) && quantityCarriesOn(target.values);
  return carries ? time : null;
}

/** The column of dates, or of the role time, by which the rows stand in order; null where there is none. */
export function timeInOrder(table: Table): string | null {
  for (const column of table.columns) {
    const tells = column.role === 'time' || (column.type === 'date' && column.role !== 'target');
    if (!tells || !('values' in column) || column.type === 'image') continue;
    let [rising, falling, steps] = [0, 0, 0];
    let before = Number.NaN;
    for (const value of column.values) {
      if (Number.isNaN(value)) continue;
      if (value > before) rising++;
      else if (value < before) falling++;
      steps++;
      before = value;
    }
    // A few rows out of place do not unmake an order.
    const [more, fewer] = rising > falling ? [rising, falling] : [falling, rising];
    if (more >= LEAST_TIMES && fewer <= steps / 100 && fewer <= more / 10) return column.name;
  }
  return null;
}
