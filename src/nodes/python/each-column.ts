import type { Text } from '../../lib/text';
import type { AnyCodeNode } from '../contract/code';
import { block, type Line, line, list, type Py, type PyValue, py } from './py';

/** The same done to the cells of columns: one statement, or a loop over several. */
export function eachColumn(
  { name }: Pick<AnyCodeNode, 'name'>,
  frame: Py,
  columns: readonly string[],
  made: (cells: Py) => Py,
  why: Text,
): readonly Line[] {
  const [first] = columns;
  if (first === undefined) return [];
  const statement = (column: PyValue): Py => {
    const cells = py`${frame}[${column}]`;
    return py`${cells} = ${made(cells)}`;
  };
  if (columns.length === 1) return [line(statement(first), why)];
  const column = name('column');
  return [block(py`for ${column} in ${list(columns)}:`, [line(statement(column))], why)];
}
