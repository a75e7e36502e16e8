import stringWidth from 'string-width';

/** Rows whose cells stand below each other on a terminal, where a syllable of Hangul takes the room of two letters. */
export function inColumns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [k, cell] of row.entries()) widths[k] = Math.max(widths[k] ?? 0, stringWidth(cell));
  }
  return rows.map((row) =>
    row
      .map((cell, k) => padded(cell, widths[k] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

const padded = (cell: string, width: number): string => cell + ' '.repeat(width - stringWidth(cell));
