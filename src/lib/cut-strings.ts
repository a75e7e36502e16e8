/** A string is shown up to so many characters: longer ones freeze what draws them. */
export const LONGEST = 1_000;

/** The beginning of a string that is too long to be shown, and a mark that it goes on. */
export function cut(string: string): string {
  if (string.length <= LONGEST) return string;
  const last = string.charCodeAt(LONGEST - 1);
  // Half of a pair is no character.
  return `${string.slice(0, last >= 0xd800 && last < 0xdc00 ? LONGEST - 1 : LONGEST)}…`;
}

/** A value as it can be shown: each string in it, in lists and plain objects, up to {@link LONGEST} characters. */
export function cutStrings<T>(value: T): T;
export function cutStrings(value: unknown): unknown {
  if (typeof value === 'string') return cut(value);
  if (Array.isArray(value)) return cutList(value);
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  let changed: Record<string, unknown> | null = null;
  for (const [name, part] of Object.entries(value)) {
    const shown = cutStrings(part);
    if (shown === part) continue;
    changed ??= { ...value };
    changed[name] = shown;
  }
  return changed ?? value;
}

function cutList(list: readonly unknown[]): readonly unknown[] {
  // Lists are of one type, and long ones of numbers.
  if (typeof list[0] === 'number') return list;
  let changed: unknown[] | null = null;
  for (let i = 0; i < list.length; i++) {
    const shown = cutStrings(list[i]);
    if (shown === list[i]) continue;
    changed ??= [...list];
    changed[i] = shown;
  }
  return changed ?? list;
}
