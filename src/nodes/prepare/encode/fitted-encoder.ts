import { text } from '../../../lib/text';
import { call, dict, helper, imported, list, type Py, pd, py } from '../../python/py';
import { onFrame } from '../../python/sklearn';
import { oneHotName } from './spec';
import type { EncodeState, Encoding } from './state';

/** A transformer that encodes words as was learned, without fitting. */
export function encodedAs({ columns }: EncodeState): Py {
  const marked = columns.filter(({ output }) => output.as === 'onehot');
  const numbered = columns.filter(({ output }) => output.as === 'number');
  const steps = [
    ...(marked.length === 0 ? [] : [onFrame(markWords, { columns: dict(marked.map(marksOf)), ...known(marked) })]),
    ...(numbered.length === 0 ? [] : [onFrame(numberOfWords, { columns: dict(numbered.map(numbersOf)) })]),
  ];
  const [only] = steps;
  return steps.length === 1 && only !== undefined ? only : call(imported('sklearn.pipeline', 'make_pipeline'), steps);
}

/** By column the words of each new column; None stands for all others. */
function marksOf(encoding: Encoding): readonly [string, Py] {
  const { name, slots, unknownSlot, output } = encoding;
  const skip = output.as === 'onehot' ? output.skip : 0;
  const entries = slots.map(({ label, words }, slot): readonly [string, Py] => [
    oneHotName(name, label),
    slot === unknownSlot ? py`${null}` : list(words),
  ]);
  return [name, dict(entries.slice(skip))];
}

/** Of columns that take no other words, the words that they take; of those that show unknown ones, the words beside. */
function known(encodings: readonly Encoding[]): Readonly<Record<string, Py>> {
  const strict = encodings.filter(({ unknownSlot }) => unknownSlot === null);
  const open = encodings.filter(({ unknownSlot }) => unknownSlot !== null && unknownSlot >= 0);
  const wordsOf = ({ name, slots, unknownSlot }: Encoding): readonly [string, Py] => [
    name,
    list(slots.flatMap(({ words }, slot) => (slot === unknownSlot ? [] : words))),
  ];
  return {
    ...(strict.length > 0 && { strict: dict(strict.map(wordsOf)) }),
    ...(open.length > 0 && { others: dict(open.map(wordsOf)) }),
  };
}

function numbersOf({ name, slots, unknownSlot, output }: Encoding): readonly [string, Py] {
  if (output.as !== 'number') throw new Error('an encoding in numbers');
  const { values, unknown } = output;
  const numbers = dict(
    slots.flatMap(({ words }, slot) => words.map((word) => [word, values[slot] ?? unknown] as const)),
  );
  const other = unknownSlot === null ? null : unknownSlot < 0 ? unknown : (values[unknownSlot] ?? unknown);
  return [name, py`(${numbers}, ${other})`];
}

const markWords = helper({
  name: 'mark_words',
  why: text(
    'Columns of 0 and 1 in place of words: by column, the words that each new one marks. None marks all others.',
    '글자 열 대신 0과 1로 된 열을 만들어요. 새 열마다 어떤 글자를 표시하는지 적혀 있고, None은 나머지 전부예요.',
  ),
  source: `def mark_words(frame, columns, strict=None, others=None):
    for name, words in (strict or {}).items():
        if not frame[name].dropna().isin(words).all():
            raise ValueError(f"column {name} has a category unknown in training")
    marks = {}
    for name, words_of in columns.items():
        for new, words in words_of.items():
            if words is None:
                marked = frame[name].notna() & ~frame[name].isin(others[name])
            else:
                marked = frame[name].isin(words)
            marks[new] = marked.astype(float)
    rest = frame.drop(columns=list(columns))
    return pd.concat([rest, pd.DataFrame(marks, index=frame.index)], axis=1)`,
  uses: pd.uses,
});

const numberOfWords = helper({
  name: 'number_of_words',
  why: text(
    'Words as numbers: by column, the number of each word and that of all others; without one, others are refused.',
    '글자를 수로 바꿔요. 열마다 글자별 수와 나머지 글자의 수가 있고, 나머지의 수가 없으면 오류로 멈춰요.',
  ),
  source: `def number_of_words(frame, columns):
    frame = frame.copy()
    for name, (numbers, other) in columns.items():
        words = frame[name]
        found = words.map(numbers).astype(float)
        new = found.isna() & words.notna()
        if other is None and new.any():
            raise ValueError(f"column {name} has a category unknown in training")
        frame[name] = found.mask(new, other)
    return frame`,
  uses: [],
});
