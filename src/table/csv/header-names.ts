import { cut, LONGEST } from '../../lib/cut-strings';
import { counted } from '../../lib/figures';
import { text } from '../../lib/text';
import type { DataNote } from '../notes';
import { amount } from '../notes';

/** Distinct, non-empty column names: spaces are trimmed, empty ones become `column_4`, later twins `name_2`; long ones are cut. */
export function headerNames(
  header: readonly string[] | null,
  width: number,
): { readonly names: readonly string[]; readonly notes: readonly DataNote[] } {
  let tooLong = 0;
  const wanted = Array.from({ length: width }, (_, k) => {
    const name = (header?.[k] ?? '').replace(/\s+/g, ' ').trim().normalize('NFC');
    const kept = cut(name);
    if (kept !== name) tooLong++;
    return kept;
  });
  const taken = new Set(wanted.filter((name) => name !== ''));
  const seen = new Set<string>();
  const nextOf = new Map<string, number>();
  const renamed: string[] = [];
  const names = wanted.map((name, k) => {
    const base = name === '' ? `column_${k + 1}` : name;
    if (name !== '' && !seen.has(name)) {
      seen.add(name);
      return name;
    }
    let unique = base;
    let n = nextOf.get(base) ?? 2;
    for (; seen.has(unique) || taken.has(unique); n++) unique = `${base}_${n}`;
    nextOf.set(base, n);
    seen.add(unique);
    if (header !== null) renamed.push(`${name === '' ? '(empty)' : name} → ${unique}`);
    return unique;
  });
  const notes = tooLong === 0 ? [] : [namesCut(tooLong)];
  if (renamed.length === 0) return { names, notes };
  const message = text(
    `Empty or used twice: ${amount(renamed.length, 'column name')} changed.`,
    `비어 있거나 겹치는 열 이름 ${renamed.length}개를 바꿨어요.`,
  );
  const examples = renamed.slice(0, 10);
  return {
    names,
    notes: [...notes, { code: 'columns-renamed', severity: 'warning', message, count: renamed.length, examples }],
  };
}

/** A name stands in every sentence, list and chart that speaks of its column. */
function namesCut(count: number): DataNote {
  return {
    code: 'names-cut',
    severity: 'warning',
    count,
    message: text(
      `${amount(count, 'column name')} longer than ${counted(LONGEST, 'character')} cut.`,
      `${LONGEST}자보다 긴 열 이름 ${count}개를 잘랐어요.`,
    ),
  };
}
