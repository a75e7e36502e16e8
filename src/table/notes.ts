import { count, plural } from '../lib/figures';
import type { JsonObject } from '../lib/json';
import type { Text } from '../lib/text';
import type { ColumnType, Role } from './table';

/** Something done to, or found in, the data that a person may want to see. */
export interface DataNote {
  readonly code: string;
  readonly severity: 'info' | 'warning';
  readonly message: Text;
  /** How many cells or rows. */
  readonly count: number;
  readonly column?: string;
  /** 1-based rows (of the file: physical lines), the first few. */
  readonly rows?: readonly number[];
  /** The offending raw values, the first few. */
  readonly examples?: readonly string[];
  /** What a person can do about it. */
  readonly hint?: Text;
  /** What does it at one click. */
  readonly mend?: Mend;
}

/** A change that mends what a note speaks of: of the params of the node that says it, or of the columns that come to it. */
export type Mend = { readonly label: Text } & (
  | { readonly type: 'params'; readonly params: JsonObject }
  /** Draws the wires that a loop lacks. */
  | { readonly type: 'loop' }
  /** Puts a node of a kind before the one that says it, or before all that learns from its rows. */
  | { readonly type: 'insert'; readonly kind: string; readonly before: 'this' | 'learning' }
  /** Wires an input that nothing comes to. */
  | { readonly type: 'wire'; readonly port: string }
  | {
      readonly type: 'columns';
      readonly drop?: readonly string[];
      readonly settings?: Readonly<
        Record<string, { readonly role?: Role; readonly type?: Exclude<ColumnType, 'image'> }>
      >;
      /** What becomes of cells that a new type cannot read. */
      readonly unreadable?: 'missing';
    }
);

/** "1 cell was" or "3 cells were": how English agrees with a count. */
export const amount = (many: number, noun: string, verb: 'was' | 'had' | 'is' | 'has' | '' = 'was'): string => {
  const verbs = { was: 'were', had: 'had', is: 'are', has: 'have', '': '' }[verb];
  return `${count(many)} ${plural(many, noun)} ${plural(many, verb, verbs)}`.trimEnd();
};
