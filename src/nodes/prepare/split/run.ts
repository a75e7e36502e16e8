import { Failure } from '../../../lib/failure';
import { counted } from '../../../lib/figures';
import { korean } from '../../../lib/korean';
import { createRandom } from '../../../lib/random';
import { type Text, text } from '../../../lib/text';
import type { PartCounts } from '../../../stats/prepare/splitting';
import { groupSplit, orderedSplit, partCounts, randomSplit, stratifiedSplit } from '../../../stats/prepare/splitting';
import { cellText } from '../../../table/cells';
import { holdsClasses } from '../../../table/class-column';
import { columnNamed, roleColumn } from '../../../table/columns';
import type { DataNote } from '../../../table/notes';
import { asWords, numbersFor, sourceRow } from '../../../table/recipe';
import { partSizes } from '../../../table/rows';
import { type Column, PART, type PartName, type Table } from '../../../table/table';
import { defineRunner } from '../../contract/runner';
import { type SplitParams, splitSpec } from './spec';

const AT_RANDOM: readonly SplitParams['method'][] = ['auto', 'random', 'stratified'];

/** A split is no step of the recipe: served rows belong to no part. */
export const splitRunner = defineRunner(splitSpec, {
  run: async (inputs, params, ctx) => {
    const table = inputs.table.table;
    const notes: DataNote[] = [];
    const partition =
      params.method === 'column' ? namedParts(table, params) : drawnParts(table, params, ctx.seed, notes);
    const sizes = partSizes(partition);
    if (sizes.train === 0) throw tooFewRows(text('no row is left for training', '학습에 쓸 행이 남지 않아요'));
    notes.unshift({
      code: 'split',
      severity: 'info',
      count: table.rows,
      message: text(
        `${counted(sizes.train, 'row')} for training, ${sizes.validation} for validation, ${sizes.test} for test.`,
        `학습 ${sizes.train}행, 검증 ${sizes.validation}행, 테스트 ${sizes.test}행으로 나눴어요.`,
      ),
    });
    const columns =
      params.method !== 'column'
        ? table.columns
        : table.columns.map((column) =>
            column.name === params.partColumn && column.role === null ? { ...column, role: 'id' as const } : column,
          );
    // Fetched when it is called: it is no part of how the engine starts.
    const { findRisks } = await import('../../risks/find-risks');
    notes.push(...(await findRisks(table, AT_RANDOM.includes(params.method), ctx.yieldIfDue)));
    return { table: { type: 'table', table: { ...table, columns, partition }, notes } };
  },
});

function drawnParts(table: Table, params: SplitParams, seed: number, notes: DataNote[]): Uint8Array {
  if (table.rows < 3) throw tooFewRows(text(`the table has ${table.rows}`, `표가 ${table.rows}행뿐이에요`));
  const counts = partCounts(table.rows, params.validation, params.test);
  if (counts.train < 1) {
    throw tooFewRows(
      text(
        `of ${counted(table.rows, 'row')} none is left for training`,
        `${table.rows}행으로는 학습에 쓸 행이 남지 않아요`,
      ),
    );
  }
  const random = createRandom(seed);
  const target = roleColumn(table, 'target');
  switch (params.method) {
    case 'time':
      return orderedSplit(timeOrder(table, params.timeColumn), counts);
    case 'group':
      return byGroup(table, columnNamed(table, params.groupColumn), counts, random);
    case 'stratified':
      if (target === null) throw noTarget();
      return byClass(target, counts, random, notes);
    case 'auto':
      if (target !== null && holdsClasses(target)) return byClass(target, counts, random, notes);
      return randomSplit(table.rows, counts, random);
    default:
      return randomSplit(table.rows, counts, random);
  }
}

function byClass(
  target: Column,
  counts: PartCounts,
  random: ReturnType<typeof createRandom>,
  notes: DataNote[],
): Uint8Array {
  const { classes, words } = classesOf(target);
  const parts = stratifiedSplit(classes, words.length, counts, random);
  const wanted = [counts.train, counts.validation, counts.test].filter((count) => count > 0).length;
  const sizes = new Array<number>(words.length).fill(0);
  for (const c of classes) sizes[c] = (sizes[c] ?? 0) + 1;
  const rare = words.filter((_, c) => (sizes[c] ?? 0) > 0 && (sizes[c] ?? 0) < wanted);
  if (rare.length > 0) {
    notes.push({
      code: 'rare-class',
      severity: 'warning',
      count: rare.length,
      column: target.name,
      examples: rare.slice(0, 5),
      message: text(
        `Some classes have fewer rows than there are parts (${wanted}), so not every part has them; training does.`,
        `부분 수(${wanted})보다 행이 적은 클래스가 있어 모든 부분에 넣지 못했어요. 학습에는 들어 있어요.`,
      ),
    });
  }
  return parts;
}

/** Each row's class, numbered; rows without a target are a class of their own. */
function classesOf(column: Column): { classes: Int32Array; words: readonly string[] } {
  const { codes, dictionary } = asWords(column, 'category');
  const missing = dictionary.length;
  return { classes: codes.map((code) => (code < 0 ? missing : code)), words: [...dictionary, ''] };
}

function byGroup(
  table: Table,
  column: Column,
  counts: PartCounts,
  random: ReturnType<typeof createRandom>,
): Uint8Array {
  const { codes } = asWords(column, 'category');
  const row = codes.indexOf(-1);
  if (row >= 0) throw emptyCell(table, column.name, row);
  // Renumbered, because a dictionary may hold words without rows.
  const numberOf = new Map<number, number>();
  const groups = codes.map((code) => {
    const known = numberOf.get(code) ?? numberOf.size;
    numberOf.set(code, known);
    return known;
  });
  const parts = groupSplit(groups, numberOf.size, counts, random);
  if (parts !== null) return parts;
  throw new Failure({
    code: 'too-few-groups',
    column: column.name,
    message: text(
      `Column “${column.name}” has ${counted(numberOf.size, 'group')}, fewer than the parts wanted.`,
      `“${column.name}” 열의 그룹이 ${numberOf.size}개로 나눌 부분보다 적어요.`,
    ),
    hint: text(
      'Set a share to 0, or choose a column with more groups.',
      '비율 하나를 0으로 하거나 그룹이 더 많은 열을 고르세요.',
    ),
  });
}

/** Rows from early to late; equal times keep their order. */
function timeOrder(table: Table, name: string): Uint32Array {
  const chosen = name === '' ? roleColumn(table, 'time') : columnNamed(table, name);
  const column = chosen === null ? null : numbersFor(table, chosen.name);
  if (column === null) {
    throw new Failure({
      code: 'column-not-chosen',
      message: text('No column says when each row was made.', '행의 시간을 알려 주는 열이 없어요.'),
      hint: text('Choose the time column.', '시간 열을 고르세요.'),
    });
  }
  const row = column.values.findIndex(Number.isNaN);
  if (row >= 0) throw emptyCell(table, column.name, row);
  const { values } = column;
  return Uint32Array.from(values.keys()).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0) || a - b);
}

function namedParts(table: Table, params: SplitParams): Uint8Array {
  const column = columnNamed(table, params.partColumn);
  const parts = new Map<string, number>();
  const lists: readonly (readonly [PartName, readonly string[]])[] = [
    ['train', params.trainWords],
    ['validation', params.validationWords],
    ['test', params.testWords],
  ];
  for (const [part, words] of lists) for (const word of words) parts.set(fold(word), PART[part]);
  return Uint8Array.from({ length: table.rows }, (_, row) => {
    const word = cellText(column, row);
    if (word === null) throw emptyCell(table, column.name, row);
    const part = parts.get(fold(word));
    if (part !== undefined) return part;
    const at = sourceRow(table, row);
    throw new Failure({
      code: 'unknown-part',
      column: column.name,
      row: at,
      message: text(
        `Column “${column.name}” has “${word}” in row ${at}, which names no part.`,
        korean`“${column.name}” 열 ${at}번째 행의 “${word}”은(는) 어느 부분인지 알 수 없어요.`,
      ),
      hint: text('Add the word to training, validation or test.', '이 단어를 학습, 검증, 테스트 단어에 더하세요.'),
    });
  });
}

const fold = (word: string): string => word.trim().toLowerCase();

function tooFewRows(why: Text): Failure {
  return new Failure({
    code: 'too-few-rows',
    message: text(`There are too few rows to split: ${why.en}.`, `나누기에 행이 너무 적어요: ${why.ko}.`),
    hint: text('Bring more rows, or make validation and test smaller.', '행을 늘리거나 검증과 테스트 비율을 줄이세요.'),
  });
}

function noTarget(): Failure {
  return new Failure({
    code: 'target-needed',
    message: text('A stratified split needs a target.', '층화 분할에는 목표 열이 필요해요.'),
    hint: text(
      'Choose the target in “Choose columns”, or split at random.',
      '“열 고르기”에서 목표를 정하거나 무작위로 나누세요.',
    ),
  });
}

function emptyCell(table: Table, name: string, row: number): Failure {
  const at = sourceRow(table, row);
  return new Failure({
    code: 'empty-cell',
    column: name,
    row: at,
    message: text(
      `Column “${name}” is empty in row ${at}, so that row belongs to no part.`,
      `“${name}” 열 ${at}번째 행이 비어 있어 어느 부분에 넣을지 알 수 없어요.`,
    ),
    hint: text(
      'Fill the cell, or drop such rows in “Handle missing values” first.',
      '값을 채우거나 먼저 “결측치 처리”에서 그런 행을 지우세요.',
    ),
  });
}
