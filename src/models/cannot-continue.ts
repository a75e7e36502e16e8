import { Failure } from '../lib/failure';
import { text } from '../lib/text';

/** Of a model that can only be trained anew. */
export function cannotContinue(): Failure {
  return new Failure({
    code: 'cannot-continue',
    port: 'model',
    message: text(
      'This model was not made by Millrace in a way that it can train further.',
      '이 모델은 Millrace에서 이어서 학습할 수 없는 구조예요.',
    ),
    hint: text(
      'Train a new model on these rows: choose full retraining.',
      '이 행들로 새 모델을 학습해 주세요. 전체 재학습을 고르면 돼요.',
    ),
  });
}
