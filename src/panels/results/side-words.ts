import { counted } from '../../lib/figures';
import { type Text, text } from '../../lib/text';
import type { ComparedEvaluation } from '../../worker/protocol';

export const SIDE_WORDS = {
  title: text('Side by side', '나란히 보기'),
  beside: text('Beside the best', '가장 좋은 모델과 비교'),
  otherRows: text(
    'Models that were measured on different rows are not ranked: which rows they are changes the figures. Feed them from one split.',
    '서로 다른 행에서 측정한 모델은 순위를 매기지 않아요. 어떤 행인지에 따라 지표가 달라지기 때문이에요. 분할 하나에서 함께 받게 하세요.',
  ),
  otherTargets: text(
    'Models that predict different targets are not ranked.',
    '서로 다른 목표를 예측하는 모델은 순위를 매기지 않아요.',
  ),
} as const;

const UNRANKED = text('not ranked', '순위 없음');
const BEST = text('best', '가장 좋음');
const AHEAD = text('ahead, not clearly', '앞서지만 뚜렷하지 않음');
const BEHIND = text('clearly behind', '뚜렷이 뒤처짐');
const SAME = text('no clear difference', '뚜렷한 차이 없음');
const ALIKE = text('answers every row alike', '모든 행에 똑같이 답함');

/** The paired tests that evaluations are compared by. */
const TESTS: Readonly<Record<string, Text>> = {
  mcnemar: text('McNemar', '맥니마 검정'),
  'paired-t': text('paired t', '대응표본 t 검정'),
};

/** What is said of one of the models: it is best where another of the same rows is clearly behind it. */
export function besideWords(evaluations: readonly ComparedEvaluation[], at: number): Text {
  const own = evaluations[at];
  if (own?.isBest) {
    return evaluations.some(({ besideBest }) => besideBest?.best === at && besideBest.isClear) ? BEST : AHEAD;
  }
  if (own?.besideBest == null) return UNRANKED;
  if (own.besideBest.alike) return ALIKE;
  return own.besideBest.isClear ? BEHIND : SAME;
}

/** By which test, on how many rows; why there is none. */
export function testedWords({
  because,
  test,
  rows,
  alike,
}: NonNullable<ComparedEvaluation['besideBest']>): Text | null {
  if (alike) return null;
  if (because !== null) return because;
  const { en, ko } = TESTS[test] ?? text(test, test);
  return text(`${en} on the same ${counted(rows, 'row')}`, `같은 ${rows}개 행에서 ${ko}`);
}
