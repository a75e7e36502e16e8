import { Failure } from '../../../lib/failure';
import { counted } from '../../../lib/figures';
import type { JsonObject } from '../../../lib/json';
import { korean } from '../../../lib/korean';
import { text } from '../../../lib/text';
import { replaceColumns, roleColumn } from '../../../table/columns';
import type { DataNote } from '../../../table/notes';
import { refuseTakenNames, sourceRow, withStep, wordsFor } from '../../../table/recipe';
import { trainRows } from '../../../table/rows';
import type { CodedColumn, Column, Table } from '../../../table/table';
import { chosenColumns } from '../../contract/chosen-columns';
import { defineRunner } from '../../contract/runner';
import { encode, outputNames } from './encoding';
import { fitColumn, outcomes } from './fit';
import { encodableTypes, encodeSpec } from './spec';
import { type Encoding, encodeState } from './state';

/** More new cells than this would not fit into a browser's memory. */
const MOST_CELLS = 1e8;

export const encodeRunner = defineRunner(encodeSpec, {
  async run(inputs, params, ctx) {
    const table = inputs.table.table;
    const rows = trainRows(table);
    const types = encodableTypes(params);
    const columns = chosenColumns(table, params.columns, types);
    const target = roleColumn(table, 'target');
    if (target !== null && columns.includes(target)) throw targetChosen(target.name);
    const outcome = params.method === 'target' ? outcomes(target, rows) : null;
    const state: { columns: Encoding[] } = { columns: [] };
    const notes: DataNote[] = passedOver(table, columns, params.columns);
    for (const column of columns) {
      await ctx.yieldIfDue();
      if (!('codes' in column)) continue;
      const encoding = fitColumn(column, rows, params, outcome);
      state.columns.push(encoding);
      notes.push(...groupNote(encoding), ...unknownNote(table, column, encoding));
      ctx.progress(state.columns.length / columns.length);
    }
    refuseTooMany(table, state.columns);
    const step = { kind: 'prepare.encode', nodeId: ctx.nodeId, state };
    return { table: { type: 'table', table: withStep(apply(table, state), step), notes } };
  },
  apply,
  columns(json) {
    const { columns } = encodeState.parse(json);
    const writes = new Map(columns.flatMap((each) => outputNames(each).map((name) => [name, [each.name]] as const)));
    return { writes, needs: [], drops: columns.map(({ name }) => name) };
  },
});

function apply(table: Table, state: JsonObject): Table {
  const replaced = new Map<string, readonly Column[]>();
  for (const encoding of encodeState.parse(state).columns) {
    const column = wordsFor(table, encoding.name);
    if (column !== null) replaced.set(encoding.name, encode(table, column, encoding));
  }
  const left = { ...table, columns: table.columns.filter(({ name }) => !replaced.has(name)) };
  refuseTakenNames(
    left,
    [...replaced.values()].flatMap((columns) => columns.map(({ name }) => name)),
  );
  return replaceColumns(table, replaced);
}

/** Where nobody chose columns, those whose words hardly recur: one for each would say nothing of the next row. */
function passedOver(table: Table, encoded: readonly Column[], chosen: readonly string[]): DataNote[] {
  const left = table.columns.filter(
    (column) => column.type === 'text' && column.role === null && !encoded.includes(column),
  );
  if (chosen.length > 0 || left.length === 0) return [];
  const names = left.map(({ name }) => name);
  const [first, ...others] = names;
  const more = others.length === 0 ? '' : ` +${others.length}`;
  return [
    {
      code: 'columns-passed-over',
      severity: 'warning',
      count: names.length,
      examples: names.slice(0, 10),
      message: text(
        `Passed over, since their words hardly recur: ${first}${more}.`,
        `거의 되풀이되지 않는 글자라 인코딩하지 않았어요: ${first}${more}`,
      ),
      hint: text(
        'Choose them here by name to encode them all the same, or leave them out in “Choose columns”.',
        '그래도 인코딩하려면 여기에서 열을 고르고, 아니면 “열 고르기”에서 빼 주세요.',
      ),
      mend: { type: 'columns', label: text('Leave them out', '빼기'), drop: names },
    },
  ];
}

function groupNote({ name, slots }: Encoding): readonly DataNote[] {
  const words = slots[slots.length - 1]?.words ?? [];
  const label = slots[slots.length - 1]?.label ?? '';
  if (words.length === 0 || (words.length === 1 && words[0] === label)) return [];
  return [
    {
      code: 'rare-grouped',
      severity: 'info',
      count: words.length,
      column: name,
      examples: words.slice(0, 5),
      message: text(`Rare categories were grouped as “${label}”.`, korean`드문 범주를 “${label}”(으)로 묶었어요.`),
    },
  ];
}

function unknownNote(table: Table, column: CodedColumn, encoding: Encoding): readonly DataNote[] {
  const known = new Set(encoding.slots.flatMap(({ words }) => words));
  const rows: number[] = [];
  const examples = new Set<string>();
  let count = 0;
  for (let row = 0; row < column.codes.length; row++) {
    const word = column.dictionary[column.codes[row] ?? -1];
    if (word === undefined || known.has(word)) continue;
    count++;
    if (rows.length < 5) rows.push(sourceRow(table, row));
    if (examples.size < 5) examples.add(word);
  }
  if (count === 0) return [];
  const message = text('Some categories do not occur in the training part.', '학습 데이터에 없는 범주가 있어요.');
  return [
    {
      code: 'unseen-category',
      severity: 'warning',
      count,
      column: column.name,
      rows,
      examples: [...examples],
      message,
    },
  ];
}

function refuseTooMany(table: Table, encodings: readonly Encoding[]): void {
  const columns = encodings.filter(({ output }) => output.as === 'onehot').map(({ slots }) => slots.length);
  const all = columns.reduce((sum, count) => sum + count, 0);
  if (all * table.rows <= MOST_CELLS) return;
  throw new Failure({
    code: 'one-hot-too-large',
    message: text(
      `One-hot encoding would make ${counted(all, 'column')} of ${counted(table.rows, 'row')}, more than memory holds.`,
      `원-핫 인코딩을 하면 ${table.rows}행짜리 열이 ${all}개 생겨 메모리에 담을 수 없어요.`,
    ),
    hint: text(
      'Group rare categories, or choose ordinal or frequency.',
      '드문 범주를 묶거나 순서 번호나 빈도를 고르세요.',
    ),
  });
}

function targetChosen(name: string): Failure {
  return new Failure({
    code: 'target-encoded',
    column: name,
    message: text(`The target “${name}” must not be encoded.`, `목표 “${name}” 열은 인코딩할 수 없어요.`),
    hint: text(
      'Take it off the list: training reads its words itself.',
      '목록에서 빼세요. 학습할 때 단어를 직접 읽어요.',
    ),
  });
}
