import { Failure } from '../lib/failure';
import { text } from '../lib/text';

/** Of a file that is no model, or one that cannot work. */
export function invalidModelFile(why: string): Failure {
  return new Failure({
    code: 'model-file-invalid',
    message: text(
      `This is not a model file that Millrace can read: ${why}.`,
      `Millrace가 읽을 수 있는 모델 파일이 아니에요: ${why}.`,
    ),
    hint: text('Export the model again from Millrace.', 'Millrace에서 모델을 다시 내보내 주세요.'),
  });
}
