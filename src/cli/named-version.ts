import type { ModelList } from '../application/models-area';
import { lineUnknown } from '../application/version-of-line';
import { Failure } from '../lib/failure';
import { korean } from '../lib/korean';
import { text } from '../lib/text';
import type { ModelVersion } from '../registry/registry';

/** A version by its id, or by its number in a line; the same model may be kept in several lines under one id. */
export function namedVersion({ versions, troubles: [damaged] }: ModelList, word: string, line?: string): ModelVersion {
  const own = versions.filter((one) => line === undefined || one.line === line);
  const found = own.filter(({ id, number }) => id === word || (line !== undefined && numberOf(word) === number));
  const [first, ...others] = found;
  if (first !== undefined && others.every((one) => one.line === first.line)) return first;
  if (first !== undefined) throw inSeveralLines(word, found);
  // A damaged line may be the one that names it.
  if (damaged !== undefined) throw new Failure(damaged);
  if (line !== undefined && own.length === 0) throw lineUnknown(versions, line);
  throw notKept(word, [...new Set(own.map(({ id, number }) => (line === undefined ? id : `v${number}`)))]);
}

/** `v2` and `2`. */
function numberOf(word: string): number | null {
  const [, digits] = /^v?(\d+)$/.exec(word) ?? [];
  return digits === undefined ? null : Number(digits);
}

function inSeveralLines(id: string, versions: readonly ModelVersion[]): Failure {
  const each = versions.map(({ line, number }) => `“${line}” v${number}`).join(', ');
  return new Failure({
    code: 'version-in-lines',
    message: text(`The same model is kept as ${each}.`, korean`같은 모델이 ${each}(으)로 보관되어 있어요.`),
    hint: text(`Name the line before it: LINE ${id}.`, `계열을 앞에 적어 주세요: 계열 ${id}`),
  });
}

/** Of what a folder does not hold; `known`: what it holds. */
export function notKept(word: string, known: readonly string[]): Failure {
  const list = known.slice(0, 10).join(', ');
  return new Failure({
    code: 'kept-unknown',
    message: text(`“${word}” is not kept here.`, korean`“${word}”은(는) 여기에 없어요.`),
    hint:
      list === ''
        ? text('There is nothing here yet.', '아직 아무것도 없어요.')
        : text(`There is: ${list}.`, `있는 것: ${list}.`),
  });
}
