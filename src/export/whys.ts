import type { Text } from '../lib/text';
import type { Line, Piece } from '../nodes/python/py';

/** The sentences of lines, in their order and each once. */
export function whysOf(lines: readonly Line[]): readonly Text[] {
  const found = new Map<string, Text>();
  const take = (why: Text | undefined): void => {
    if (why !== undefined) found.set(why.en, why);
  };
  const within = (piece: Piece): void => {
    if (typeof piece === 'string') return;
    if (!('items' in piece)) {
      for (const part of piece) within(part);
      return;
    }
    for (const item of piece.items) {
      take(item.why);
      within(item.piece);
    }
  };
  const walk = ({ code, why, body = [] }: Line): void => {
    take(why);
    within(code.piece);
    for (const each of body) walk(each);
  };
  for (const line of lines) walk(line);
  return [...found.values()];
}
