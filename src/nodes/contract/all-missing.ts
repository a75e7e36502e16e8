import { Failure } from '../../lib/failure';
import { text } from '../../lib/text';

/** Of a column that a step cannot learn from: the training part has no value of it. */
export function allMissing(name: string): Failure {
  return new Failure({
    code: 'all-missing',
    column: name,
    message: text(
      `Column “${name}” has no value in the training part.`,
      `“${name}” 열은 학습 데이터에 값이 하나도 없어요.`,
    ),
    hint: text(
      'Drop the column in “Choose columns”, or fill its empty cells with a constant.',
      '‘열 고르기’에서 이 열을 빼거나 빈 칸을 상수로 채우세요.',
    ),
  });
}
