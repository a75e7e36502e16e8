/** What a string literal must not hold as it is: what ends it, what cannot be seen, what turns the reader's text about. */
const ESCAPED = /["\\]|[\p{C}\p{Zl}\p{Zp}]/gu;

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '"': '\\"', '\\': '\\\\' };

/** A text as a Python string literal on one line, with the same code points; halves of pairs stay what they are. */
export const stringLiteral = (text: string): string => `"${text.replaceAll(ESCAPED, escaped)}"`;

function escaped(character: string): string {
  const short = SHORT[character];
  if (short !== undefined) return short;
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\U${code.padStart(8, '0')}` : `\\u${code.padStart(4, '0')}`;
}

/** A finite number as Python writes it: the shortest digits that read back the same. */
export function numberLiteral(value: number): string {
  return Object.is(value, -0) ? '-0.0' : String(value);
}

/** A text for a comment: one line, with nothing in it that a comment must not hold. */
export const commentText = (text: string): string => text.replaceAll(/[\p{C}\p{Z}]+/gu, ' ').trim();
