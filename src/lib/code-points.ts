/** Orders words by Unicode code point, as Python and scikit-learn do (JavaScript orders by UTF-16 unit). */
export function compareByCodePoint(a: string, b: string): number {
  let i = 0;
  while (i < a.length && i < b.length) {
    const left = a.codePointAt(i) ?? 0;
    const right = b.codePointAt(i) ?? 0;
    if (left !== right) return left - right;
    i += left > 0xffff ? 2 : 1;
  }
  return a.length - b.length;
}
