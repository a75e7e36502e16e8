import type { Line, Piece, Py } from '../nodes/python/py';

/** Whether statements hold a name. */
export function reads(lines: readonly Line[], { piece: name }: Py): boolean {
  const within = (piece: Piece): boolean => {
    if (typeof piece === 'string') return piece === name;
    return 'items' in piece ? piece.items.some((item) => within(item.piece)) : piece.some(within);
  };
  return lines.some(({ code, body = [] }) => within(code.piece) || reads(body, { piece: name, uses: [] }));
}
