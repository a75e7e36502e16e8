import { Failure } from '../../../lib/failure';
import { text } from '../../../lib/text';
import { columnNamed } from '../../../table/columns';
import { CSV_CHOICE, readCsv } from '../../../table/csv/read-csv';
import { sourceFields } from '../../../table/source-fields';
import type { Column, Field } from '../../../table/table';
import { defineRunner } from '../../contract/runner';
import { sampleNamed } from './samples';
import { sampleSpec } from './spec';

export const sampleRunner = defineRunner(sampleSpec, {
  async run(_inputs, { name }, ctx) {
    const { fields } = sampleNamed(name);
    const bytes = await ctx.readAsset(`samples/${name}.csv`);
    const { table } = await readCsv(bytes, CSV_CHOICE, ctx.yieldIfDue);
    const columns = fields.map((field) => shaped(columnNamed(table, field.name), field));
    return {
      table: {
        type: 'table',
        table: { ...table, columns, recipe: { ...table.recipe, source: sourceFields(columns) } },
      },
    };
  },
});

/** The column as its field says: with its role, and digits that are classes as words. */
function shaped(column: Column, field: Field): Column {
  const { name, role, categories } = field;
  if (field.type === 'category' && categories !== undefined && column.type === 'integer') {
    const code = new Map(categories.map((word, index) => [Number(word), index]));
    const codes = Int32Array.from(column.values, (value) => code.get(value) ?? -1);
    return { name, role, type: 'category', codes, dictionary: categories };
  }
  if (field.type === column.type) return { ...column, role };
  // Fractions by nature that happen to be whole.
  if (field.type === 'number' && column.type === 'integer') return { ...column, type: 'number', role };
  throw new Failure({
    code: 'sample-damaged',
    column: name,
    message: text(`The sample’s column “${name}” is not as expected.`, `예제 데이터의 “${name}” 열이 예상과 달라요.`),
    hint: text('Reload the page or install Millrace again.', '페이지를 새로 고치거나 Millrace를 다시 설치하세요.'),
  });
}
