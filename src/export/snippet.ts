import type { Language } from '../lib/text';
import { helperLines, sourceLines } from '../nodes/python/layout';
import type { Line } from '../nodes/python/py';
import { importLines } from './import-lines';
import { needs } from './needs';

/** Statements with all that they need before them, to be pasted elsewhere. */
export function snippetOf(lines: readonly Line[], language: Language): string {
  const needed = needs(lines);
  const imports = importLines(needed);
  const parts = [
    imports,
    ...needed.helpers.map((helper, at) => [
      ...(at === 0 && imports.length === 0 ? [] : ['']),
      ...helperLines(helper, language),
      ...(at === needed.helpers.length - 1 ? [''] : []),
    ]),
    sourceLines(lines, language),
  ];
  return `${parts
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n')}\n`;
}
