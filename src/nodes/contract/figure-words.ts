import type { Text } from '../../lib/text';

/** What a figure of a live kind is called where a person reads it, and how it is to be read. */
export interface FigureWord {
  readonly name: Text;
  /** What it is called instead, by the word of another figure. */
  readonly nameBy?: { readonly figure: string; readonly names: Readonly<Record<string, Text>> };
  /** What its words of a closed list are called. */
  readonly words?: Readonly<Record<string, Text>>;
  /** A version by its id, a moment as text, or a measure by its name. */
  readonly is?: 'version' | 'moment' | 'measure';
  /** The figure that is the other end: of rows from this one (counted from 0) up to that one, itself not among them. */
  readonly rowsUpTo?: string;
  /** The figure that is the other end of an interval. */
  readonly upTo?: string;
}

/**
 * The figures of a live kind by name, in events and in what it says of itself. Null are those that are shown otherwise,
 * or of use to programs alone; measures of the model need no word here.
 */
export type FigureWords = Readonly<Record<string, FigureWord | null>>;
