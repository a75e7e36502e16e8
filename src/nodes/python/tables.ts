import { text } from '../../lib/text';
import type { PartName } from '../../table/table';
import type { PyTable } from '../contract/code';
import { call, helper, type Py } from './py';

const rowsOfPart = helper({
  name: 'rows_of',
  why: text(
    'The rows of one part. Rows are known by their index, so that dropped rows shift nothing.',
    '한 부분의 행을 골라요. 행은 인덱스로 찾으므로 중간에 행이 빠져도 어긋나지 않아요.',
  ),
  source: `def rows_of(frame, parts, part):
    return frame[parts.loc[frame.index] == part]`,
  uses: [],
});

/** The rows of a part; all of them where the table was not split. */
export const rowsOf = ({ frame, parts }: PyTable, part: PartName | Py): Py =>
  parts === null ? frame : call(rowsOfPart, [frame, parts, part]);

/** Whether a table has rows of this part is known when it runs; before a split all rows are for training. */
export const isSplit = ({ parts }: PyTable): boolean => parts !== null;

/** The columns that a model reads: features of numbers in the table's order, and of images the pixels. */
export function featuresOf({ schema, images }: PyTable): readonly string[] {
  return schema.fields
    .filter(({ role }) => role === null)
    .flatMap(({ name, type }) => (type === 'image' ? (images.get(name)?.pixels ?? []) : [name]));
}

/** The name of the column that is to be predicted; '' where there is none, which is told before anything is written. */
export const targetName = ({ schema }: PyTable): string =>
  schema.fields.find(({ role }) => role === 'target')?.name ?? '';
