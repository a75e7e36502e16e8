export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

export type Quote = '"' | "'";
/** How cells hold delimiters: in quotes, or behind a backslash. */
export interface Quoting {
  readonly quote: Quote;
  /** A backslash takes the meaning of the quote, the delimiter or the line break after it. */
  readonly backslash: boolean;
}
