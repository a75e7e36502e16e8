import type { Json } from '../lib/json';
import { text } from '../lib/text';
import type { Problem } from './problem';

/** The largest pipeline file that is read, in bytes of UTF-8: 20 MB. Data never lies inside it. */
export const MAX_DOCUMENT_BYTES = 20 * 1024 * 1024;
/** Deeper nesting than any pipeline has; it would overflow a recursive reader. */
const MAX_DEPTH = 64;

export type ParsedJson =
  | { readonly ok: true; readonly value: Json }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const fail = (code: string, message: Problem['message'], hint: Problem['hint']): ParsedJson => ({
  ok: false,
  problems: [{ code, severity: 'error', message, hint }],
});

/** The refusal of a file that is too large, by its size in bytes; null where it may be read. */
export function tooLarge(bytes: number): Problem | null {
  if (bytes <= MAX_DOCUMENT_BYTES) return null;
  const mb = Math.ceil(bytes / 1024 / 1024);
  return {
    code: 'file-too-large',
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

/** Parses text from outside: within the size cap, not too deep, no keys that reach prototypes, finite numbers only. */
export function parseJson(source: string): ParsedJson {
  // A UTF-16 unit takes one to three bytes of UTF-8: count only where the length does not settle it.
  const bytes = source.length * 3 <= MAX_DOCUMENT_BYTES ? source.length : countBytes(source);
  const large = tooLarge(bytes);
  if (large !== null) return { ok: false, problems: [large] };
  const body = source.startsWith('\uFEFF') ? source.slice(1) : source;
  if (body.trim() === '') {
    return fail(
      'empty-file',
      text('The file is empty.', '파일이 비어 있어요.'),
      text('Choose another file.', '다른 파일을 골라 주세요.'),
    );
  }
  let value: Json;
  try {
    value = JSON.parse(body);
  } catch (error) {
    return notJson(body, error);
  }
  return findTraps(value);
}

function countBytes(source: string): number {
  return source.length > MAX_DOCUMENT_BYTES ? source.length : new TextEncoder().encode(source).length;
}

function notJson(body: string, error: unknown): ParsedJson {
  const message = error instanceof Error ? error.message : '';
  const position = /position (\d+)/.exec(message)?.[1];
  const named = /line (\d+) column (\d+)/.exec(message);
  let where = text('', '');
  if (position !== undefined) {
    const before = body.slice(0, Number(position)).split('\n');
    where = place(before.length, (before.at(-1)?.length ?? 0) + 1);
  } else if (named?.[1] !== undefined && named[2] !== undefined) {
    where = place(Number(named[1]), Number(named[2]));
  } else if (/end of (JSON )?(input|data)/i.test(message)) {
    where = text(' It ends too early.', ' 파일이 중간에 끊겨 있어요.');
  }
  return fail(
    'not-json',
    text(`The file is not valid JSON.${where.en}`, `올바른 JSON 파일이 아니에요.${where.ko}`),
    text(
      'Choose a file that Millrace saved, or mend it at that place.',
      'Millrace에서 저장한 파일을 고르거나, 해당 위치를 고쳐 주세요.',
    ),
  );
}

const place = (line: number, column: number) =>
  text(` It breaks off at line ${line}, column ${column}.`, ` ${line}행 ${column}열에서 잘못되었어요.`);

/** Looks at every value without recursion. */
function findTraps(root: Json): ParsedJson {
  const stack: { readonly value: Json; readonly path: string; readonly depth: number }[] = [
    { value: root, path: '', depth: 0 },
  ];
  for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
    const { value, path, depth } = item;
    if (typeof value === 'number' && !Number.isFinite(value)) {
      return fail(
        'number-too-large',
        text(`The number at ${path} is too large.`, `${path}의 숫자가 너무 커요.`),
        text('Enter a number that a computer can hold (below 1.8e308).', '1.8e308보다 작은 숫자로 고쳐 주세요.'),
      );
    }
    if (typeof value !== 'object' || value === null) continue;
    if (depth >= MAX_DEPTH) {
      return fail(
        'too-deep',
        text(
          `The file is nested more than ${MAX_DEPTH} levels deep.`,
          `파일이 ${MAX_DEPTH}단계보다 깊게 중첩되어 있어요.`,
        ),
        text('Choose a file that Millrace saved.', 'Millrace에서 저장한 파일을 골라 주세요.'),
      );
    }
    const list = Array.isArray(value);
    for (const [key, child] of Object.entries(value)) {
      if (key === '__proto__') {
        return fail(
          'forbidden-key',
          text(
            `The key "__proto__"${path === '' ? '' : ` at ${path}`} is not allowed.`,
            `"__proto__" 키${path === '' ? '' : `(${path})`}는 사용할 수 없어요.`,
          ),
          text('Rename or remove it.', '이름을 바꾸거나 지워 주세요.'),
        );
      }
      const here = list ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
      stack.push({ value: child, path: here, depth: depth + 1 });
    }
  }
  return { ok: true, value: root };
}
