import { Failure } from '../../../lib/failure';
import { korean } from '../../../lib/korean';
import { text } from '../../../lib/text';
import { cellText } from '../../../table/cells';
import { isCoded, isNumeric } from '../../../table/columns';
import type { Column } from '../../../table/table';

/** More labels than this that the model does not know mean that the table is the wrong one. */
const STRANGERS = 50;

export interface Labelled {
  /** The model's classes, then labels of these rows that it does not know, in code-point order. */
  readonly labels: readonly string[];
  /** Label index of each row of the table; -1 where it is missing. */
  readonly truth: Int32Array;
}

/** The target as label indices of a classifier. Fails with `labels-unknown` where the model knows none (or few) of them. */
export function labelTruth(target: Column, rows: number, classes: readonly string[]): Labelled {
  const { codes, dictionary } = codedTruth(target, rows);
  const used = new Uint8Array(dictionary.length);
  for (const code of codes) if (code >= 0) used[code] = 1;
  const present = new Set(dictionary.filter((_, code) => used[code] === 1));
  const known = new Set(classes);
  const strangers = [...present].filter((word) => !known.has(word)).sort();
  const noneKnown = present.size > 0 && strangers.length === present.size;
  if (noneKnown || strangers.length > STRANGERS) throw labelsUnknown(target.name, strangers, classes);
  const labels = [...classes, ...strangers];
  const index = new Map(labels.map((label, k) => [label, k]));
  const labelOf = Int32Array.from(dictionary, (word) => index.get(word) ?? -1);
  const truth = new Int32Array(rows);
  for (let row = 0; row < rows; row++) truth[row] = labelOf[codes[row] ?? -1] ?? -1;
  return { labels, truth };
}

/** The target's words, coded; a column of numbers by their text. */
function codedTruth(
  target: Column,
  rows: number,
): { readonly codes: Int32Array; readonly dictionary: readonly string[] } {
  if (isCoded(target)) return target;
  const codeOf = new Map<string, number>();
  const codes = Int32Array.from({ length: rows }, (_, row) => {
    const word = cellText(target, row);
    if (word === null) return -1;
    const code = codeOf.get(word) ?? codeOf.size;
    codeOf.set(word, code);
    return code;
  });
  return { codes, dictionary: [...codeOf.keys()] };
}

/** The target as numbers of a regressor; NaN where it is missing. Fails with `target-not-numeric`. */
export function numericTruth(target: Column): Float64Array {
  if (isNumeric(target)) return target.values;
  throw new Failure({
    code: 'target-not-numeric',
    column: target.name,
    message: text(
      `The model predicts a number, but column “${target.name}” holds ${isCoded(target) ? 'words' : 'images'}.`,
      `모델은 수를 예측하는데 “${target.name}” 열에는 ${isCoded(target) ? '글자가' : '이미지가'} 들어 있어요.`,
    ),
    hint: text('Connect the table that the model was trained on.', '모델을 학습시킨 표를 연결하세요.'),
  });
}

function labelsUnknown(column: string, strangers: readonly string[], classes: readonly string[]): Failure {
  const list = (words: readonly string[]): string =>
    words
      .slice(0, 3)
      .map((word) => `“${word}”`)
      .join(', ');
  return new Failure({
    code: 'labels-unknown',
    column,
    message: text(
      `Column “${column}” holds ${list(strangers)}, but the model knows ${list(classes)}.`,
      korean`“${column}” 열의 값은 ${list(strangers)}인데, 모델이 아는 클래스는 ${list(classes)}이에요(예요).`,
    ),
    hint: text('Connect the table that the model was trained on.', '모델을 학습시킨 표를 연결하세요.'),
  });
}
