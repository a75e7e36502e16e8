import { Failure } from '../../../lib/failure';
import { rounded } from '../../../lib/figures';
import type { JsonObject } from '../../../lib/json';
import { text } from '../../../lib/text';
import { pick, present } from '../../../stats/describe/quantile';
import { categoriesOf, countCodes } from '../../../stats/prepare/encoding';
import { fillValue } from '../../../stats/prepare/imputing';
import { dateText } from '../../../table/cells';
import { findColumn, replaceColumns, roleColumn } from '../../../table/columns';
import type { DataNote } from '../../../table/notes';
import { numbersFor, refuseTakenNames, sourceRow, withStep, wordsFor } from '../../../table/recipe';
import { takeRows, trainRows } from '../../../table/rows';
import type { CodedColumn, Column, NumericColumn, Table } from '../../../table/table';
import { allMissing } from '../../contract/all-missing';
import { chosenColumns } from '../../contract/chosen-columns';
import { defineRunner } from '../../contract/runner';
import { FILLABLE, filledType, fillingOf, indicatorOf, type MissingParams, missingSpec } from './spec';
import { type Fill, type MissingState, missingState } from './state';

export const missingRunner = defineRunner(missingSpec, {
  async run(inputs, params, ctx) {
    const raw = inputs.table.table;
    const notes: DataNote[] = [];
    const columns = chosenColumns(raw, params.columns, FILLABLE);
    const target = roleColumn(raw, 'target');
    let table = target === null ? raw : dropMissing(raw, [target], notes);
    let state: MissingState = { drop: [], fills: [], indicators: [] };
    if (params.method === 'drop') {
      table = dropMissing(table, columns, notes);
      state = { ...state, drop: columns.filter(({ role }) => role === null).map(({ name }) => name) };
    } else {
      const names = columns.map(({ name }) => name);
      const now = table;
      const rows = trainRows(now);
      if (rows.length === 0) throw nothingLeft();
      for (const name of names) {
        await ctx.yieldIfDue();
        const column = findColumn(now, name);
        if (column === undefined) continue;
        state.fills.push(...fitFill(column, rows, params));
        if (params.indicator && rows.some((row) => isMissing(column, row))) state.indicators.push(name);
        ctx.progress(state.fills.length / names.length);
      }
      for (const fill of state.fills) notes.push(...fillNote(now, fill));
    }
    const filled = apply(table, state);
    if (trainRows(filled).length === 0) throw nothingLeft();
    const step = { kind: 'prepare.missing', nodeId: ctx.nodeId, state };
    return { table: { type: 'table', table: withStep(filled, step), notes } };
  },
  apply,
  columns(json) {
    const { drop, fills, indicators } = missingState.parse(json);
    const writes = new Map([
      ...fills.map(({ name }) => [name, [name]] as const),
      ...indicators.map((name) => [indicatorOf(name), [name]] as const),
    ]);
    return { writes, needs: drop, drops: [] };
  },
});

function apply(raw: Table, json: JsonObject): Table {
  const { drop, fills, indicators } = missingState.parse(json);
  const known = drop.flatMap((name) => findColumn(raw, name) ?? []);
  const table = known.length === 0 ? raw : keepComplete(raw, known);
  const marks = indicators.flatMap((name) => {
    const column = findColumn(table, name);
    return column === undefined ? [] : [markMissing(column, table.rows)];
  });
  refuseTakenNames(
    table,
    marks.map(({ name }) => name),
  );
  const replaced = new Map<string, readonly Column[]>();
  for (const fill of fills) {
    const column = fill.as === 'number' ? filledNumbers(table, fill) : filledWords(table, fill);
    if (column !== null) replaced.set(fill.name, [column]);
  }
  const filled = replaceColumns(table, replaced);
  return { ...filled, columns: [...filled.columns, ...marks] };
}

function filledNumbers(table: Table, { name, type, fill }: Extract<Fill, { as: 'number' }>): NumericColumn | null {
  const column = numbersFor(table, name);
  if (column === null) return null;
  // A fraction that turns up where whole numbers stood keeps its value.
  const kept = type === 'integer' && column.type === 'number' ? 'number' : type;
  if (fill === null) return { ...column, type: kept };
  return { ...column, type: kept, values: column.values.map((value) => (Number.isNaN(value) ? fill : value)) };
}

function filledWords(table: Table, { name, fill }: Extract<Fill, { as: 'word' }>): CodedColumn | null {
  const column = wordsFor(table, name);
  if (column === null || fill === null) return column;
  const known = column.dictionary.indexOf(fill);
  const code = known < 0 ? column.dictionary.length : known;
  return {
    ...column,
    dictionary: known < 0 ? [...column.dictionary, fill] : column.dictionary,
    codes: column.codes.map((each) => (each < 0 ? code : each)),
  };
}

function fitFill(column: Column, rows: Uint32Array, params: MissingParams): readonly Fill[] {
  const filling = fillingOf(column.type, params);
  const { name } = column;
  if (column.type === 'image') return [];
  if ('codes' in column) {
    if (filling !== 'most_frequent') return [{ as: 'word', name, fill: filling === null ? null : params.word }];
    const counts = countCodes(column.codes, column.dictionary.length, rows);
    const words = categoriesOf(column.dictionary, counts);
    const most = words.reduce((best, each) => Math.max(best, each.count), 0);
    const winner = words.find(({ count }) => count === most);
    if (winner === undefined) throw allMissing(name);
    return [{ as: 'word', name, fill: winner.word }];
  }
  const type = filledType(column.type, params);
  if (filling === null) return [{ as: 'number', name, type, fill: null }];
  if (filling === 'constant') return [{ as: 'number', name, type, fill: params.numericValue }];
  const known = present(rows.length === column.values.length ? column.values : pick(column.values, rows));
  if (known.length === 0) throw allMissing(name);
  const fill = fillValue(known, filling);
  return [{ as: 'number', name, type, fill: type === 'date' ? Math.round(fill) : fill }];
}

function isMissing(column: Column, row: number): boolean {
  if (column.type === 'image') return false;
  return 'codes' in column ? (column.codes[row] ?? -1) < 0 : Number.isNaN(column.values[row] ?? Number.NaN);
}

function markMissing(column: Column, rows: number): NumericColumn {
  const values = Float64Array.from({ length: rows }, (_, row) => (isMissing(column, row) ? 1 : 0));
  return { name: indicatorOf(column.name), role: null, type: 'boolean', values };
}

function keepComplete(table: Table, columns: readonly Column[]): Table {
  const kept: number[] = [];
  for (let row = 0; row < table.rows; row++) {
    if (!columns.some((column) => isMissing(column, row))) kept.push(row);
  }
  return kept.length === table.rows ? table : takeRows(table, Uint32Array.from(kept));
}

/** The table without the rows where one of `columns` is missing, noted. */
function dropMissing(table: Table, columns: readonly Column[], notes: DataNote[]): Table {
  const here = columns.flatMap(({ name }) => findColumn(table, name) ?? []);
  const kept = keepComplete(table, here);
  const gone = table.rows - kept.rows;
  if (gone === 0) return table;
  const rows: number[] = [];
  for (let row = 0; row < table.rows && rows.length < 5; row++) {
    if (here.some((column) => isMissing(column, row))) rows.push(sourceRow(table, row));
  }
  const [only] = here.length === 1 ? here : [];
  const target = only?.role === 'target';
  notes.push({
    code: target ? 'target-missing' : 'rows-dropped',
    severity: 'warning',
    count: gone,
    rows,
    ...(only === undefined ? {} : { column: only.name }),
    message: target
      ? text(`Rows without a target “${only.name}” were dropped.`, `목표 “${only.name}” 값이 없는 행을 지웠어요.`)
      : text('Rows with an empty cell were dropped.', '빈 칸이 있는 행을 지웠어요.'),
  });
  if (kept.rows === 0) throw only === undefined ? nothingLeft() : allMissing(only.name);
  return kept;
}

function fillNote(table: Table, { name, fill }: Fill): readonly DataNote[] {
  const column = findColumn(table, name);
  if (fill === null || column === undefined) return [];
  let count = 0;
  for (let row = 0; row < table.rows; row++) if (isMissing(column, row)) count++;
  const value =
    column.type === 'date' ? dateText(Number(fill)) : typeof fill === 'number' ? String(rounded(fill, 6)) : fill;
  const message = text(`Empty cells were filled with ${value}.`, `빈 칸을 ${value} 값으로 채웠어요.`);
  return count === 0 ? [] : [{ code: 'filled', severity: 'info', count, column: name, message }];
}

function nothingLeft(): Failure {
  return new Failure({
    code: 'no-rows-left',
    message: text(
      'Every training row has an empty cell, so none is left.',
      '모든 학습 행에 빈 칸이 있어 남는 행이 없어요.',
    ),
    hint: text('Fill empty cells, or choose fewer columns.', '빈 칸을 채우거나 열을 줄이세요.'),
  });
}
