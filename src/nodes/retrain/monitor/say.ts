/** The names in quotes, at most five of them. */
export function list(names: readonly string[]): string {
  const shown = names.slice(0, 5).map((name) => `“${name}”`);
  return `${shown.join(', ')}${names.length > shown.length ? ' …' : ''}`;
}

export const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);
