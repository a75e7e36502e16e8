import { Failure } from '../../../lib/failure';
import { counted } from '../../../lib/figures';
import { text } from '../../../lib/text';
import { categoriesOf, countCodes, shrunkenMean } from '../../../stats/prepare/encoding';
import type { CodedColumn, Column } from '../../../table/table';
import { allMissing } from '../../contract/all-missing';
import { slotsOf } from './encoding';
import { type EncodeParams, otherLabel } from './spec';
import type { Encoding } from './state';

/** Weight of the mean of all, in rows, in a target mean. */
const PRIOR_ROWS = 10;
/** Fits a column on training rows; `outcome` is what a target mean is taken of, by row. */
export function fitColumn(
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
export function outcomes(target: Column | null, rows: Uint32Array): Float64Array {
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

function tooMany(name: string, count: number, most: number): Failure {
  return new Failure({
    code: 'too-many-categories',
    column: name,
    message: text(
      `Column “${name}” has ${counted(count, 'category', 'categories')}, more than the ${most} allowed.`,
      `“${name}” 열의 범주가 ${count}개로 허용한 ${most}개보다 많아요.`,
    ),
    hint: text(
      'Group rare categories, choose ordinal or frequency, or drop the column if it is an id.',
      '드문 범주를 묶거나 순서 번호나 빈도를 고르고, ID라면 열을 빼세요.',
    ),
  });
}
