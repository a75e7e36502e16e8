import type { FailureDetail } from '../lib/failure';
import type { Text } from '../lib/text';
import { text } from '../lib/text';

/** Why a node was not run. */
export const reasonToSkip = {
  off: text('Switched off.', '꺼져 있어요.'),
  invalidParams: text('Its settings are not valid.', '설정이 올바르지 않아요.'),
  unknownKind: (kind: string): Text =>
    text(
      `This version of Millrace does not know the kind “${kind}”. Replace the node, or open the file with the version that wrote it.`,
      `이 버전의 Millrace에는 “${kind}” 종류의 노드가 없어요. 다른 노드로 바꾸거나 파일을 만든 버전에서 열어 주세요.`,
    ),
  failed: ({ en, ko }: Text): Text =>
    text(`Not run, because “${en}” failed.`, `“${ko}” 노드가 실패해서 실행하지 않았어요.`),
  offAbove: ({ en, ko }: Text): Text =>
    text(`Not run, because “${en}” is off.`, `“${ko}” 노드가 꺼져 있어서 실행하지 않았어요.`),
  unknownAbove: ({ en, ko }: Text): Text =>
    text(`Not run, because “${en}” is of an unknown kind.`, `“${ko}” 노드의 종류를 알 수 없어서 실행하지 않았어요.`),
  nothingThrough: ({ en, ko }: Text): Text =>
    text(
      `Not run, because “${en}” is bypassed and lets nothing of this type through.`,
      `우회한 “${ko}” 노드에서 이 종류의 값이 나오지 않아 실행하지 않았어요.`,
    ),
};

/** How engines word it when memory has run out: V8, Firefox, Safari, WebAssembly. */
const OUT_OF_MEMORY = /allocat|out of memory|\bOOM\b|enlarge memory|(typed )?array length|array size/i;

/** What a kind threw that is no Failure: memory that ran out, else a bug. */
export function unexpectedFailure(cause: unknown): FailureDetail {
  const isMemory = cause instanceof Error && OUT_OF_MEMORY.test(cause.message);
  return isMemory ? outOfMemory : internalError(cause);
}

const outOfMemory: FailureDetail = {
  code: 'out-of-memory',
  message: text('There is not enough memory for this step.', '이 단계를 실행할 메모리가 부족해요.'),
  hint: text(
    'Use fewer rows or columns, group rare categories, or close other tabs.',
    '행이나 열을 줄이거나 드문 범주를 묶거나 다른 탭을 닫아 주세요.',
  ),
};

/** A bug, told to a person. */
export function internalError(cause: unknown): FailureDetail {
  const message = cause instanceof Error ? cause.message : String(cause);
  return {
    code: 'internal-error',
    message: text(`Something went wrong inside Millrace: ${message}`, `Millrace 안에서 오류가 났어요: ${message}`),
    hint: text(
      'Run again; if it happens again, report it together with the pipeline file.',
      '다시 실행해 보고, 또 생기면 파이프라인 파일과 함께 알려 주세요.',
    ),
  };
}
