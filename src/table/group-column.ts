import type { FailureDetail } from '../lib/failure';
import { text } from '../lib/text';

/**
 * What to say of groups that are told by a column which the prepared rows do not have. Everyone who decides has those
 * rows, and nobody else has any that all have.
 */
export const groupColumnGone = (column: string): FailureDetail & { readonly column: string } => ({
  code: 'group-column-gone',
  column,
  message: text(
    `The prepared rows have no column “${column}” that would tell the groups of the decision threshold.`,
    `준비된 행에 판정 임계값의 집단을 나눌 “${column}” 열이 없어요.`,
  ),
  hint: text(
    'Give it the role “sensitive” in “Choose columns” before the rows are prepared: then “Encode categories” passes it over and it stays. Or choose a column that they have.',
    '행을 준비하기 전에 “열 고르기”에서 역할을 “민감 속성”으로 정해 주세요. 그러면 “범주 인코딩”이 건너뛰어 그대로 남아요. 아니면 준비된 행에 있는 열을 골라 주세요.',
  ),
});
