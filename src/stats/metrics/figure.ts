import type { Text } from '../../lib/text';
import { text } from '../../lib/text';

/** A statistic, or a word on why it does not exist for these data. Never NaN. */
export type Figure =
  | { readonly value: number; readonly because?: undefined }
  | { readonly value: null; readonly because: Text };

/** The figure where it is finite; otherwise null because some value overflowed. */
export function figure(value: number): Figure {
  return Number.isFinite(value) ? { value } : undefinedFigure(REASONS.notFinite);
}

export function undefinedFigure(because: Text): Figure {
  return { value: null, because };
}

/** Why a figure can be undefined. */
export const REASONS = {
  noRows: text('There are no rows to measure.', '측정할 행이 없어요.'),
  twoRows: text('At least two rows are needed.', '행이 두 개 이상 필요해요.'),
  oneClass: text(
    'Only one class is present, so there is nothing to tell apart.',
    '클래스가 하나뿐이라 구분할 대상이 없어요.',
  ),
  noPositive: text('No row belongs to the positive class.', '양성 클래스에 속한 행이 없어요.'),
  absentClass: text('A class of the model has no row here.', '모델의 클래스 중 이 부분에 행이 없는 클래스가 있어요.'),
  unknownClass: text(
    'Some rows belong to a class that the model does not know.',
    '모델이 모르는 클래스에 속한 행이 있어요.',
  ),
  oneLabel: text(
    'Truth and prediction hold one and the same class, so chance agreement cannot be told from skill.',
    '정답과 예측이 모두 같은 클래스 하나뿐이라 우연한 일치와 실력을 구분할 수 없어요.',
  ),
  zeroTarget: text(
    'The target is 0 in some rows, where a relative error has no meaning.',
    '목표 값이 0인 행이 있어 상대 오차를 계산할 수 없어요.',
  ),
  constant: text('The reference values are all the same.', '기준 값이 모두 같아요.'),
  notShares: text('A histogram is empty or holds a negative count.', '히스토그램이 비어 있거나 음수가 들어 있어요.'),
  notFinite: text('A value is missing or not finite.', '값이 비어 있거나 유한한 수가 아니에요.'),
  notProbability: text('A probability lies outside 0 to 1.', '확률이 0과 1 사이를 벗어났어요.'),
  sameRowsRight: text(
    'Both are right on the same rows, so no row speaks for either.',
    '둘이 맞힌 행이 똑같아서 어느 쪽이 나은지 말해 주는 행이 없어요.',
  ),
  equalPairs: text('The two are equal in every pair.', '모든 쌍에서 두 값이 같아요.'),
  noTrainRows: text('There are no training rows to take a baseline from.', '기준 모델을 구할 학습 행이 없어요.'),
} as const;

/** Throws where two arrays that must run side by side do not. */
export function requireSameLength(a: ArrayLike<unknown>, b: ArrayLike<unknown>): void {
  if (a.length !== b.length) throw new RangeError(`lengths differ: ${a.length} and ${b.length}`);
}
