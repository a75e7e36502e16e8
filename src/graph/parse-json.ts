import type { Json } from '../lib/json';
import { text } from '../lib/text';
import { jsonProblems, notJson } from './json-problems';
import type { Problem } from './problem';

/** The largest pipeline file that is read, in bytes of UTF-8: 20 MB. Data never lies inside it. */
export const MAX_DOCUMENT_BYTES = 20 * 1024 * 1024;
export type ParsedJson =
  | { readonly ok: true; readonly value: Json }
  | { readonly ok: false; readonly problems: readonly Problem[] };

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

const empty: Problem = {
  code: 'empty-file',
  severity: 'error',
  message: text('The file is empty.', '파일이 비어 있어요.'),
  hint: text('Choose another file.', '다른 파일을 골라 주세요.'),
};

/**
 * Parses text from outside: within the size cap, not too deep, no key twice or reaching prototypes, finite
 * numbers only. What is wrong is named by its line.
 */
export function parseJson(source: string): ParsedJson {
  // A UTF-16 unit takes one to three bytes of UTF-8: count only where the length does not settle it.
  const bytes = source.length * 3 <= MAX_DOCUMENT_BYTES ? source.length : countBytes(source);
  const large = tooLarge(bytes);
  if (large !== null) return { ok: false, problems: [large] };
  const body = source.startsWith('\uFEFF') ? source.slice(1) : source;
  if (body.trim() === '') {
    return { ok: false, problems: [empty] };
  }
  const problems = jsonProblems(body);
  if (problems.length > 0) return { ok: false, problems };
  try {
    const value: Json = JSON.parse(body);
    return { ok: true, value };
  } catch {
    return { ok: false, problems: [notJson(text('', ''))] };
  }
}

function countBytes(source: string): number {
  return source.length > MAX_DOCUMENT_BYTES ? source.length : new TextEncoder().encode(source).length;
}
