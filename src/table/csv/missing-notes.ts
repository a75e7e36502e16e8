import { text } from '../../lib/text';
import type { DataNote } from '../notes';
import type { CountedColumn } from './classify';

const SHOWN = 10;

/** Every word that was taken for a missing value, with its count; empty cells need no word. */
export function missingWords({ words, counts, missing }: CountedColumn, column: string): DataNote[] {
  if (!missing.includes(1)) return [];
  const taken = tallied(words, counts, (code) => missing[code] === 1);
  if (taken.count === 0) return [];
  const message = text(`Taken for missing: ${taken.list}.`, `결측으로 읽은 말: ${taken.list}`);
  return [{ code: 'missing-words', severity: 'info', message, count: taken.count, column, examples: taken.words }];
}

/** Words that would be missing among numbers and stand as answers here, with what makes them missing. */
export function answersKept(asNumbers: CountedColumn, counted: CountedColumn, column: string): DataNote[] {
  if (asNumbers.missing === counted.missing) return [];
  const { words, counts } = counted;
  const kept = tallied(words, counts, (code) => asNumbers.missing[code] === 1 && counted.missing[code] === 0);
  if (kept.count === 0) return [];
  return [
    {
      code: 'answers-kept',
      severity: 'info',
      message: text(
        `Kept as an answer, since the column holds words: ${kept.list}.`,
        `글자로 된 열이라 답으로 두었어요: ${kept.list}`,
      ),
      count: kept.count,
      column,
      examples: kept.words,
      hint: text(
        'If they mean that nothing is known, let such words be missing where the file is read.',
        '값을 모른다는 뜻이면 파일을 읽을 때 이런 말을 결측으로 보게 하세요.',
      ),
      mend: {
        type: 'params',
        label: text('Read them as missing', '결측으로 읽기'),
        params: { nothing: 'missing' },
      },
    },
  ];
}

function tallied(words: readonly string[], counts: Uint32Array, wanted: (code: number) => boolean) {
  const byWord = new Map<string, number>();
  for (let code = 0; code < words.length; code++) {
    if (!wanted(code)) continue;
    const word = (words[code] ?? '').trim();
    const count = counts[code] ?? 0;
    if (word !== '' && count > 0) byWord.set(word, (byWord.get(word) ?? 0) + count);
  }
  const sorted = [...byWord].sort(([, a], [, b]) => b - a);
  const list = sorted.slice(0, SHOWN).map(([word, count]) => `“${word}” (${count})`);
  if (sorted.length > SHOWN) list.push('…');
  return {
    list: list.join(', '),
    words: sorted.slice(0, SHOWN).map(([word]) => word),
    count: sorted.reduce((sum, [, count]) => sum + count, 0),
  };
}
