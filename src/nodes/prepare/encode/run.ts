import { z } from 'zod';
import { Failure } from '../../../lib/failure';
import type { JsonObject } from '../../../lib/json';
import { text } from '../../../lib/text';
import { categoriesOf, countCodes, shrunkenMean } from '../../../stats/prepare/encoding';
import { replaceColumns, roleColumn } from '../../../table/columns';
import type { DataNote } from '../../../table/notes';
import { refuseTakenNames, sourceRow, withStep, wordsFor } from '../../../table/recipe';
import { trainRows } from '../../../table/rows';
import type { CodedColumn, Column, NumericColumn, Table } from '../../../table/table';
import { chosenColumns } from '../../contract/chosen-columns';
import { defineRunner } from '../../contract/runner';
import { ENCODABLE, ENCODED_BY_DEFAULT, type EncodeParams, encodeSpec, oneHotName, otherLabel } from './spec';

/** Weight of the mean of all, in rows, in a target mean. */
const PRIOR_ROWS = 10;
/** More new cells than this would not fit into a browser's memory. */
const MOST_CELLS = 1e8;

const slotSchema = z.object({ label: z.string(), words: z.array(z.string()) });
const columnSchema = z.object({
  name: z.string(),
  /** Categories in order; grouped words share a slot. */
  slots: z.array(slotSchema),
  /** Slot of a word that is in none: -1 for no slot; null where such a word is an error. */
  unknownSlot: z.number().nullable(),
  output: z.discriminatedUnion('as', [
    z.object({ as: z.literal('onehot'), skip: z.number() }),
    z.object({
      as: z.literal('number'),
      type: z.enum(['number', 'integer']),
      /** By slot. */
      values: z.array(z.number()),
      unknown: z.number(),
    }),
  ]),
});
const stateSchema = z.object({ columns: z.array(columnSchema) });
type Encoding = z.infer<typeof columnSchema>;

export const encodeRunner = defineRunner(encodeSpec, {
  async run(inputs, params, ctx) {
    const table = inputs.table.table;
    const rows = trainRows(table);
    const types = params.columns.length === 0 ? ENCODED_BY_DEFAULT : ENCODABLE;
    const columns = chosenColumns(table, params.columns, types);
    const target = roleColumn(table, 'target');
    if (target !== null && columns.includes(target)) throw targetChosen(target.name);
    const outcome = params.method === 'target' ? outcomes(target, rows) : null;
    const state: { columns: Encoding[] } = { columns: [] };
    const notes: DataNote[] = [];
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
    const { columns } = stateSchema.parse(json);
    const writes = new Map(columns.flatMap((each) => outputNames(each).map((name) => [name, [each.name]] as const)));
    return { writes, needs: [], drops: columns.map(({ name }) => name) };
  },
});

function apply(table: Table, state: JsonObject): Table {
  const replaced = new Map<string, readonly Column[]>();
  for (const encoding of stateSchema.parse(state).columns) {
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

function encode(table: Table, column: CodedColumn, encoding: Encoding): readonly NumericColumn[] {
  const { name, role, codes } = column;
  const slotOfCode = slotsOf(column, encoding);
  if (encoding.unknownSlot === null) refuseUnknown(table, column, slotOfCode);
  const { output } = encoding;
  if (output.as === 'number') {
    const values = new Float64Array(codes.length);
    for (let row = 0; row < codes.length; row++) {
      const code = codes[row] ?? -1;
      values[row] = code < 0 ? Number.NaN : (output.values[slotOfCode[code] ?? -1] ?? output.unknown);
    }
    return [{ name, role, type: output.type, values }];
  }
  const columns = outputNames(encoding).map((output) => ({
    name: output,
    role,
    type: 'boolean' as const,
    values: new Float64Array(codes.length),
  }));
  for (let row = 0; row < codes.length; row++) {
    const values = columns[(slotOfCode[codes[row] ?? -1] ?? -1) - output.skip]?.values;
    if (values !== undefined) values[row] = 1;
  }
  return columns;
}

/** The columns that take an encoded one's place. */
function outputNames({ name, slots, output }: Encoding): readonly string[] {
  return output.as === 'number' ? [name] : slots.slice(output.skip).map(({ label }) => oneHotName(name, label));
}

/** The slot of each code of the dictionary; -1 for none. */
function slotsOf({ dictionary }: CodedColumn, { slots, unknownSlot }: Encoding): Int32Array {
  const slotOfWord = new Map(slots.flatMap(({ words }, slot) => words.map((word) => [word, slot] as const)));
  return Int32Array.from(dictionary, (word) => slotOfWord.get(word) ?? unknownSlot ?? -1);
}

function fitColumn(
  column: CodedColumn,
  rows: Uint32Array,
  params: EncodeParams,
  outcome: Float64Array | null,
): Encoding {
  const { name, dictionary, codes } = column;
  const categories = categoriesOf(dictionary, countCodes(codes, dictionary.length, rows));
  if (categories.length === 0) throw allMissing(name);
  const total = categories.reduce((sum, { count }) => sum + count, 0);
  const least = params.rare === 'share' ? params.rareShare * total : params.rare === 'count' ? params.rareCount : 0;
  const rare = categories.filter(({ count }) => count < least).map(({ word }) => word);
  const slots = categories.filter(({ count }) => count >= least).map(({ word }) => ({ label: word, words: [word] }));
  const other = slots.length;
  if (rare.length > 0 || params.unknown === 'other') {
    slots.push({ label: otherLabel(categories.map(({ word }) => word)), words: rare });
  }
  const unknownSlot = params.unknown === 'error' ? null : params.unknown === 'other' ? other : -1;
  const base = { name, slots, unknownSlot };
  if (params.method === 'onehot') {
    if (slots.length > params.maxCategories) throw tooMany(name, slots.length, params.maxCategories);
    return { ...base, output: { as: 'onehot', skip: params.dropFirst ? 1 : 0 } };
  }
  if (params.method === 'ordinal') {
    return { ...base, output: { as: 'number', type: 'integer', values: slots.map((_, slot) => slot), unknown: -1 } };
  }
  const slotOfCode = slotsOf(column, { ...base, output: { as: 'onehot', skip: 0 } });
  const counts = new Float64Array(slots.length);
  const sums = new Float64Array(slots.length);
  let all = 0;
  let allCount = 0;
  for (const row of rows) {
    const slot = slotOfCode[codes[row] ?? -1] ?? -1;
    const y = outcome === null ? 0 : (outcome[row] ?? Number.NaN);
    if (Number.isNaN(y)) continue;
    all += y;
    allCount += 1;
    if (slot < 0) continue;
    counts[slot] = (counts[slot] ?? 0) + 1;
    sums[slot] = (sums[slot] ?? 0) + y;
  }
  const prior = all / allCount;
  const values = slots.map((_, slot) =>
    outcome === null
      ? (counts[slot] ?? 0) / total
      : shrunkenMean(sums[slot] ?? 0, counts[slot] ?? 0, prior, PRIOR_ROWS),
  );
  return { ...base, output: { as: 'number', type: 'number', values, unknown: outcome === null ? 0 : prior } };
}

/** The target as numbers, by row: the second of two classes counts 1. */
function outcomes(target: Column | null, rows: Uint32Array): Float64Array {
  if (target === null || target.type === 'image') {
    throw new Failure({
      code: 'target-needed',
      message: text('A target mean needs a target.', '목표 평균을 구하려면 목표 열이 필요해요.'),
      hint: text(
        'Choose the target in “Choose columns” before this node.',
        '이 노드 앞의 “열 고르기”에서 목표를 정하세요.',
      ),
    });
  }
  if (!('codes' in target)) return target.values;
  const words = categoriesOf(target.dictionary, countCodes(target.codes, target.dictionary.length, rows));
  const [, second] = words;
  if (words.length !== 2 || second === undefined) {
    throw new Failure({
      code: 'wrong-task',
      column: target.name,
      message: text(
        `A target mean needs a number or two classes; “${target.name}” has ${words.length}.`,
        `목표 평균은 목표가 수이거나 클래스가 둘이어야 하는데 “${target.name}” 열에는 클래스가 ${words.length}개 있어요.`,
      ),
      hint: text('Choose one-hot or frequency.', '원-핫이나 빈도를 고르세요.'),
    });
  }
  const positive = target.dictionary.indexOf(second.word);
  return Float64Array.from(target.codes, (code) => (code < 0 ? Number.NaN : code === positive ? 1 : 0));
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
      message: text(`Rare categories were grouped as “${label}”.`, `드문 범주를 “${label}”(으)로 묶었어요.`),
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

function refuseUnknown(table: Table, column: CodedColumn, slotOfCode: Int32Array): void {
  const row = column.codes.findIndex((code) => code >= 0 && (slotOfCode[code] ?? -1) < 0);
  if (row < 0) return;
  const word = column.dictionary[column.codes[row] ?? -1] ?? '';
  const at = sourceRow(table, row);
  throw new Failure({
    code: 'unknown-category',
    column: column.name,
    row: at,
    message: text(
      `Column “${column.name}” has “${word}” in row ${at}, which the training part does not know.`,
      `“${column.name}” 열 ${at}번째 행의 “${word}”은(는) 학습 데이터에 없던 범주예요.`,
    ),
    hint: text(
      'Set unknown categories to “belong to none” or “other”, or mend the cell.',
      '처음 보는 범주의 처리를 바꾸거나 값을 고치세요.',
    ),
  });
}

function refuseTooMany(table: Table, encodings: readonly Encoding[]): void {
  const columns = encodings.filter(({ output }) => output.as === 'onehot').map(({ slots }) => slots.length);
  const all = columns.reduce((sum, count) => sum + count, 0);
  if (all * table.rows <= MOST_CELLS) return;
  throw new Failure({
    code: 'one-hot-too-large',
    message: text(
      `One-hot encoding would make ${all} columns of ${table.rows} rows, more than memory holds.`,
      `원-핫 인코딩을 하면 ${table.rows}행짜리 열이 ${all}개 생겨 메모리에 담을 수 없어요.`,
    ),
    hint: text(
      'Group rare categories, or choose ordinal or frequency.',
      '드문 범주를 묶거나 순서 번호나 빈도를 고르세요.',
    ),
  });
}

function tooMany(name: string, count: number, most: number): Failure {
  return new Failure({
    code: 'too-many-categories',
    column: name,
    message: text(
      `Column “${name}” has ${count} categories, more than the ${most} allowed.`,
      `“${name}” 열의 범주가 ${count}개로 허용한 ${most}개보다 많아요.`,
    ),
    hint: text(
      'Group rare categories, choose ordinal or frequency, or drop the column if it is an id.',
      '드문 범주를 묶거나 순서 번호나 빈도를 고르고, ID라면 열을 빼세요.',
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

function allMissing(name: string): Failure {
  return new Failure({
    code: 'all-missing',
    column: name,
    message: text(
      `Column “${name}” has no value in the training part.`,
      `“${name}” 열은 학습 데이터에 값이 하나도 없어요.`,
    ),
    hint: text('Drop the column, or fill it with a word first.', '이 열을 빼거나 먼저 단어로 채우세요.'),
  });
}
