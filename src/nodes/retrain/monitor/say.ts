/** Three significant digits. */
export const short = (value: number): string => String(Number(value.toPrecision(3)));

/** A share in whole percent, or with one decimal below 10. */
export function percent(share: number): string {
  const value = share * 100;
  return `${value < 10 ? Math.round(value * 10) / 10 : Math.round(value)} %`;
}

/** The names in quotes, at most five of them. */
export function list(names: readonly string[]): string {
  const shown = names.slice(0, 5).map((name) => `“${name}”`);
  return `${shown.join(', ')}${names.length > shown.length ? ' …' : ''}`;
}

export const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);
