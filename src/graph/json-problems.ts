import { type JSONPath, visit } from 'jsonc-parser';
import { korean } from '../lib/korean';
import { type Text, text } from '../lib/text';
import type { Problem } from './problem';

/** Deeper nesting than any pipeline has; it would overflow a recursive reader. */
const MAX_DEPTH = 64;

/**
 * Why a text from outside is no JSON to be read, by line and column (both from 1, columns in UTF-16 units): the first
 * place where it breaks off, nesting beyond {@link MAX_DEPTH}, or every key that stands twice or reaches prototypes and
 * every number beyond all bounds. Empty where nothing is wrong.
 */
export function jsonProblems(body: string): readonly Problem[] {
  const problems: Problem[] = [];
  /** The keys of each object that is open, with their lines; a list has none. */
  const open: Map<string, number>[] = [];
  const enter = (): void => {
    if (open.push(new Map()) > MAX_DEPTH) throw new Unreadable(tooDeep);
  };
  const leave = (): void => {
    open.pop();
  };
  try {
    visit(
      body,
      {
        onObjectBegin: enter,
        onObjectEnd: leave,
        onArrayBegin: enter,
        onArrayEnd: leave,
        onObjectProperty(key, _offset, _length, line, _column, path) {
          const keys = open.at(-1);
          const before = keys?.get(key);
          if (key === '__proto__') problems.push(forbiddenKey(line + 1, path()));
          else if (before !== undefined) problems.push(duplicateKey(key, before, line + 1, path()));
          else keys?.set(key, line + 1);
        },
        onLiteralValue(value, _offset, _length, line, _column, path) {
          if (typeof value === 'number' && !Number.isFinite(value)) problems.push(tooLarge(line + 1, path()));
        },
        onError(_code, offset, _length, line, column) {
          const atEnd = offset >= body.trimEnd().length;
          throw new Unreadable(notJson(atEnd ? endsEarly(line + 1) : breaksOff(line + 1, column + 1)));
        },
      },
      { disallowComments: true },
    );
  } catch (cause) {
    if (cause instanceof Unreadable) return [cause.problem];
    throw cause;
  }
  return problems;
}

/** Nothing that comes after this place can be understood. */
class Unreadable extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}

const error = (code: string, message: Text, hint: Text): Problem => ({ code, severity: 'error', message, hint });

/** The refusal of what cannot be parsed. `where` is a sentence of its own. */
export const notJson = (where: Text): Problem =>
  error(
    'not-json',
    text(`The file is not valid JSON.${where.en}`, `올바른 JSON 파일이 아니에요.${where.ko}`),
    text(
      'Choose a file that Millrace saved, or mend it at that place.',
      'Millrace에서 저장한 파일을 고르거나, 해당 위치를 고쳐 주세요.',
    ),
  );

const breaksOff = (line: number, column: number): Text =>
  text(` It breaks off at line ${line}, column ${column}.`, ` ${line}행 ${column}열에서 잘못되었어요.`);

const endsEarly = (line: number): Text =>
  text(` It ends too early, in line ${line}.`, ` 파일이 ${line}행에서 끊겨 있어요.`);

const tooDeep = error(
  'too-deep',
  text(`The file is nested more than ${MAX_DEPTH} levels deep.`, `파일이 ${MAX_DEPTH}단계보다 깊게 중첩되어 있어요.`),
  text('Choose a file that Millrace saved.', 'Millrace에서 저장한 파일을 골라 주세요.'),
);

const duplicateKey = (key: string, first: number, second: number, path: JSONPath): Problem =>
  error(
    'duplicate-key',
    text(
      `The key "${key}"${inside(path).en} stands twice: in line ${first} and in line ${second}.`,
      korean`"${key}" 키${inside(path).ko}이(가) ${first}행과 ${second}행에 두 번 있어요.`,
    ),
    text('Remove one of them: only one can count.', '하나만 쓸 수 있으니 다른 하나는 지워 주세요.'),
  );

const forbiddenKey = (line: number, path: JSONPath): Problem =>
  error(
    'forbidden-key',
    text(
      `The key "__proto__"${inside(path).en} is not allowed (line ${line}).`,
      korean`"__proto__" 키${inside(path).ko}은(는) 사용할 수 없어요(${line}행).`,
    ),
    text('Rename or remove it.', '이름을 바꾸거나 지워 주세요.'),
  );

const tooLarge = (line: number, path: JSONPath): Problem =>
  error(
    'number-too-large',
    text(
      `The number at ${written(path)} is too large (line ${line}).`,
      `${written(path)}의 숫자가 너무 커요(${line}행).`,
    ),
    text('Enter a number that a computer can hold (below 1.8e308).', '1.8e308보다 작은 숫자로 고쳐 주세요.'),
  );

/** `nodes[1].params`. */
const written = (path: JSONPath): string =>
  path.map((step, at) => (typeof step === 'number' ? `[${step}]` : at === 0 ? step : `.${step}`)).join('');

const inside = (path: JSONPath): Text =>
  path.length === 0 ? text('', '') : text(` of ${written(path)}`, `(${written(path)})`);
