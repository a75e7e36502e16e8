/** Rows that a person pasted, by column name. */
export interface PastedRows {
  readonly rows: readonly Readonly<Record<string, string>>[];
  /** Named in the first line, and of no use to the model. */
  readonly unknown: readonly string[];
  /** Wanted by the model, and not among the pasted ones. */
  readonly absent: readonly string[];
}

const DELIMITERS = ['\t', ';', ','];

/**
 * Reads CSV, or cells copied from a spreadsheet. A first line that names a column is the header; without one the
 * cells are taken in the order of `columns`.
 */
export function readPasted(text: string, columns: readonly string[]): PastedRows {
  const [firstLine = ''] = text.split(/\r?\n/);
  const delimiter = DELIMITERS.find((candidate) => firstLine.includes(candidate)) ?? ',';
  const lines = cellsOf(text, delimiter).filter((cells) => cells.some((cell) => cell.trim() !== ''));
  const [first = []] = lines;
  const named = first.map((cell) => cell.trim());
  const hasHeader = named.some((name) => columns.includes(name));
  const header = hasHeader ? named : columns.slice(0, Math.max(0, ...lines.map((cells) => cells.length)));
  return {
    rows: (hasHeader ? lines.slice(1) : lines).map((cells) =>
      Object.fromEntries(
        header.flatMap((name, at) => (columns.includes(name) ? [[name, (cells[at] ?? '').trim()]] : [])),
      ),
    ),
    unknown: header.filter((name) => !columns.includes(name)),
    absent: columns.filter((name) => !header.includes(name)),
  };
}

/** Cells by line; a quoted cell may hold delimiters, doubled quotes and line breaks. */
function cellsOf(text: string, delimiter: string): string[][] {
  const lines: string[][] = [];
  let line: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = () => {
    line.push(cell);
    cell = '';
  };
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? '';
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (text[at + 1] === '"') {
        cell += '"';
        at++;
      } else quoted = false;
    } else if (letter === '"' && cell.trim() === '') {
      cell = '';
      quoted = true;
    } else if (letter === delimiter) endCell();
    else if (letter === '\n') {
      endCell();
      lines.push(line);
      line = [];
    } else if (letter !== '\r') cell += letter;
  }
  endCell();
  lines.push(line);
  return lines;
}
