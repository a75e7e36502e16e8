import { cut } from '../lib/cut-strings';
import type { Text } from '../lib/text';
import { formatOf } from '../models/bodies';
import { decisionWords } from '../models/decision-words';
import type { WireValue } from '../nodes/contract/runner';
import { type NeededInput, predictionInputs } from '../serving/prediction-inputs';
import type { RecipeReplayer } from '../serving/recipe-replayer';
import type { EvaluationReport } from '../stats/metrics/report';
import { cellText } from '../table/cells';
import { type ColumnProfile, profileColumn } from '../table/profile';
import { partSizes } from '../table/rows';
import { fieldsOf } from '../table/schema';
import type { Column, ImageColumn, Table } from '../table/table';
import { PART } from '../table/table';
import type { OutputPreview, PreviewCell, RowsPage } from './looks';

/** A page never holds more rows than this. */
const PAGE_LIMIT = 1_000;

/** A look at an output. Long tables take seconds: `yieldIfDue` is awaited between columns. */
export async function previewOf(
  value: WireValue,
  replayer: RecipeReplayer,
  yieldIfDue: () => Promise<void>,
): Promise<OutputPreview> {
  switch (value.type) {
    case 'table': {
      const { table, notes = [] } = value;
      const profiles: ColumnProfile[] = [];
      for (const column of table.columns) {
        profiles.push(profileColumn(column, table.rows));
        await yieldIfDue();
      }
      return {
        type: 'table',
        rows: table.rows,
        fields: fieldsOf(table.columns),
        parts: table.partition === null ? null : partSizes(table.partition),
        profiles,
        notes,
      };
    }
    case 'model': {
      const { model } = value;
      const { classes } = model.target;
      const format = formatOf(model.body);
      return {
        type: 'model',
        task: model.task,
        target: model.target.name,
        ...(classes === undefined ? {} : { classes }),
        inputs: predictionInputs(model, replayer).map(startOfForm),
        ...(model.recipe.reading === undefined ? {} : { reading: model.recipe.reading }),
        parameters: format.parameters(model.body),
        decision: decisionWords(model),
        rule: model.decision,
        parts: format.parts(model.body, model),
        training: model.training,
      };
    }
    case 'report':
      return { type: 'report', report: value.report, decision: decisionOf(value.report) };
  }
}

function decisionOf({ classes, positiveClass, threshold, groups, target }: EvaluationReport): Text | null {
  const rule =
    positiveClass === undefined || threshold === undefined
      ? null
      : { positive: positiveClass, threshold, ...(groups === undefined ? {} : { groups: { ...groups } }) };
  return decisionWords({
    target: { name: target, ...(classes === undefined ? {} : { classes: [...classes] }) },
    decision: rule,
  });
}

/** The beginning of a long word is another word: a form starts without it. */
const startOfForm = (input: NeededInput): NeededInput =>
  cut(input.typical) === input.typical ? input : { ...input, typical: '' };

/** Rows `from` … `from + count - 1` as text, with where they came from: of the table, or of an order of its rows. */
export function rowsPage(table: Table, from: number, count: number, order?: Uint32Array): RowsPage {
  const of = order?.length ?? table.rows;
  const start = Math.max(0, Math.min(from, of));
  const end = Math.min(of, start + Math.min(count, PAGE_LIMIT));
  const rows = Array.from({ length: end - start }, (_, index) => order?.[start + index] ?? start + index);
  return {
    from: start,
    of,
    sourceRows: rows.map((row) => table.sourceRows?.[row] ?? row),
    parts: table.partition === null ? null : rows.map((row) => partName(table.partition?.[row])),
    cells: rows.map((row) => table.columns.map((column) => previewCell(column, row))),
  };
}

function partName(part: number | undefined): string {
  return Object.entries(PART).find(([, value]) => value === part)?.[0] ?? '';
}

function previewCell(column: Column, row: number): PreviewCell {
  return column.type === 'image' ? imageCell(column, row) : cellText(column, row);
}

/** Pixels as 0 … 255. Values may be 0 … 1, 0 … 16 or 0 … 255: the column's greatest is taken as white. */
function imageCell(column: ImageColumn, row: number): PreviewCell {
  const [height, width, channels] = column.shape;
  const size = height * width * channels;
  const values = column.values.subarray(row * size, (row + 1) * size);
  const white = whiteOf(column);
  const pixels = Uint8Array.from(values, (value) => Math.round(Math.min(1, Math.max(0, value / white)) * 255));
  return { shape: [height, width, channels], pixels };
}

const whites = new WeakMap<Float32Array, number>();

function whiteOf({ values }: ImageColumn): number {
  const known = whites.get(values);
  if (known !== undefined) return known;
  let greatest = 0;
  for (const value of values) if (value > greatest) greatest = value;
  const white = greatest === 0 ? 1 : greatest;
  whites.set(values, white);
  return white;
}
