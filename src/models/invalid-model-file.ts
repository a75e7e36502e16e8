import type { z } from 'zod';
import { Failure } from '../lib/failure';
import { type Text, text } from '../lib/text';

/** Of a file that is no model, or one that cannot work. */
export function invalidModelFile(why: string | Text, hint: Text = EXPORT_AGAIN): Failure {
  const { en, ko } = typeof why === 'string' ? text(why, why) : why;
  return new Failure({
    code: 'model-file-invalid',
    message: text(
      `This is not a model file that Millrace can read: ${en}.`,
      `Millrace가 읽을 수 있는 모델 파일이 아니에요: ${ko}.`,
    ),
    hint,
  });
}

const EXPORT_AGAIN = text('Export the model again from Millrace.', 'Millrace에서 모델을 다시 내보내 주세요.');

/** The same of the first place that does not fit; `within` stands before its name. */
export function unfitModelFile({ issues: [issue] }: z.ZodError, within = ''): Failure {
  const place = `${within}${issue?.path.join('.') ?? ''}`;
  const missing = issue?.code === 'invalid_type' && issue.message.endsWith('undefined');
  return invalidModelFile(
    missing
      ? text(`“${place}” is missing`, `“${place}” 값이 없어요`)
      : text(`“${place}” does not fit`, `“${place}” 값이 맞지 않아요`),
  );
}
