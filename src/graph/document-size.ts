import { text } from '../lib/text';
import type { Problem } from './problem';

/** The largest pipeline file that is read, in bytes of UTF-8: 20 MB. Data never lies inside it. */
export const MAX_DOCUMENT_BYTES = 20 * 1024 * 1024;

/** The refusal of a file that is too large, by its size in bytes; null where it may be read. */
export function tooLarge(bytes: number): Problem | null {
  if (bytes <= MAX_DOCUMENT_BYTES) return null;
  const mb = Math.ceil(bytes / 1024 / 1024);
  return {
    code: 'pipeline-too-large',
    severity: 'error',
    message: text(
      `The file is ${mb} MB; a pipeline may be at most 20 MB.`,
      `파일이 ${mb} MB예요. 파이프라인 파일은 최대 20 MB까지 열 수 있어요.`,
    ),
    hint: text(
      'Choose a pipeline file. Data files are read by a “CSV file” node.',
      '파이프라인 파일을 골라 주세요. 데이터 파일은 ‘CSV 파일’ 노드로 읽어 주세요.',
    ),
  };
}
