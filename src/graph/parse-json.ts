import type { Json } from '../lib/json';
import { text } from '../lib/text';
import { MAX_DOCUMENT_BYTES, tooLarge } from './document-size';
import { jsonProblems, notJson } from './json-problems';
import type { Problem } from './problem';

export type ParsedJson =
  | { readonly ok: true; readonly value: Json }
  | { readonly ok: false; readonly problems: readonly Problem[] };

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
